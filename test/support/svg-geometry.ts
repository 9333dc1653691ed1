import { XMLParser } from 'fast-xml-parser';
import { widthOf } from '../../src/pictures/fonts.ts';
import { contrast } from '../../src/pictures/theme.ts';

/** What stands in an SVG, in the order in which it is laid down. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly crosses: readonly Box[];
  /** What each named part is of, and its name. */
  readonly parts: readonly { readonly of: string; readonly title: string }[];
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fill?: string;
  readonly order: number;
}
interface DrawnText extends Box {
  readonly text: string;
  readonly ink: string;
}
interface Line {
  readonly points: readonly (readonly [number, number])[];
}

type Node = { readonly ':@'?: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
});

/** Reads an SVG of ours; throws for an element that it does not know. */
export function readScene(svg: string): Scene {
  const root = (parser.parse(svg) as Node[]).find((node) => 'svg' in node);
  if (!root) throw new Error('that is no SVG');
  const texts: DrawnText[] = [];
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const crosses: Box[] = [];
  const parts: { of: string; title: string }[] = [];
  let order = 0;
  const visit = (nodes: readonly Node[], from: Offset, part?: { of: string }): void => {
    for (const node of nodes) {
      order += 1;
      const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
      const at = node[':@'] ?? {};
      const inside = node[name] as readonly Node[];
      const number = (key: string): number => Number(at[key] ?? 0);
      const own = shifted(from, at.transform);
      if (isUnseen(at)) continue;
      if (name === 'g') visit(inside, own, 'data-part' in at ? { of: at['data-part'] ?? '' } : undefined);
      else if (name === 'title') {
        if (part) parts.push({ of: part.of, title: wordsIn(inside) });
      } else if (name === 'rect') {
        const [left, top] = [own.x + number('x'), own.y + number('y')];
        boxes.push({
          left,
          top,
          right: left + number('width'),
          bottom: top + number('height'),
          fill: at.fill ?? '',
          order,
        });
      } else if (name === 'text') texts.push(...textsAt(at, inside, own, order));
      else if (name === 'polyline') {
        const points = (at.points ?? '')
          .split(' ')
          .map((point) => point.split(',').map(Number) as unknown as [number, number]);
        lines.push({ points });
      } else if (name === 'path') {
        const bar = barOf(at, own, order);
        if (bar) boxes.push(bar);
        else if ((at.d ?? '').includes('L')) crosses.push(crossOf(at.d ?? '', order));
      } else if (name !== 'polygon' && name !== '#text') throw new Error(`there is a <${name}> in the picture`);
    }
  };
  visit(root.svg as readonly Node[], { x: 0, y: 0 });
  const size = root[':@'] ?? {};
  return { width: Number(size.width), height: Number(size.height), texts, boxes, lines, crosses, parts };
}

interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Source: SVG 2 §8.5, of whose transforms only shifts come up. */
function shifted({ x, y }: Offset, transform: string | undefined): Offset {
  if (transform === undefined) return { x, y };
  const [, dx, dy] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(transform) ?? [];
  if (dx === undefined || dy === undefined) throw new Error(`there is a transform ${transform} in the picture`);
  return { x: x + Number(dx), y: y + Number(dy) };
}

const isUnseen = (at: Readonly<Record<string, string>>): boolean => at.opacity === '0' || at.display === 'none';

/** A bar of a chart: a path around a rectangle with a colour of its own. */
function barOf(at: Readonly<Record<string, string>>, { x, y }: Offset, order: number): Box | undefined {
  const [, left, top, width, height] =
    /^M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z$/.exec(at.d ?? '') ?? [];
  if (left === undefined || at.fill === undefined || at.fill === 'none' || at.class === 'background') return undefined;
  const [from, upper] = [x + Number(left), y + Number(top)];
  return { left: from, top: upper, right: from + Number(width), bottom: upper + Number(height), fill: at.fill, order };
}

const wordsIn = (nodes: readonly Node[]): string => nodes.map((node) => String(node['#text'] ?? '')).join('');

/** The lines of a text. */
function textsAt(
  at: Readonly<Record<string, string>>,
  inside: readonly Node[],
  from: Offset,
  order: number,
): readonly DrawnText[] {
  const spans = inside.filter((node) => 'tspan' in node);
  if (spans.length === 0) return [textAt(at, wordsIn(inside), from, order)];
  let down = 0;
  return spans.flatMap((span) => {
    down += Number(span[':@']?.dy ?? 0);
    const words = wordsIn(span.tspan as readonly Node[]);
    return words === '' ? [] : [textAt(at, words, { x: from.x, y: from.y + down }, order)];
  });
}

function textAt(at: Readonly<Record<string, string>>, text: string, from: Offset, order: number): DrawnText {
  const [x, y] = [from.x + Number(at.x ?? 0), from.y + Number(at.y ?? 0)];
  const size = Number.parseFloat(at['font-size'] ?? '');
  const isBold = at['font-weight'] === '700' || at['font-weight'] === 'bold';
  const width = widthOf(text, size, isBold ? 'bold' : 'regular');
  const anchor = at['text-anchor'] ?? 'start';
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22, text, ink: at.fill ?? '', order };
}

function crossOf(path: string, order: number): Box {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), order };
}

const overlap = (a: Box, b: Box, by = 0.5): boolean =>
  a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
const within = (a: Box, b: Box): boolean =>
  a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;

/** The smallest letters that a phone shows readably, where the picture is shown half as wide. */
const SMALLEST = 24;

/** What keeps a picture from being read, a sentence each. */
export function flawsOf({ width, height, texts, boxes, lines, crosses }: Scene): readonly string[] {
  const page = { left: 0, right: width, top: 0, bottom: height, order: 0 };
  const [background, ...cards] = boxes;
  return [
    ...[...texts, ...cards, ...crosses]
      .filter((each) => !within(each, page))
      .map((each) => `outside the canvas: ${'text' in each ? each.text : 'a box'}`),
    ...lines
      .filter(({ points }) => points.some(([x, y]) => x < 0 || x > width || y < 0 || y > height))
      .map(({ points }) => `a line outside the canvas: ${points.join(' ')}`),
    ...pairs(texts).flatMap(([a, b]) => (overlap(a, b) ? [`two texts overlap: ${a.text} / ${b.text}`] : [])),
    ...pairs(cards).flatMap(([a, b]) =>
      overlap(a, b) && !within(a, b) && !within(b, a)
        ? [`two boxes overlap at ${a.left},${a.top} and ${b.left},${b.top}`]
        : [],
    ),
    ...texts.flatMap((text) =>
      cards.flatMap((card) => (overlap(text, card) && !within(text, card) ? [`a box cuts: ${text.text}`] : [])),
    ),
    ...texts.flatMap((text) =>
      crosses.flatMap((cross) => (overlap(text, cross) ? [`a cross covers: ${text.text}`] : [])),
    ),
    ...texts.flatMap((text) => lines.flatMap((line) => (crossed(text, line) ? [`a line crosses: ${text.text}`] : []))),
    ...texts.flatMap((text) => {
      const below = [...cards].filter((card) => card.order < text.order && within(text, card)).at(-1) ?? background;
      const ratio = contrast(text.ink, below?.fill ?? '');
      return ratio < 4.5 ? [`contrast of ${ratio.toFixed(2)}: ${text.text}`] : [];
    }),
    ...texts
      .filter(({ top, bottom }) => (bottom - top) / 0.97 < SMALLEST - 0.01)
      .map(({ text }) => `too small: ${text}`),
    ...texts.filter(({ text }) => text.trim() === '').map(() => 'an empty text'),
  ];
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
}

/** Whether any of the upright and level stretches of a line goes through a text. */
function crossed(text: Box, { points }: Line): boolean {
  return points.slice(1).some(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    const stretch = {
      ...{ left: Math.min(x, fromX) - 1, right: Math.max(x, fromX) + 1 },
      ...{ top: Math.min(y, fromY) - 1, bottom: Math.max(y, fromY) + 1, order: 0 },
    };
    return overlap(text, stretch);
  });
}
