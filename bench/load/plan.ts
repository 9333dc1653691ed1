import { parseArgs } from 'node:util';

/** How much is done, and on what. */
export interface LoadPlan {
  readonly minutes: number;
  /** Interactions. */
  readonly aSecond: number;
  readonly learners: number;
  readonly reviews: number;
  /** A SQLite file, filled where it is not there yet, and kept; else one is made and thrown away. */
  readonly database?: string;
  readonly seed: number;
  /** A folder for a profile of the bot's processor time. */
  readonly profile?: string;
}

const NUMBERS = { minutes: 10, rate: 100, learners: 10_000, reviews: 1_000_000, seed: 1 } as const;

/** Reads `--minutes 1 --rate 50 …`; throws a sentence where something cannot be meant. */
export function readPlan(words: readonly string[]): LoadPlan {
  const names = [...Object.keys(NUMBERS), 'database', 'profile'];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...words], options });
  const number = (name: keyof typeof NUMBERS): number => {
    const value = Number(values[name] ?? NUMBERS[name]);
    if (!Number.isFinite(value) || value <= 0)
      throw new Error(`--${name} needs a number above 0, as in --${name} ${NUMBERS[name]}.`);
    return value;
  };
  return {
    ...{ minutes: number('minutes'), aSecond: number('rate'), learners: number('learners') },
    ...{ reviews: number('reviews'), seed: number('seed') },
    ...(typeof values.database === 'string' && { database: values.database }),
    ...(typeof values.profile === 'string' && { profile: values.profile }),
  };
}
