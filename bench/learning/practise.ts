import { shuffle } from '../../src/base/random.ts';
import { DAY, HOUR, type Instant, instant, later, SECOND } from '../../src/base/time.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Course, Question } from './course.ts';
import { makeLearner, type Nature, type Verdict } from './learner.ts';
import { BETWEEN_SESSIONS, type Moment } from './memory-model.ts';
import type { MakeScheduler } from './scheduler.ts';

export interface Plan {
  readonly course: Course;
  readonly nature: Nature;
  readonly days: number;
  readonly minutesADay: number;
}

/** What became of one learner under one scheduler. */
export interface Diary {
  /** Before each day's practice, the first day first, and once more on the day after the last. */
  readonly mornings: readonly Morning[];
  /** Right after the last question of all. */
  readonly recallAtEnd: number;
  /** A week after the last day, without practice since. */
  readonly recallAWeekLater: number;
  /** Every question put, in order. */
  readonly asked: readonly Asked[];
}
export interface Morning {
  /** Put so far. */
  readonly questions: number;
  /** Cold, 0 to 1. */
  readonly recall: number;
}
export interface Asked {
  readonly day: number;
  readonly concept: string;
  readonly item: string;
  readonly seconds: number;
  readonly verdict: Verdict;
}

const START = instant(Date.UTC(2026, 0, 1, 18));

/** One learner's days: the same minutes each, at about the same hour; a question is begun only if its time is left. */
export function practise(plan: Plan, make: MakeScheduler, seed: number): Diary {
  const { course, nature, days, minutesADay } = plan;
  const learner = makeLearner(course, nature, seed);
  const clock = startClock();
  const scheduler = make(course, chanceOf(1_000_003 + seed), (concept) => learner.recallOf(concept, clock.moment()));
  const hours = chanceOf(2_000_003 + seed);
  const decks = shuffledDecks(course, chanceOf(3_000_017 + seed));
  const asked: Asked[] = [];
  const mornings: Morning[] = [];
  for (let day = 0; day < days; day++) {
    clock.restUntil(later(START, day * DAY + hours.between(-1, 1) * HOUR));
    mornings.push({ questions: asked.length, recall: learner.recall(clock.moment()) });
    let left = minutesADay * 60;
    for (;;) {
      const concept = scheduler.next(clock.now());
      if (concept === undefined) break;
      const [question, ...others] = decks.get(concept) ?? [];
      if (question === undefined) throw new Error(`no question of ${concept}`);
      const seconds = learner.seconds(question);
      if (seconds > left) break;
      decks.set(concept, [...others, question]);
      left -= seconds;
      clock.spend(seconds);
      const verdict = learner.respond(question, clock.moment());
      scheduler.learn(concept, verdict, clock.now());
      asked.push({ day, concept, item: question.item, seconds, verdict });
    }
  }
  const recallAtEnd = learner.recall(clock.moment());
  clock.restUntil(later(START, days * DAY));
  mornings.push({ questions: asked.length, recall: learner.recall(clock.moment()) });
  clock.restUntil(later(START, (days + 6) * DAY));
  return { mornings, recallAtEnd, recallAWeekLater: learner.recall(clock.moment()), asked };
}

interface Clock {
  now(): Instant;
  moment(): Moment;
  restUntil(at: Instant): void;
  spend(seconds: number): void;
}

function startClock(): Clock {
  let now = START;
  let lived = 0;
  return {
    now: () => now,
    moment: () => ({ day: (now - START) / DAY, lived }),
    restUntil(at) {
      lived += (Math.max(0, at - now) / SECOND) * BETWEEN_SESSIONS;
      now = instant(Math.max(at, now));
    },
    spend(seconds) {
      lived += seconds;
      now = later(now, seconds * SECOND);
    },
  };
}

/**
 * The questions of each concept in the order in which they will be put, whoever chooses the concept: by chance, and then
 * round and round, so that as in `pickItem` it is always one that was put least often and longest ago.
 */
const shuffledDecks = ({ questions }: Course, chance: Chance): Map<string, readonly Question[]> =>
  new Map([...questions].map(([concept, own]) => [concept, shuffle(chance, own)]));
