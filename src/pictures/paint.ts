import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { Theme } from '../base/picture.ts';
import { drawSvg } from './draw.ts';
import type { PictureModel } from './picture-model.ts';
import { pngOf } from './png.ts';

// Whoever practises goes before whoever draws. On Linux this is of the thread alone, elsewhere it would be of the whole program.
if (!isMainThread && process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Draws a picture as a PNG. It takes tens of milliseconds, so it is done in a thread of its own: see `painter.ts`. */
export const paint = async ({ model, theme }: { readonly model: PictureModel; readonly theme: Theme }) =>
  pngOf(await drawSvg(model, theme));
