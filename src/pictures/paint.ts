import { constants, setPriority } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import type { Theme } from '../base/picture.ts';
import { drawSvg } from './draw.ts';
import type { PictureModel } from './picture-model.ts';
import { pngOf } from './png.ts';

// Whoever practises goes before whoever draws. On Linux this is of the thread alone, elsewhere it would be of the whole program.
if (!isMainThread && process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// What the library of drawing holds, some five megabytes a picture, it holds outside of the heap. To the collector that is
// nothing, so that it would let gigabytes gather before it had a reason to come.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (what: { readonly type: 'minor' }) => void;
setFlagsFromString('--no-expose-gc');

/** Draws a picture as a PNG. It takes tens of milliseconds, so it is done in a thread of its own: see `painter.ts`. */
export async function paint({ model, theme }: { readonly model: PictureModel; readonly theme: Theme }) {
  const png = pngOf(await drawSvg(model, theme));
  collect({ type: 'minor' });
  // What was collected is let go of in the next turn.
  await nextTurn();
  return png;
}
