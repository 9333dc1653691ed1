import { formatDuration } from '../base/time.ts';
import type { Refusal } from '../world/decide.ts';
import type { World } from '../world/world.ts';
import { describeHostRefusal } from './describe-host-refusal.ts';
import { describeRegistrationRefusal } from './describe-registration-refusal.ts';

/** What the party that refused says, and what to do instead. */
export function describeRefusal(world: World, refusal: Refusal): string {
  if ('host' in refusal) return describeHostRefusal(world.catalogue, refusal);
  if (refusal.reason === 'cannot-wait') {
    return `The clock here goes forward only, at most ${formatDuration(refusal.most)} at once, and stops before the year 10000.`;
  }
  return describeRegistrationRefusal(world, refusal);
}
