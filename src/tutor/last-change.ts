import type { TakenStep, WorldHead } from './store/worlds.ts';
import type { Store } from './store.ts';
import { readEvents } from './stored.ts';

/** The last thing that somebody did in a world, and how many look-ups there were since. */
export interface LastChange {
  readonly seq: number;
  readonly step: TakenStep;
  readonly lookUpsSince: number;
}

/**
 * The last step of a world that changed more than what resolvers remember; undefined if there is none.
 * @param from the first step that counts
 */
export async function lastChange(
  store: Pick<Store, 'worldSteps'>,
  { id, length }: Pick<WorldHead, 'id' | 'length'>,
  from = 0,
): Promise<LastChange | undefined> {
  // A few at a time: mostly it is the very last.
  for (let below = length; below > from; below -= AT_ONCE) {
    const first = Math.max(from, below - AT_ONCE);
    const steps = await store.worldSteps(id, first, below);
    const last = steps.findLastIndex(isChange);
    const step = steps[last];
    if (step) return { seq: first + last, step, lookUpsSince: length - (first + last) - 1 };
  }
  return undefined;
}

const AT_ONCE = 16;

const isChange = (step: TakenStep): boolean => readEvents(step).some(({ kind }) => kind !== 'question-asked');
