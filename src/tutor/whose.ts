import type { Instant } from '../base/time.ts';
import type { Content } from './command.ts';
import type { LearnerId } from './store/account.ts';
import type { Store } from './store.ts';

/** Whose day it is. */
export interface Whose {
  readonly store: Store;
  readonly learner: LearnerId;
  readonly content: Content;
  readonly now: Instant;
}
