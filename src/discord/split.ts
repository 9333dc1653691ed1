import { GRAPHEMES, lengthOf } from './limits.ts';

/**
 * The text drawn in parts, none of them longer than `most` code points. Parted at line ends where that will do,
 * else between words, else between characters; only white space at the seams is left out.
 */
export function splitText(text: string, most: number, draw: (part: string) => string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    // No more than this can fit, whatever it is made of; what is cut off at its end never does.
    const part = headOf(rest.slice(0, 2 * most + 2), (head) => lengthOf(draw(head)) <= most);
    const trimmed = part.replace(/^\n+|\s+$/g, '');
    if (trimmed !== '') parts.push(draw(trimmed));
    rest = rest.slice(part.length);
  }
  return parts;
}

function headOf(text: string, fits: (head: string) => boolean): string {
  if (fits(text)) return text;
  for (const cut of CUTS) {
    const units = cut(text);
    const count = mostThatFit(units, fits);
    const head = units.slice(0, count).join('');
    if (head.trim() !== '') return head;
  }
  throw new Error('not even one character fits');
}

/** Ways to cut, the best first. Code in backticks is one word, blanks and all. */
const CUTS: readonly ((text: string) => readonly string[])[] = [
  (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [],
  (text) => text.match(/\s*(?:`[^`\n]*`|\S)+/g) ?? [],
  (text) => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment),
  (text) => [...text],
];

/** How many of the units, joined, fit; found by halving, since what is longer never fits better. */
function mostThatFit(units: readonly string[], fits: (head: string) => boolean): number {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(units.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines joined into as few texts of at most `most` code points as keep their order. */
export function joinLines(lines: readonly string[], most: number): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const longer = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && lengthOf(longer) <= most) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts;
}
