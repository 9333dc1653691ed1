import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type Path } from 'opentype.js';

/** Noto Sans, as a package ships it (OFL-1.1): the same letters wherever a picture is drawn. */
export const FAMILY = 'Noto Sans';
export type Weight = 'regular' | 'bold';

const FILES: Readonly<Record<Weight, string>> = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
};

const { resolve } = createRequire(import.meta.url);
/** Where a weight's file lies. */
export const fileOf = (weight: Weight): string => resolve(`@expo-google-fonts/noto-sans/${FILES[weight]}`);

const read = new Map<Weight, Font>();
function fontOf(weight: Weight): Font {
  const known = read.get(weight);
  if (known) return known;
  const { buffer, byteOffset, byteLength } = readFileSync(fileOf(weight));
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  read.set(weight, font);
  return font;
}

/** A letter as it is drawn. */
export interface Letter {
  /** How far the next one is from it, in the units of the size. */
  readonly advance: number;
  /** Path data from its origin, `y` downwards; in `PER_SIZE` to the unit of the size. Empty where nothing is to be seen. */
  readonly outline: string;
}
/** So fine that whole numbers will do. */
export const PER_SIZE = 1000;

const letters: Readonly<Record<Weight, Map<string, Letter>>> = { regular: new Map(), bold: new Map() };

/** Each is read once. One that the font lacks is its empty box. */
export function letterOf(letter: string, weight: Weight): Letter {
  const known = letters[weight].get(letter);
  if (known) return known;
  const font = fontOf(weight);
  const glyph = font.charToGlyph(letter);
  const advance = (glyph.advanceWidth ?? font.unitsPerEm) / font.unitsPerEm;
  const read: Letter = { advance, outline: pathData(glyph.getPath(0, 0, PER_SIZE)) };
  letters[weight].set(letter, read);
  return read;
}

/** The library's own way of writing it joins a number below a half and above minus one half to the one before. */
const pathData = ({ commands }: Path): string =>
  commands.map(({ type, ...points }) => `${type}${numbersOf(points).map(Math.round).join(' ')}`).join('');

/** In the order of SVG: what bends the line first, and where it ends last. */
const numbersOf = (points: Partial<Record<(typeof COORDINATES)[number], number>>): readonly number[] =>
  COORDINATES.flatMap((coordinate) => points[coordinate] ?? []);
const COORDINATES = ['x1', 'y1', 'x2', 'y2', 'x', 'y'] as const;

/** How wide a text is when set in a size, in the units of the size. Letters are taken one by one, as if none were kerned. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  let width = 0;
  for (const letter of text) width += letterOf(letter, weight).advance;
  return width * size;
}

/** Whether there is a letter for every character of a text. */
export const canWrite = (text: string): boolean =>
  [...text].every((letter) => fontOf('regular').charToGlyphIndex(letter) !== 0);
