import type { Theme } from '../src/base/picture.ts';
import { openPainter } from '../src/pictures/painter.ts';
import { NOTHING_PAINTED, type Painted, paintAll } from '../src/tutor/painted.ts';
import type { Scene } from './scene.ts';

/** The pictures in a scene, in the colours of each platform. */
export type PaintedScene = Readonly<Record<Theme, Painted>>;
export const UNPAINTED: PaintedScene = { light: NOTHING_PAINTED, dark: NOTHING_PAINTED };

/** Draws all that scenes show. Throws if one cannot be drawn. */
export async function paintScenes(scenes: readonly Scene[]): Promise<ReadonlyMap<Scene, PaintedScene>> {
  const painter = openPainter();
  const fail = (why: unknown): never => {
    throw why;
  };
  try {
    const painted = new Map<Scene, PaintedScene>();
    for (const scene of scenes)
      painted.set(scene, {
        light: await paintAll(scene.reply, painter.paint, 'light', fail),
        dark: await paintAll(scene.reply, painter.paint, 'dark', fail),
      });
    return painted;
  } finally {
    await painter.close();
  }
}

/** Octets of a PNG as an address. */
export const addressOf = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
