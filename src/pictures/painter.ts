import { createHash } from 'node:crypto';
import { Piscina } from 'piscina';
import { latest } from '../base/latest.ts';
import type { Paint, Picture, Theme } from '../base/picture.ts';

/** Draws pictures off the event loop, and remembers those it has drawn. */
export interface Painter {
  readonly paint: Paint;
  /** How many were drawn, how many were remembered, and how many were not drawn since too many were waited for. */
  readonly counts: () => { readonly drawn: number; readonly remembered: number; readonly refused: number };
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
/** So many a thread can wait to be drawn, which takes it about a second; whoever asks for one more reads its words instead. */
const MOST_WAITING = 40;

/** Threads are started when the first picture is wanted. The same picture asked for twice at once is drawn once. */
export function openPainter({ threads = 1, remembers = 300 }: PainterOptions = {}): Painter {
  let pool: Piscina | undefined;
  const known = latest<Promise<Uint8Array>>(remembers);
  const counts = { drawn: 0, remembered: 0, refused: 0 };
  const most = threads * MOST_WAITING;
  let waiting = 0;

  const draw = async (picture: Picture, theme: Theme): Promise<Uint8Array> => {
    pool ??= new Piscina({
      ...{ filename: new URL('./paint.ts', import.meta.url).href, name: 'paint' },
      ...{ minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS },
    });
    counts.drawn += 1;
    waiting += 1;
    try {
      return (await pool.run({ model: picture.model, theme })) as Uint8Array;
    } finally {
      waiting -= 1;
    }
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
      if (waiting >= most) {
        counts.refused += 1;
        return undefined;
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
