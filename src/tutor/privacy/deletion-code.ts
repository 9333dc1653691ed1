import { type DurationMs, type Instant, later, MINUTE } from '../../base/time.ts';
import { makeLinkCode } from '../link-code.ts';
import type { LearnerId } from '../store/account.ts';
import type { Holding } from '../store/privacy.ts';

/** How long a code is good for, at least. */
const GOOD_FOR: DurationMs = 15 * MINUTE;

/**
 * What has to be said to delete: it follows from who the learner is, how much is kept and roughly when, so that it is
 * good for nothing once something has changed, once it is done, or another day.
 */
export const deletionCode = (learner: LearnerId, holdings: readonly Holding[], now: Instant): string =>
  codeAt(learner, holdings, now);

export const isDeletionCode = (code: string, learner: LearnerId, holdings: readonly Holding[], now: Instant): boolean =>
  [now, later(now, -GOOD_FOR)].some((at) => codeAt(learner, holdings, at) === code);

const codeAt = (learner: LearnerId, holdings: readonly Holding[], at: Instant): string =>
  makeLinkCode(JSON.stringify(['delete', learner, holdings, Math.floor(at / GOOD_FOR)]));
