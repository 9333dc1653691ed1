import type { Instant } from '../base/time.ts';
import type { Concept } from './concept.ts';
import { isDue, type Memory, retrievability } from './memory.ts';

/** `due`: its review has come; `new`: not asked yet, and open; `ahead`: neither, so asked before its time. */
export interface Choice {
  readonly concept: Concept;
  readonly reason: 'due' | 'new' | 'ahead';
}

export interface Learned {
  /** In prerequisite order. */
  readonly concepts: readonly Concept[];
  readonly memories: ReadonlyMap<string, Memory>;
  readonly now: Instant;
}

/**
 * What to ask next: of what is due, the one likeliest to be forgotten; else the first new concept whose prerequisites
 * have been met; else the one likeliest to be forgotten of those known. Ties go to the earlier concept.
 * Undefined only when there are no concepts.
 */
export function chooseConcept({ concepts, memories, now }: Learned): Choice | undefined {
  const known = concepts.flatMap((concept) => {
    const memory = memories.get(concept.id);
    return memory ? [{ concept, memory }] : [];
  });
  const due = likeliestForgotten(
    known.filter(({ memory }) => isDue(memory, now)),
    now,
  );
  if (due) return { concept: due, reason: 'due' };

  const isMet = (id: string) => hasBeenMet(memories.get(id));
  const fresh = concepts.find(({ id, requires }) => !memories.has(id) && requires.every(isMet));
  if (fresh) return { concept: fresh, reason: 'new' };

  const ahead = likeliestForgotten(known, now) ?? concepts[0];
  return ahead && { concept: ahead, reason: 'ahead' };
}

/**
 * Whether what builds on a concept may be asked: it was asked, and is not a new one whose last response was wrong.
 * A lapse later does not close what it once opened: that has been taught, and the lapse has its own review.
 */
export function hasBeenMet(memory: Memory | undefined): boolean {
  if (memory === undefined) return false;
  return !(memory.phase === 'learning' && memory.lastRating === 'again');
}

function likeliestForgotten(
  known: readonly { readonly concept: Concept; readonly memory: Memory }[],
  now: Instant,
): Concept | undefined {
  const byRecall = known.map(({ concept, memory }) => ({ concept, recall: retrievability(memory, now) }));
  return byRecall.toSorted((one, other) => one.recall - other.recall)[0]?.concept;
}
