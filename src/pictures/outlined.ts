import { letterOf, PER_SIZE, type Weight, widthOf } from './fonts.ts';

/** Attributes that say how letters stand; an outline has no use for them. */
const OF_LETTERING = / (?:x|y|text-anchor|font-[a-z]+)="[^"]*"/g;

/**
 * An SVG whose letters are outlines, so that no library of fonts is needed to draw it: reading one anew for each picture
 * takes longer than all the rest. Letters stand where `widthOf` measured them. Throws where text is more than lines below
 * each other, each in a `tspan` that says how far down it is.
 */
export function outlined(svg: string): string {
  const drawn = svg.replace(TEXT, (_, attributes: string, body = '') => outlinesOf(attributes, linesIn(body)));
  if (drawn.includes('<text')) throw new Error('letters in an SVG are outlined only where they stand in lines');
  return drawn;
}

/** An element of text: without any, of one line, or of lines in elements of their own, of which one may be empty. */
const TEXT = /<text( [^>]*?)(?:\/>|>([^<]*|(?:<tspan[^>]*?(?:\/>|>[^<]*<\/tspan>))*)<\/text>)/g;

interface Line {
  readonly text: string;
  /** In the units of the size. */
  readonly down: number;
}

function linesIn(body: string): readonly Line[] {
  if (!body.startsWith('<tspan')) return [{ text: readable(body), down: 0 }];
  let down = 0;
  return [...body.matchAll(/<tspan(?: x="0" dy="([\d.]+)")?(?:\/>|>([^<]*))/g)].map(([, dy = 0, text = '']) => {
    down += Number(dy);
    return { text: readable(text), down };
  });
}

function outlinesOf(attributes: string, lines: readonly Line[]): string {
  const read = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  const size = Number.parseFloat(read('font-size') ?? '');
  const weight: Weight = ['700', 'bold'].includes(read('font-weight') ?? '') ? 'bold' : 'regular';
  const before = BEFORE[read('text-anchor') ?? 'start'] ?? 0;
  const drawn = lines.map(({ text, down }) => {
    const x = Number(read('x') ?? 0) - before * widthOf(text, size, weight);
    const place = `translate(${x} ${Number(read('y') ?? 0) + down}) scale(${size / PER_SIZE})`;
    return `<g transform="${place}">${outlineOf(text, weight)}</g>`;
  });
  return `<g${attributes.replaceAll(OF_LETTERING, '')}>${drawn.join('')}</g>`;
}

function outlineOf(text: string, weight: Weight): string {
  let at = 0;
  const outlines: string[] = [];
  for (const letter of text) {
    const { advance, outline } = letterOf(letter, weight);
    if (outline !== '') outlines.push(`<path transform="translate(${Math.round(at)} 0)" d="${outline}"/>`);
    at += advance * PER_SIZE;
  }
  return outlines.join('');
}

/** How much of a text stands before the place that is given. Source: SVG 1.1 §10.9.1. */
const BEFORE: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

const readable = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => LETTERS[name] ?? '');
const LETTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
