import type { Learned, Today } from './choose.ts';
import type { Concept } from './concept.ts';
import { isDue, retrievability } from './memory.ts';

/** What is due, so that it is never a wall: what there is room for today, and how many there are in all. */
export interface Due {
  /** The likeliest forgotten first. */
  readonly today: readonly Concept[];
  readonly all: number;
}

/** Of what is due, as many as the cap leaves for today, the riskiest ones. */
export function dueToday({ concepts, memories, now }: Learned, { done, cap }: Today): Due {
  const due = concepts.flatMap((concept) => {
    const memory = memories.get(concept.id);
    return memory && isDue(memory, now) ? [{ concept, recall: retrievability(memory, now) }] : [];
  });
  const byRisk = due.toSorted((one, other) => one.recall - other.recall).map(({ concept }) => concept);
  return { today: byRisk.slice(0, Math.max(0, cap - done)), all: due.length };
}
