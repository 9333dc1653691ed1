import { printable, printableLine } from '../base/printable.ts';

/** Text in which nothing but `backticks` means anything to Discord: no emphasis, lists, links, mentions or emoji. */
export const markdown = (text: string): string => printable(text).split('\n').map(markdownLine).join('\n');

/** The same on one line, without white space at its ends. */
export const markdownWord = (text: string): string => markdownLine(printableLine(text).trim());

/** A block of code, fences and all. */
export const fenced = (text: string): string => `\`\`\`\n${withoutFences(printable(text))}\n\`\`\``;

function markdownLine(line: string): string {
  const parts = line.split(CODE).map((part, index) => (index % 2 === 1 ? part : part.replace(INLINE, '\\$&')));
  return parts.join('').replace(AT_START, '$1\\$2');
}

/** Backticks in a row are no code: Discord would pair them otherwise than we do. */
const CODE = /((?<!`)`[^`]+`(?!`))/;
/** What means something anywhere in a line; a colon only where it makes a link or the name of an emoji. */
const INLINE = /[\\*_~|`[<@]|:(?=\/\/|[\w+~-]+:)/g;
/** What means something at the start of a line: headings, quotes, lists. */
const AT_START = /^(\s*\d*)([-+>#]|(?<=\d)[.)])/;

/** Three backticks in a row would end the block; something invisible between them shows the same. */
const withoutFences = (text: string): string => text.replace(/``(?=`)/g, '``\u200b');
