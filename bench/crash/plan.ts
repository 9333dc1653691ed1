import { parseArgs } from 'node:util';

/** How often the bot is killed, and by what chance. */
export interface CrashPlan {
  readonly rounds: number;
  readonly seed: number;
  readonly learners: number;
  /** How long the last bot may take until all that is due is posted, in milliseconds. */
  readonly restMs: number;
}

/** What was taken by a process that was killed is taken up by another a minute later. */
const REST_MS = 90_000;
const USUAL = { rounds: 200, seed: 1, learners: 15 } as const;

/** Reads `--rounds 20 --seed 3`; throws a sentence where something cannot be meant. */
export function readCrashPlan(words: readonly string[]): CrashPlan {
  const options = Object.fromEntries(Object.keys(USUAL).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...words], options });
  const number = (name: keyof typeof USUAL): number => {
    const value = Number(values[name] ?? USUAL[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} needs a whole number from 1, as in --${name} ${USUAL[name]}.`);
    return value;
  };
  return { rounds: number('rounds'), seed: number('seed'), learners: number('learners'), restMs: REST_MS };
}
