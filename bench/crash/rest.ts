import { setTimeout as pause } from 'node:timers/promises';
import { seededRng } from '../../src/base/random.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import type { Program } from '../../test/platforms/program.ts';
import { type Crash, MOST_WORK_MS } from './crash.ts';
import type { Ledger } from './ledger.ts';
import { live } from './live.ts';

const MOST_START_MS = 10_000;

/** The last bot takes up what was cut off, and posts what is due; then it is asked to stop. */
export async function comeToRest({ plan, database, lives, ledger, incidents }: Crash, bot: Program): Promise<void> {
  const over = new AbortController();
  const nothing = () => [];
  const work = lives.map((life) => live(life, ledger, seededRng(0), nothing, over.signal));
  await untilAtWork(ledger);
  await pause(MOST_WORK_MS);
  over.abort();
  await Promise.all(work);
  const until = performance.now() + plan.restMs;
  while (performance.now() < until && (await openPosts(database)) > 0) await pause(500);
  const code = await bot.stop();
  if (code !== 0) incidents.push(`the last bot ended with ${code}`);
  incidents.push(...incidentsIn(bot));
}

/** Until a response is settled; no longer than that takes on the slowest machine. */
export async function untilAtWork(ledger: Ledger): Promise<void> {
  const [until, settled] = [performance.now() + MOST_START_MS, ledger.settled];
  while (ledger.settled === settled && performance.now() < until) await pause(5);
}

/** The lines of a log that say that something went wrong; not those of what was pressed, which name an incident too. */
export const incidentsIn = ({ log }: Program): readonly string[] =>
  log.filter((line) => /incident \w+:|Something is broken/.test(line) && !line.includes('"event":"interaction"'));

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
