import type { Chance } from './chance.ts';
import type { Course, Question } from './course.ts';

/** The misconceptions that a learner holds. */
export interface Beliefs {
  /** The one that a question's distractors appeal to, if any is held. */
  temptedBy(question: Question): string | undefined;
  /** One correction; the last one that was needed ends it. */
  correct(belief: string): void;
}

/**
 * Draws which misconceptions are held at first, and how many corrections each takes, one to three. What was believed and
 * corrected stays so: hypercorrection, Butterfield & Metcalfe (2001).
 */
export function drawBeliefs({ misconceptions }: Course, nature: Chance): Beliefs {
  const share = nature.between(0.2, 0.5);
  const drawn = misconceptions.map((id) => [id, nature.happens(share) ? 1 + nature.place(3) : 0] as const);
  const corrections = new Map(drawn.filter(([, count]) => count > 0));
  return {
    temptedBy: (question) => question.misconceptions.find((id) => corrections.has(id)),
    correct(belief) {
      const left = (corrections.get(belief) ?? 0) - 1;
      if (left > 0) corrections.set(belief, left);
      else corrections.delete(belief);
    },
  };
}
