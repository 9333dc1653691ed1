import { expect, test } from 'vitest';
import type { Drawing, Shape } from '../../src/pictures/shape.ts';
import { svgOf } from '../../src/pictures/svg.ts';
import { flawsOf, readScene } from '../support/svg-geometry.ts';

const words = (over: Partial<Extract<Shape, { kind: 'text' }>> = {}): Shape => ({
  ...{ kind: 'text', x: 20, y: 60, text: 'Some words', size: 24, ink: 'ink' },
  ...over,
});
const box = (x: number, y: number, over: Partial<Extract<Shape, { kind: 'box' }>> = {}): Shape => ({
  ...{ kind: 'box', x, y, width: 200, height: 60, fill: 'card' },
  ...over,
});

const flaws = (...shapes: readonly Shape[]): readonly string[] => {
  const drawing: Drawing = { width: 800, height: 200, title: 'A drawing', shapes };
  return flawsOf(readScene(svgOf(drawing, 'light')));
};

test.each<[string, readonly Shape[], RegExp]>([
  ['beyond the right edge', [words({ x: 750 })], /outside the canvas: Some words/],
  ['beyond the lower edge', [words({ y: 199 })], /outside the canvas/],
  ['two texts in one place', [words(), words({ x: 60, text: 'Others' })], /two texts overlap/],
  ['two boxes that cut each other', [box(20, 20), box(100, 50)], /two boxes overlap/],
  ['a text that leaves its box', [box(20, 20), words({ x: 180 })], /a box cuts/],
  [
    'a line through a text',
    [
      words(),
      {
        kind: 'path',
        points: [
          [0, 52],
          [400, 52],
        ],
        ink: 'line',
      },
    ],
    /a line crosses/,
  ],
  ['a cross over a text', [words(), { kind: 'cross', x: 40, y: 52, ink: 'bad' }], /a cross covers/],
  [
    'a text too pale',
    [words({ ink: 'line' }), box(0, 100, { fill: 'tint' }), words({ y: 140, ink: 'line' })],
    /contrast/,
  ],
  ['a text too small', [words({ size: 20 })], /too small/],
  ['no text at all', [words({ text: ' ' })], /an empty text/],
])('%s is a flaw', (_, shapes, flaw) => {
  expect(flaws(...shapes).join('\n')).toMatch(flaw);
});

test('what is well laid out has no flaw', () => {
  expect(flaws(box(10, 20, { width: 300 }), words({ y: 58 }), words({ y: 140 }))).toEqual([]);
});
