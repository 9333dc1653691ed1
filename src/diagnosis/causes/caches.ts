import type { Cause } from '../cause.ts';
import type { Memory } from '../memory.ts';
import type { Survey } from '../survey.ts';
import { moreTime } from '../words.ts';

/** Everything is as it should be, and resolvers still remember what was before. */
export function cachesCause({ world }: Survey, [longest]: readonly Memory[]): Cause | undefined {
  if (!longest) return undefined;
  const { until, resolver, what } = longest;
  const span = moreTime(until - world.now);
  const sentence = `Nothing is wrong; caches need ${span}: until then the resolver \`@${resolver}\` remembers ${what}.`;
  return { verdict: 'wait', kind: 'caches', sentence, until };
}
