import { stripVTControlCharacters } from 'node:util';

/**
 * The words on lines of at most `width` columns: the first line after `first`, the others after `hang`.
 * A word wider than a line stands on one of its own, whole, so that it can be copied.
 */
export function wrap(words: readonly string[], width: number, first = '', hang = ''): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of words) {
    if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** How many columns of a terminal a text takes; escape codes take none. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of stripVTControlCharacters(text))
    columns += WIDE.test(character) ? 2 : Number(!NONE.test(character));
  return columns;
}

const NONE = /^[\p{M}\u200d]$/u;
const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]$/u;

/** The text filled up with spaces to `width` columns. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)));
