import { Resvg } from '@resvg/resvg-js';
import { FAMILY, fileOf } from './fonts.ts';

/** An SVG of ours as a PNG of the same size, with no letters but our own. */
export function pngOf(svg: string): Uint8Array {
  const fontFiles = [fileOf('regular'), fileOf('bold')];
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: FAMILY };
  return new Resvg(svg, { font }).render().asPng();
}
