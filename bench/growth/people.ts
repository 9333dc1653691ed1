import type { Account } from '../../src/tutor/store/account.ts';

/** Who is in a database of growth: one large server first, then servers of fifty. */

export const IN_LARGE = 2000;
export const IN_SMALL = 50;
/** Of those who are measured. */
const MEASURED_SMALL = 16;
const MEASURED_LARGE = 4;

/** The numbers of those who are measured: the same of the large server, and of small ones from the first to the last. */
export function measured(learners: number): readonly number[] {
  const small = Array.from({ length: MEASURED_SMALL }, (_, place) => {
    const server = Math.floor((((learners - IN_LARGE) / IN_SMALL) * (place + 0.5)) / MEASURED_SMALL);
    return IN_LARGE + server * IN_SMALL + 7;
  });
  return [...Array.from({ length: MEASURED_LARGE }, (_, place) => place * 100), ...small];
}

export const serverOf = (learner: number): number =>
  learner < IN_LARGE ? 0 : 1 + Math.floor((learner - IN_LARGE) / IN_SMALL);

export const accountOf = (learner: number): Account => ({
  platform: 'discord',
  space: `s${serverOf(learner)}`,
  user: `u${learner}`,
});
