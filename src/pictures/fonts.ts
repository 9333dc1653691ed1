import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font } from 'opentype.js';

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

const advances: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** How wide a text is when set in a size, in the units of the size. Letters are taken one by one, as if none were kerned. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  const known = advances[weight];
  let width = 0;
  for (const letter of text) {
    let advance = known.get(letter);
    if (advance === undefined) {
      const font = fontOf(weight);
      advance = (font.charToGlyph(letter).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm;
      known.set(letter, advance);
    }
    width += advance;
  }
  return width * size;
}

/** Whether there is a letter for every character of a text. */
export const canWrite = (text: string): boolean =>
  [...text].every((letter) => fontOf('regular').charToGlyphIndex(letter) !== 0);
