import type { Theme } from '../base/picture.ts';
import { layOut, type PictureModel } from './picture-model.ts';
import { pngOf } from './png.ts';
import { svgOf } from './svg.ts';

/** Draws a picture as a PNG. It takes tens of milliseconds, so it is done in a thread of its own: see `painter.ts`. */
export function paint({ model, theme }: { readonly model: PictureModel; readonly theme: Theme }): Uint8Array {
  return pngOf(svgOf(layOut(model), theme));
}
