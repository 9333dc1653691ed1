import type { Instant } from '../base/time.ts';
import type { Deps } from './command.ts';

/**
 * Does what is due by the clock, as kept in the store: carries rows on and adds the posts that tell of it, in one commit.
 * Any number of processes do this at once, at any time, and may end in the middle.
 */
export type DueWork = (deps: Deps, now: Instant) => Promise<void>;
