import type { Weight } from './fonts.ts';
import { widthOf } from './fonts.ts';

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly weight?: Weight;
  /** How much room there is from left to right. */
  readonly room: number;
}

/**
 * A text as lines that fit: broken at blanks, else behind a dot, a hyphen, a colon or a slash, and where there is none of
 * these wherever it must be.
 */
export function inLines(text: string, setting: Setting): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, setting)) {
    const joined = line + piece;
    if (line === '' || fits(joined.trimEnd(), setting)) line = joined;
    else {
      lines.push(line.trim());
      line = piece;
    }
  }
  return [...lines, line.trim()];
}

/** The first lines; where there are more, the last of them says how many letters it leaves out. */
export function inFewLines(text: string, setting: Setting, most: number): readonly string[] {
  const lines = inLines(text, setting);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const letters = [...text];
  for (let length = [...kept.join(' ')].length; length >= 0; length -= 1) {
    const short = `${letters.slice(0, length).join('')}… (${letters.length - length} more)`;
    const cut = inLines(short, setting);
    if (cut.length <= most) return cut;
  }
  return kept;
}

const fits = (text: string, { size, weight, room }: Setting): boolean => widthOf(text, size, weight) <= room;

/** Words, each with the blanks behind it; one that has no room on a line by itself in parts. */
function piecesOf(text: string, setting: Setting): readonly string[] {
  const words = text.match(/\S+\s*|\s+/g) ?? [text];
  return words.flatMap((word) => (fits(word.trimEnd(), setting) ? [word] : partsOf(word, setting)));
}

function partsOf(word: string, setting: Setting): readonly string[] {
  const parts = word.match(/[^.\-:/]*[.\-:/]+\s*|[^.\-:/]+/g) ?? [word];
  return parts.flatMap((part) => (fits(part.trimEnd(), setting) ? [part] : chopped(part, setting)));
}

function chopped(piece: string, setting: Setting): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of piece) {
    if (part !== '' && !fits(part + letter, setting)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
