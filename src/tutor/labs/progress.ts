import type { Judged } from '../../labs/judge.ts';
import type { Block } from '../reply.ts';

/** How many of a lab's checks hold: `3 of 5`. */
export function progress(judged: readonly Judged[]): Block {
  const passing = judged.filter(({ passes }) => passes).length;
  return {
    ...{ kind: 'meter', label: 'Goal', share: passing / judged.length },
    text: `${passing} of ${judged.length}`,
  };
}
