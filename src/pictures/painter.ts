import { createHash } from 'node:crypto';
import { Piscina } from 'piscina';
import { latest } from '../base/latest.ts';
import type { Paint, Picture, Theme } from '../base/picture.ts';

/** Draws pictures off the event loop, and remembers those it has drawn. */
export interface Painter {
  readonly paint: Paint;
  /** How many were drawn, and how many were remembered. */
  readonly counts: () => { readonly drawn: number; readonly remembered: number };
  readonly close: () => Promise<void>;
}

export interface PainterOptions {
  /** How many threads draw at once. */
  readonly threads?: number;
  /** How many pictures are remembered; some tens of kilobytes each. */
  readonly remembers?: number;
}

/** A thread that has had nothing to do for so long ends. Milliseconds. */
const IDLE_MS = 30_000;
/** More than these wait for a thread only if the machine is lost anyway. */
const MOST_WAITING = 500;

/** Threads are started when the first picture is wanted. The same picture asked for twice at once is drawn once. */
export function openPainter({ threads = 1, remembers = 300 }: PainterOptions = {}): Painter {
  let pool: Piscina | undefined;
  const known = latest<Promise<Uint8Array>>(remembers);
  const counts = { drawn: 0, remembered: 0 };

  const draw = async (picture: Picture, theme: Theme): Promise<Uint8Array> => {
    pool ??= new Piscina({
      ...{ filename: new URL('./paint.ts', import.meta.url).href, name: 'paint' },
      ...{ minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS, maxQueue: MOST_WAITING },
    });
    counts.drawn += 1;
    return (await pool.run({ model: picture.model, theme })) as Uint8Array;
  };

  return {
    async paint(picture, theme) {
      const key = createHash('sha256')
        .update(`${theme} ${JSON.stringify(picture.model)}`)
        .digest('base64');
      const before = known.get(key);
      if (before) {
        counts.remembered += 1;
        return before;
      }
      const drawing = draw(picture, theme);
      known.set(key, drawing);
      // What failed is tried again the next time.
      drawing.catch(() => known.delete(key));
      return drawing;
    },
    counts: () => ({ ...counts }),
    close: async () => pool?.destroy(),
  };
}
