import { setTimeout as pause } from 'node:timers/promises';
import type { Act, Crowd, Heard } from './crowd.ts';
import type { Kind, Wanted } from './mix.ts';

/** What became of one interaction. */
export interface Done {
  readonly kind: Kind;
  /** When it was sent, in seconds since the first. */
  readonly at: number;
  /** Milliseconds to the first bytes of what can be read; undefined where nothing came. */
  readonly ms?: number;
  /** Why it counts as an error: nothing came, or that something broke. */
  readonly error?: string;
}
export interface Driven {
  readonly done: readonly Done[];
  /** By how many milliseconds each was sent later than it should have been: the driver's own weakness. */
  readonly late: readonly number[];
}

/** Sends so many a second, whether the ones before are answered or not. */
export async function drive(
  { aSecond, seconds }: { readonly aSecond: number; readonly seconds: number },
  crowdFor: (wanted: Wanted) => Pick<Crowd, 'act'>,
  mix: { next(): Wanted; learn(wanted: Wanted, heard: Heard): void },
): Promise<Driven> {
  const done: Done[] = [];
  const late: number[] = [];
  const inHand = new Set<Promise<void>>();
  const start = performance.now();
  const act = async (wanted: Wanted): Promise<void> => {
    const { kind } = wanted;
    const at = (performance.now() - start) / 1000;
    try {
      const heard = await crowdFor(wanted).act(actOf(wanted));
      const [broken] = /Something broke on my side[^"\\]*/.exec(heard.text) ?? [];
      done.push({ kind, at, ms: heard.ms, ...(broken !== undefined && { error: broken }) });
      mix.learn(wanted, heard);
    } catch (error) {
      done.push({ kind, at, error: error instanceof Error ? error.message : String(error) });
    }
  };
  const count = Math.round(aSecond * seconds);
  for (let number = 0; number < count; number += 1) {
    const due = start + (number * 1000) / aSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    late.push(Math.max(0, performance.now() - due));
    const work: Promise<void> = act(mix.next()).finally(() => inHand.delete(work));
    inHand.add(work);
  }
  await Promise.all(inHand);
  return { done, late };
}

const actOf = ({ user, space, channel, command, isHost }: Wanted): Act => ({
  ...{ user, space, channel, command },
  ...(isHost && { isHost }),
});
