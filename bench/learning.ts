import { join } from 'node:path';
import { loadContent } from '../src/tutor/load-content.ts';
import { courseOf } from './learning/course.ts';
import { exponential } from './learning/exponential.ts';
import { leitner } from './learning/leitner.ts';
import type { MemoryModel } from './learning/memory-model.ts';
import { multiscale } from './learning/multiscale.ts';
import { ours, oursUntilDone } from './learning/ours.ts';
import { powerLaw } from './learning/power-law.ts';
import { allKnowing, atRandom, fixedOrder } from './learning/scheduler.ts';
import { study } from './learning/study.ts';
import { tellStudy, tellVariants } from './learning/tell.ts';

const MODELS: readonly (readonly [name: string, memory: MemoryModel])[] = [
  ['Power law, after Pavlik & Anderson (2005)', powerLaw],
  ['Exponential, a half-life that grows', exponential],
  ['Multiscale, after Mozer et al. (2009)', multiscale],
];
const SCHEDULERS = [
  ['random', atRandom],
  ['fixed order', fixedOrder],
  ['Leitner, five boxes', leitner],
  ['ours', ours],
  ['ours, and no question ahead of time', oursUntilDone],
  ['for comparison, one that reads minds', allKnowing],
] as const;
const LEARNERS = 1000;
const DAYS = 60;
const MINUTES = 10;

/** What else might be true of learners and their days; each with how it differs from the studies in full. */
const VARIANTS = [
  ['3 minutes a day', { minutesADay: 3, forgetting: 0 }],
  ['fast forgetters', { minutesADay: MINUTES, forgetting: 1 }],
  ['slow forgetters', { minutesADay: MINUTES, forgetting: -1 }],
] as const;
const LEARNERS_OF_VARIANTS = 200;

/**
 * What simulated learners come to recall of the real course, for the same minutes a day: under ours, and under simpler
 * ways to choose the next concept. All know as little as the tutor does, verdicts; none of the learners' memories works
 * as the tutor supposes.
 */
export async function benchLearning(): Promise<void> {
  const course = courseOf(loadContent(join(import.meta.dirname, '..')));
  const asks = `${course.concepts.length} concepts, ${DAYS} days`;
  for (const [name, memory] of MODELS) {
    const plan = { course, nature: { memory, forgetting: 0 }, days: DAYS, minutesADay: MINUTES };
    const title = `${name}: ${LEARNERS} learners, ${asks} of ${MINUTES} minutes`;
    tellStudy(title, study(plan, LEARNERS, SCHEDULERS));
  }
  console.log(
    `\nOurs, beside random: ${LEARNERS_OF_VARIANTS} learners each, ${asks}; questions as a share of random's`,
  );
  tellVariants(
    MODELS.flatMap(([name, memory]) =>
      VARIANTS.map(([variant, { minutesADay, forgetting }]) => {
        const plan = { course, nature: { memory, forgetting }, days: DAYS, minutesADay };
        const arms = study(plan, LEARNERS_OF_VARIANTS, [
          ['random', atRandom],
          ['ours', ours],
        ]);
        return { title: `${name.split(',')[0]}, ${variant}`, arms };
      }),
    ),
  );
}
