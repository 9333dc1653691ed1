import type { Rng } from '../../src/base/random.ts';
import type { Program } from '../../test/platforms/program.ts';
import type { Ledger } from './ledger.ts';
import type { Life } from './live.ts';
import type { CrashPlan } from './plan.ts';
import type { Town } from './town.ts';

/** A PostgreSQL server that can be killed. */
export interface Victim {
  /** By SIGKILL of all its processes. */
  readonly kill9: () => Promise<void>;
  readonly startMeanwhile: () => Promise<void>;
}

/** What goes on while one thing after the other is killed. */
export interface Crash {
  readonly plan: CrashPlan;
  /** A file, or an address. */
  readonly database: string;
  readonly server: Victim | undefined;
  readonly town: Town;
  readonly lives: readonly Life[];
  readonly ledger: Ledger;
  readonly rng: Rng;
  /** What is posted for all, the last of it, as JSON. */
  readonly latest: () => readonly string[];
  /** What an organiser does. */
  readonly lead: (over: AbortSignal) => Promise<void>;
  readonly tell: (words: string) => void;
  /** Ends it after the kill that comes next. */
  readonly enough: AbortSignal;
  /** What went wrong in the bots' own opinion, by their logs. */
  readonly incidents: string[];
  readonly faults: string[];
}

/** What came of it. */
export interface Killed {
  /** The bot that is at work in the end. */
  readonly bot: Program;
  readonly kills: number;
  /** How long the bot was without an answer after each start of the database, in milliseconds. */
  readonly recoveredMs: readonly number[];
}

/** Work is done for this long before a kill, in milliseconds. */
export const LEAST_WORK_MS = 20;
export const MOST_WORK_MS = 1500;
/** So long a database that was killed is not there. */
export const LEAST_DOWN_MS = 20;
export const MOST_DOWN_MS = 500;
