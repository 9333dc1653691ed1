import { drawBeliefs } from './beliefs.ts';
import { chanceOf } from './chance.ts';
import type { Course, Question } from './course.ts';
import { drawKnowledge } from './knowledge.ts';
import type { MemoryModel, Moment } from './memory-model.ts';

/** A kind of learner: how memory works, and how fast it fades: 0 is usual, above 0 faster, in standard deviations. */
export interface Nature {
  readonly memory: MemoryModel;
  readonly forgetting: number;
}

export type Verdict = 'correct' | 'partial' | 'incorrect';

export interface Learner {
  /** How many seconds a question takes: to read it and its feedback, to think, and to press. */
  seconds(question: Question): number;
  /** Gives a response, reads the feedback, and learns from it. */
  respond(question: Question, now: Moment): Verdict;
  /** The chance to recall one concept now. */
  recallOf(concept: string, now: Moment): number;
  /**
   * The share of the course that would be given unaided: over all concepts, the mean chance to recall it and not to be
   * led astray by a misconception still held. Lucky guesses and slips are no part of it.
   */
  recall(now: Moment): number;
}

/** Words a second. Source: Brysbaert (2019), 238 a minute for silent reading of non-fiction. */
const READING_SPEED = 238 / 60;
const THINKING_SECONDS = 6;
/** The chance that a held misconception wins over what is recalled, and where nothing is. */
const TEMPTED_KNOWING = 0.25;
const TEMPTED_UNKNOWING = 0.75;
/** What is left of the chance to understand feedback when nothing of a prerequisite is known. */
const UNDERSTOOD_UNPREPARED = 0.25;

/**
 * A learner drawn from a seed: the same seed and nature give the same learner, whatever the scheduler.
 * Guesses and slips are those of Corbett & Anderson (1995). Feedback on what builds on unknown things is mostly lost,
 * as knowledge spaces suppose, Doignon & Falmagne (1985). Retrieval always strengthens a memory, Roediger & Karpicke
 * (2006). How memory fades is the nature's; the other magnitudes are plausible and not fitted.
 */
export function makeLearner(course: Course, { memory, forgetting }: Nature, seed: number): Learner {
  const nature = chanceOf(2 * seed);
  const luck = chanceOf(2 * seed + 1);
  const pace = Math.exp(0.2 * nature.normal());
  const slip = nature.between(0.02, 0.08);
  const understanding = nature.between(0.6, 0.9);
  const knowledge = drawKnowledge(course.concepts, memory, forgetting + nature.normal(), nature);
  const beliefs = drawBeliefs(course, nature);

  const give = (question: Question, retrieved: boolean): Verdict => {
    const belief = beliefs.temptedBy(question);
    if (belief !== undefined && luck.happens(retrieved ? TEMPTED_KNOWING : TEMPTED_UNKNOWING)) {
      beliefs.correct(belief);
      return 'incorrect';
    }
    if (retrieved) return luck.happens(slip) ? 'incorrect' : 'correct';
    const { correct, partial } = question.guess;
    const drawn = luck.share();
    if (drawn < correct) return 'correct';
    return drawn < correct + partial ? 'partial' : 'incorrect';
  };
  const understands = (concept: string, now: Moment): boolean => {
    const ready = UNDERSTOOD_UNPREPARED + (1 - UNDERSTOOD_UNPREPARED) * knowledge.prepared(concept, now);
    return luck.happens(understanding * ready);
  };
  return {
    seconds: ({ words }) => pace * (words / READING_SPEED + THINKING_SECONDS),
    respond(question, now) {
      const trace = knowledge.of(question.concept);
      const retrieved = luck.happens(trace.recall(now));
      const verdict = give(question, retrieved);
      if (retrieved || understands(question.concept, now)) trace.practise(now, retrieved);
      return verdict;
    },
    recallOf: (concept, now) => knowledge.of(concept).recall(now),
    recall(now) {
      const shares = [...course.questions].map(([concept, questions]) => {
        const tempting = questions.filter((question) => beliefs.temptedBy(question) !== undefined).length;
        return knowledge.of(concept).recall(now) * (1 - (TEMPTED_KNOWING * tempting) / questions.length);
      });
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    },
  };
}
