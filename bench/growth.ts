import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { AskedQuery } from '../src/store/observe-query.ts';
import { openDatabase } from '../src/store/open-store.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import { startServer } from '../test/support/postgres/server.ts';
import { fillGrowth } from './growth/fill.ts';
import { type Grown, START, TIMED, type Timed, type Times, user } from './growth/measure.ts';
import { type GrowthPlan, readGrowthPlan } from './growth/plan.ts';
import { scansIn } from './growth/plans.ts';

/** So much longer may something take with the most learners, beside the fewest. */
const MOST = 1.5;

/** The same things done by the same learners among few others and among very many, in turns; and how the database finds what they need. */
export async function benchGrowth(words: readonly string[] = []): Promise<void> {
  const isWell = await grow(readGrowthPlan(words), (line) => console.log(line));
  if (!isWell) process.exitCode = 1;
}

/** Whether nothing took much longer, and nothing was read from end to end. */
export async function grow(plan: GrowthPlan, tell: (line: string) => void): Promise<boolean> {
  const folder = plan.folder ?? mkdtempSync(join(tmpdir(), 'hostmaster-growth-'));
  const server = plan.on === 'postgres' ? await startServer() : undefined;
  const all: Grown[] = [];
  try {
    tell(`\nWith more learners, on ${plan.on}: milliseconds, the median of all times (and the longest)`);
    for (const learners of plan.learners)
      all.push(
        await open(learners, server ? await newDatabase(server.url, learners) : join(folder, `${learners}.db`), tell),
      );
    const times = await measureInTurns(all, plan.rounds);
    const isEven = tellTimes(plan.learners, times, tell);
    const last = all.at(-1);
    const scans = last ? await scansIn(last.db, last.asked.values()) : [];
    tell(`  ${last?.asked.size} queries of these were explained; ${scans.length} read a growing table from end to end`);
    for (const scan of scans) tell(`  ${scan}`);
    return isEven && scans.length === 0;
  } finally {
    for (const { db } of all) await db.destroy();
    server?.stop();
    if (plan.folder === undefined) rmSync(folder, { recursive: true });
  }
}

async function newDatabase(url: string, learners: number): Promise<string> {
  const client = new Client(`${url}/postgres`);
  await client.connect();
  await client.query(`create database grown_${learners}`);
  await client.end();
  return `${url}/grown_${learners}`;
}

/** Opens a database, and fills it if it is new. What is asked of it then is noted. */
async function open(learners: number, place: string, tell: (line: string) => void): Promise<Grown> {
  const isFull = !place.startsWith('postgres') && existsSync(place);
  if (!isFull) {
    const began = performance.now();
    const filling = await openDatabase(place, { connections: 1 });
    await fillGrowth(filling, learners, START);
    const size = await sizeOf(filling, place);
    await filling.destroy();
    tell(`  ${count(learners)} learners filled in ${((performance.now() - began) / 1000).toFixed(0)} s: ${size} MiB`);
  }
  const asked = new Map<string, AskedQuery>();
  const db = await openDatabase(place, { observe: (_kind, _ms, _isFault, query) => asked.set(query.sql, query) });
  asked.clear();
  return { learners, db, asked };
}

async function sizeOf(db: Grown['db'], place: string): Promise<number> {
  const { rows } = await (place.startsWith('postgres')
    ? sql<{ size: number }>`select pg_database_size(current_database()) as size`
    : sql<{ size: number }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`
  ).execute(db);
  return Math.round(Number(rows[0]?.size ?? 0) / 2 ** 20);
}

/** By the place of each database. The first round is for warming up. */
async function measureInTurns(all: readonly Grown[], rounds: number): Promise<readonly Times[]> {
  const content = loadContent(join(import.meta.dirname, '..'));
  const times = all.map((): Times => new Map(TIMED.map((what) => [what, []])));
  const users = all.map((grown, place) => user(grown, content, times[place] ?? new Map()));
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < users.length; turn += 1) await users[(turn + round) % users.length]?.(round);
    if (round === 0) for (const of of times) for (const list of of.values()) list.length = 0;
  }
  return times;
}

function tellTimes(learners: readonly number[], times: readonly Times[], tell: (line: string) => void): boolean {
  tell(`  ${''.padEnd(36)}${learners.map((each) => count(each).padStart(20)).join('')}     ratio`);
  const ratios = TIMED.map((what) => {
    const medians = times.map((of) => median(of.get(what) ?? []));
    const ratio = Math.max(...medians) / (medians[0] ?? 0);
    const cells = times.map((of, place) => cell(medians[place] ?? 0, of, what));
    tell(`  ${what.padEnd(36)}${cells.join('')}${ratio.toFixed(2).padStart(10)}${ratio > MOST ? '  too much' : ''}`);
    return ratio;
  });
  return ratios.every((ratio) => ratio <= MOST);
}

const cell = (middle: number, times: Times, what: Timed): string =>
  `${middle.toFixed(1)} (${Math.max(0, ...(times.get(what) ?? [])).toFixed(0)})`.padStart(20);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const count = (learners: number): string => learners.toLocaleString('en-US');
