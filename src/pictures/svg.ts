import type { Theme } from '../base/picture.ts';
import { printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import { FAMILY } from './fonts.ts';
import type { Drawing, Point, Shape } from './shape.ts';
import { PALETTES, type Palette } from './theme.ts';

const THICKNESS = 3;
const CROSS = 18;
const POINT = 14;

/** A drawing as SVG 1.1. The same drawing always gives the same letters. */
export function svgOf({ width, height, title, shapes }: Drawing, theme: Theme): string {
  const palette = PALETTES[theme];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FAMILY}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.page}"/>`,
    ...shapes.map((shape) => drawn(shape, palette)),
    '</svg>',
    '',
  ].join('\n');
}

function drawn(shape: Shape, palette: Palette): string {
  switch (shape.kind) {
    case 'text': {
      const { x, y, text, size, ink, weight, anchor } = shape;
      const bold = weight === 'bold' ? ' font-weight="700"' : '';
      const from = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
      return `<text x="${x}" y="${y}" font-size="${size}" fill="${palette[ink]}"${bold}${from}>${escaped(text)}</text>`;
    }
    case 'box': {
      const { x, y, width, height, fill, edge, thickness = THICKNESS, dashed, round = 10 } = shape;
      const border = edge === undefined ? '' : ` stroke="${palette[edge]}" stroke-width="${thickness}"`;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${palette[fill]}"${border}${dashes(dashed)}/>`;
    }
    case 'path': {
      const { points, ink, thickness = THICKNESS, dashed, arrow } = shape;
      const line = `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="none" stroke="${palette[ink]}" stroke-width="${thickness}"${dashes(dashed)}/>`;
      return arrow ? `${line}${pointOf(points, palette[ink])}` : line;
    }
    case 'cross': {
      const { x, y, ink } = shape;
      const [left, right, top, bottom] = [x - CROSS, x + CROSS, y - CROSS, y + CROSS];
      return `<path d="M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}" stroke="${palette[ink]}" stroke-width="7" stroke-linecap="round"/>`;
    }
    case 'part':
      return [
        `<g role="img" data-part="${shape.of}">`,
        `<title>${escaped(shape.title)}</title>`,
        ...shape.shapes.map((each) => drawn(each, palette)),
        '</g>',
      ].join('\n');
    default:
      return assertNever(shape);
  }
}

const dashes = (dashed: true | undefined): string => (dashed ? ' stroke-dasharray="10 8"' : '');

/** The point of an arrow, at the last of its points and away from the one before. */
function pointOf(points: readonly Point[], colour: string): string {
  const [[fromX, fromY] = [0, 0], [x, y] = [0, 0]] = points.slice(-2);
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const corner = (side: number): string =>
    `${round(x - dx * POINT - dy * POINT * 0.6 * side)},${round(y - dy * POINT + dx * POINT * 0.6 * side)}`;
  return `<polygon points="${x},${y} ${corner(1)} ${corner(-1)}" fill="${colour}"/>`;
}
const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string => printableLine(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
