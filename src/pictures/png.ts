import { Resvg } from '@resvg/resvg-js';
import { outlined } from './outlined.ts';

/** An SVG of ours as a PNG of the same size, with no letters but our own. */
export const pngOf = (svg: string): Uint8Array =>
  new Resvg(outlined(svg), { font: { loadSystemFonts: false } }).render().asPng();
