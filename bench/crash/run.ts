import { setTimeout as pause } from 'node:timers/promises';
import { seededRng } from '../../src/base/random.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import { type Audit, auditDatabase } from './audit.ts';
import { doublePosts, groupLife, postedIn } from './group-life.ts';
import { type Ledger, newLedger } from './ledger.ts';
import { type Life, live } from './live.ts';
import type { CrashPlan } from './plan.ts';
import { openTown, type Town } from './town.ts';

export interface CrashRun extends Audit {
  readonly ledger: Ledger;
  /** How often the bot was killed in the middle of work. */
  readonly kills: number;
  /** What went wrong in the bots' own opinion, by their logs. */
  readonly incidents: readonly string[];
}

/** Work is done for this long before the kill, in milliseconds. */
const LEAST_WORK_MS = 20;
const MOST_WORK_MS = 1500;
/** How many messages back people look for a question of a round. */
const LOOK_BACK = 12;

/**
 * Rounds of work, each ended by `kill -9` at a moment of chance; in turns by the gateway and Socket Mode, and by HTTP.
 * What was not answered is delivered again to the next bot. In the end the database is held against what people know.
 * @param database a file, or an address
 * @param tell hears how far it is
 * @param enough ends it after the kill that comes next
 */
export async function crashAgainAndAgain(
  { rounds, seed, learners, restMs }: CrashPlan,
  database: string,
  tell: (words: string) => void = () => {},
  enough: AbortSignal = new AbortController().signal,
): Promise<CrashRun> {
  const town = await openTown(learners);
  const rng = seededRng(seed);
  const ledger = newLedger();
  const lead = groupLife(town);
  const lives = town.learners.map((person): Life => ({ person, open: undefined, waiting: undefined, seen: new Set() }));
  const incidents: string[] = [];
  let kills = 0;
  const latest = () =>
    postedIn(town)
      .slice(-LOOK_BACK)
      .map(({ components }) => JSON.stringify(components));
  try {
    for (let round = 1; round <= rounds && !enough.aborted; round += 1) {
      const bot = await town.startBot(round % 2 === 0 ? 'http' : 'gateway', database, round);
      const over = new AbortController();
      const work = [...lives.map((life) => live(life, ledger, rng, latest, over.signal)), lead(over.signal)];
      await pause(rng.integer(LEAST_WORK_MS, MOST_WORK_MS));
      bot.process.kill('SIGKILL');
      over.abort();
      await Promise.all([...work, bot.ended]);
      town.forgetBot();
      kills = round;
      incidents.push(...bot.log.filter((line) => /incident|Something is broken/.test(line)));
      if (round % 10 === 0) tell(`${round} kills, ${ledger.responses.size} responses`);
    }
    await comeToRest(town, lives, ledger, { database, restMs }, incidents);
    const audit = await auditDatabase(database, ledger, town.learners);
    const faults = [...audit.faults, ...doublePosts(town), ...refusedIn(town)];
    return { counts: audit.counts, faults, ledger, kills, incidents };
  } finally {
    await town.close();
  }
}

/** A last bot takes up what was cut off, and posts what is due; then it is asked to stop. */
async function comeToRest(
  town: Town,
  lives: readonly Life[],
  ledger: Ledger,
  { database, restMs }: { readonly database: string; readonly restMs: number },
  incidents: string[],
): Promise<void> {
  const bot = await town.startBot('gateway', database, 0);
  const over = new AbortController();
  const nothing = () => [];
  const work = lives.map((life) => live(life, ledger, seededRng(0), nothing, over.signal));
  await pause(MOST_WORK_MS);
  over.abort();
  await Promise.all(work);
  const until = performance.now() + restMs;
  while (performance.now() < until && (await openPosts(database)) > 0) await pause(500);
  const code = await bot.stop();
  if (code !== 0) incidents.push(`the last bot ended with ${code}`);
  incidents.push(...bot.log.filter((line) => /incident|Something is broken/.test(line)));
}

/** How many posts are due and not settled. */
async function openPosts(database: string): Promise<number> {
  const db = await openDatabase(database);
  const open = await db
    .selectFrom('post')
    .select('key')
    .where('settled_at', 'is', null)
    .where('due_at', '<=', Date.now() as never)
    .execute();
  await db.destroy();
  return open.length;
}

/** What the platforms refused, but for what comes of a bot that is not there, or begins again what one before had done. */
const refusedIn = ({ discord, slack }: Town): readonly string[] =>
  [...discord.state.refusals, ...slack.refusals].filter(
    (refusal) => !/no answer within three seconds|10062|40060|10015|160004/.test(refusal),
  );
