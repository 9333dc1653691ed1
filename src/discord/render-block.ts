import { percent } from '../base/percent.ts';
import { printable, printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import type { Block } from '../tutor/reply.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { fenced, markdown, markdownWord } from './markdown.ts';
import { joinLines, splitText } from './split.ts';

/** Draws a block as one text or, where it is longer than `most` code points, as several; as none if it says nothing. */
export function renderBlock(block: Block, most: number): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return splitText(printableLine(block.text), most, (part) => `### ${markdownWord(part)}`);
    case 'text':
      return splitText(printable(block.text), most, markdown);
    case 'verdict':
      return labelled(MARKS[block.verdict], block.text, most, markdownWord, (mark, part) => `${mark} ${strong(part)}`);
    case 'fields':
      return joinLines(
        block.fields.flatMap(({ name, value }) => labelled(name, value, most, strong)),
        most,
      );
    case 'code':
      return splitText(printable(block.text), most, fenced);
    case 'options':
      return joinLines(
        block.options.flatMap((option, place) => labelled(letterOf(place), option, most, strong)),
        most,
      );
    case 'file':
      return [...splitText(printable(block.description), most, markdown), ...shownOf(block.text, most)];
    case 'picture':
      return splitText(printable(block.picture.description), most, markdown);
    case 'people':
      return labelled(block.label, block.people.join(' '), most, strong, mentioned);
    case 'meter':
      return labelled(block.label, meterOf(block.share, block.text), most, strong, below);
    default:
      return assertNever(block);
  }
}

/** A file that is short enough to be read where it stands; a longer one has to be opened. */
const shownOf = (text: string, most: number): readonly string[] =>
  lengthOf(text) > LIMITS.shownOfFile ? [] : splitText(printable(text), most, fenced);

const MARKS = { correct: '✅', partial: '🟡', incorrect: '❌' } as const;

/** `A)` for the first. */
export const letterOf = (place: number): string => `${String.fromCharCode('A'.charCodeAt(0) + place)})`;
const strong = (text: string): string => (text.trim() === '' ? '' : `**${markdownWord(text)}**`);

/** Sets a drawn label and a part of what it is of. */
type Joined = (label: string, part: string) => string;
const beside: Joined = (label, part) => `${label} ${markdown(part)}`;
const below: Joined = (label, part) => `${label}\n${markdown(part)}`;
const listedBelow: Joined = (label, part) => {
  const lines = part.split('\n').filter((line) => line.trim() !== '');
  return [label, ...lines.map((line) => `- ${markdown(line)}`)].join('\n');
};

/**
 * A label and what it is of, as a list below it if that has several lines. Where the text is parted the label is
 * repeated; a label too long for that comes first, by itself.
 */
function labelled(
  label: string,
  text: string,
  most: number,
  draw: (label: string) => string,
  join: Joined = text.trim().includes('\n') ? listedBelow : beside,
): readonly string[] {
  const drawn = draw(label);
  if (text.trim() === '' || drawn === '')
    return splitText(`${label}${text}`, most, text.trim() === '' ? draw : markdown);
  if (lengthOf(drawn) > most / 4)
    return [...splitText(label, most, draw), ...splitText(printable(text), most, markdown)];
  return splitText(printable(text), most, (part) => join(drawn, part));
}

/** Members as Discord shows them, by their names; a message calls nobody all the same. */
const mentioned: Joined = (label, members) =>
  `${label} ${members.replace(/\S+/g, (member) => (/^@&?\d{17,20}$/.test(member) ? `<${member}>` : markdownWord(member)))}`;

const BAR_CELLS = 10;

/** `▰▰▰▱▱▱▱▱▱▱ 30%, 3 of 10`. */
function meterOf(given: number, text: string): string {
  const share = Math.min(1, Math.max(0, given || 0));
  const full = Math.round(share * BAR_CELLS);
  const bar = `${'▰'.repeat(full)}${'▱'.repeat(BAR_CELLS - full)} ${percent(share)}`;
  return text.trim() === '' ? bar : `${bar}, ${text}`;
}
