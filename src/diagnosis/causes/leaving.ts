import { formatInstant, type Instant } from '../../base/time.ts';
import type { Cause } from '../cause.ts';
import type { Survey } from '../survey.ts';
import { delegationCause } from './delegation.ts';

/**
 * What will be wrong with a delegation in which nothing is wrong yet, once name servers have heard that a zone was
 * deleted: it is to be put right now.
 * @param then of the world without that zone
 * @param at when it comes to that
 */
export function leavingCause(now: Survey, then: Survey, at: Instant): Cause | undefined {
  const cause = delegationCause(then);
  if (cause?.verdict !== 'act' || delegationCause(now)?.verdict === 'act') return undefined;
  const until = `So it is from ${formatInstant(at)} UTC on: until then a zone answers that was deleted.`;
  return { ...cause, sentence: `${cause.sentence} ${until}` };
}
