import type { Rng } from '../../src/base/random.ts';
import type { Deps } from '../../src/tutor/command.ts';

/** Where a process ends: once a run is claimed and before its posts are made; within a close; around a post. */
export const KILL_POINTS = ['claimed', 'closing', 'taken', 'posted'] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

class Killed extends Error {}

/** Whether it is nothing but that a process was killed. */
export const isOfKilled = (error: unknown): boolean =>
  error instanceof AggregateError ? error.errors.every(isOfKilled) : error instanceof Killed;

export interface Mortal {
  readonly deps: Deps;
  readonly isDead: () => boolean;
  /** The keys of the posts that it took and has not settled: for a minute nobody else may take those. */
  readonly inHand: ReadonlySet<string>;
}

/** What a process has that ends at a point, if it comes to it: whatever it does after that has no effect. */
export function mortal(deps: Deps, point: KillPoint): Mortal {
  let isDead = false;
  const inHand = new Set<string>();
  const die = (): never => {
    isDead = true;
    throw new Killed(point);
  };
  const { store, courier } = deps;
  const changed = {
    ...store,
    runSchedule: async (...[run, closing]: Parameters<typeof store.runSchedule>) => {
      const breaking = closing && point === 'closing' ? die : closing;
      const isOurs = await store.runSchedule(run, breaking);
      return point === 'claimed' && isOurs ? die() : isOurs;
    },
    takePost: async (...words: Parameters<typeof store.takePost>) => {
      const post = await store.takePost(...words);
      if (post) inHand.add(post.key);
      return post && point === 'taken' ? die() : post;
    },
  };
  const settlePost: typeof store.settlePost = async (key, ...words) => {
    const isNew = await store.settlePost(key, ...words);
    inHand.delete(key);
    return isNew;
  };
  const post = async (...words: Parameters<typeof courier.post>) => {
    const outcome = await courier.post(...words);
    return point === 'posted' ? die() : outcome;
  };
  const whileAlive = <Port extends object>(port: Port): Port =>
    new Proxy(port, { get: (target, name) => (isDead ? die() : Reflect.get(target, name)) });
  return {
    deps: { ...deps, store: whileAlive({ ...changed, settlePost }), courier: whileAlive({ ...courier, post }) },
    isDead: () => isDead,
    inHand,
  };
}

/** One of some points, or none: as often as not. */
export const perhapsOneOf = (points: readonly KillPoint[], rng: Rng): KillPoint | undefined =>
  points[rng.integer(0, 2 * points.length - 1)];
