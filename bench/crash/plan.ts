import { parseArgs } from 'node:util';

const KINDS = ['sqlite', 'postgres'] as const;
const VICTIMS = ['bot', 'database', 'both'] as const;

/** What is killed, how often, and by what chance. */
export interface CrashPlan {
  /** What the bot keeps its notes in. */
  readonly on: (typeof KINDS)[number];
  readonly kill: (typeof VICTIMS)[number];
  readonly rounds: number;
  readonly seed: number;
  readonly learners: number;
  /** How long the last bot may take until all that is due is posted, in milliseconds. */
  readonly restMs: number;
}

/** What was taken by a process that was killed is taken up by another a minute later. */
const REST_MS = 90_000;
const USUAL = { rounds: 200, seed: 1, learners: 15 } as const;

/** Reads `--on postgres --kill database --rounds 20 --seed 3`; throws a sentence where something cannot be meant. */
export function readCrashPlan(words: readonly string[]): CrashPlan {
  const names = ['on', 'kill', ...Object.keys(USUAL)];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...words], options });
  const oneOf = <Word extends string>(name: string, known: readonly Word[]): Word => {
    const value = values[name] ?? known[0];
    const found = known.find((word) => word === value);
    if (found === undefined)
      throw new Error(`--${name} needs one of ${known.join(', ')}, as in --${name} ${known[0]}.`);
    return found;
  };
  const number = (name: keyof typeof USUAL): number => {
    const value = Number(values[name] ?? USUAL[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} needs a whole number from 1, as in --${name} ${USUAL[name]}.`);
    return value;
  };
  const [on, kill] = [oneOf('on', KINDS), oneOf('kill', VICTIMS)];
  if (on === 'sqlite' && kill !== 'bot')
    throw new Error(`--kill ${kill} needs --on postgres: SQLite has no process of its own that could be killed.`);
  return { on, kill, rounds: number('rounds'), seed: number('seed'), learners: number('learners'), restMs: REST_MS };
}
