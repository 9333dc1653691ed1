import { createHash } from 'node:crypto';
import { Piscina } from 'piscina';
import { latest } from '../base/latest.ts';
import type { Paint, Picture, PictureOutcome, Theme } from '../base/picture.ts';

/** Draws pictures off the event loop, and remembers those it has drawn. */
export interface Painter {
  readonly paint: Paint;
  /** How many wait for a thread. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

export interface PainterOptions {
  /** How many threads draw at once. */
  readonly threads?: number;
  /** How many pictures are remembered; some tens of kilobytes each. */
  readonly remembers?: number;
  /** Is told of each picture; and the clock that times them, in milliseconds. */
  readonly watch?: { readonly came: PictureCame; readonly clock: () => number };
}

/** `ms` is from when it was wanted until it was drawn, or could not be; nothing where it was remembered or refused. */
export type PictureCame = (outcome: PictureOutcome, ms?: number) => void;

/** A thread that has had nothing to do for so long ends. Milliseconds. */
const IDLE_MS = 30_000;
/** So many a thread can wait to be drawn, which takes it about a second; whoever asks for one more reads its words instead. */
const MOST_WAITING = 40;

/** Threads are started when the first picture is wanted. The same picture asked for twice at once is drawn once. */
export function openPainter({ threads = 1, remembers = 300, watch }: PainterOptions = {}): Painter {
  let pool: Piscina | undefined;
  const known = latest<Promise<Uint8Array>>(remembers);
  const most = threads * MOST_WAITING;
  let inHand = 0;

  const draw = async (picture: Picture, theme: Theme): Promise<Uint8Array> => {
    pool ??= new Piscina({
      ...{ filename: new URL('./paint.ts', import.meta.url).href, name: 'paint' },
      ...{ minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS },
    });
    inHand += 1;
    const from = watch?.clock() ?? 0;
    const came = (outcome: 'drawn' | 'failed') => watch?.came(outcome, watch.clock() - from);
    try {
      const octets = (await pool.run({ model: picture.model, theme })) as Uint8Array;
      came('drawn');
      return octets;
    } catch (error) {
      came('failed');
      throw error;
    } finally {
      inHand -= 1;
    }
  };

  return {
    async paint(picture, theme) {
      const key = createHash('sha256')
        .update(`${theme} ${JSON.stringify(picture.model)}`)
        .digest('base64');
      const before = known.get(key);
      if (before) {
        watch?.came('remembered');
        return before;
      }
      if (inHand >= most) {
        watch?.came('refused');
        return undefined;
      }
      const drawing = draw(picture, theme);
      known.set(key, drawing);
      // What failed is tried again the next time.
      drawing.catch(() => known.delete(key));
      return drawing;
    },
    waiting: () => pool?.queueSize ?? 0,
    close: async () => pool?.destroy(),
  };
}
