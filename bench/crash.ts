import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Server, startServer } from '../test/support/postgres/server.ts';
import { type CrashPlan, readCrashPlan } from './crash/plan.ts';
import { crashAgainAndAgain } from './crash/run.ts';
import { tellCrash } from './crash/tell.ts';

/**
 * The whole program at work while it, its database or both are killed two hundred times: on a new SQLite file, on a new
 * PostgreSQL server of its own, or on what DATABASE_URL names, which should be empty. Interrupted, it audits what was done
 * so far. Fails where anything was lost or counted twice.
 */
export async function benchCrash(words: readonly string[] = []): Promise<void> {
  const plan = readCrashPlan(words);
  const { rounds, seed, learners, kill } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-crash-'));
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort());
  let server: Server | undefined;
  try {
    server = await serverFor(plan);
    const database = server ? `${server.url}/postgres` : (process.env.DATABASE_URL ?? join(folder, 'tutor.db'));
    console.log(
      `\nkill -9 of ${WORDS[kill]}, ${rounds} times, seed ${seed}, ${learners} learners on Discord and Slack`,
    );
    console.log(`  on ${await kindOf(database)}`);
    const tell = (how: string) => console.log(`  ${how}`);
    const run = await crashAgainAndAgain(plan, { database, ...(server && { server }) }, tell, enough.signal);
    for (const line of tellCrash(run)) console.log(`  ${line}`);
    if (run.faults.length > 0) process.exitCode = 1;
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true });
  }
}

const WORDS: Readonly<Record<CrashPlan['kill'], string>> = {
  bot: 'the bot',
  database: 'the database',
  both: 'the bot and the database',
};

/** One of its own, if it is asked for PostgreSQL and none is named. */
async function serverFor({ on, kill }: CrashPlan): Promise<Server | undefined> {
  if (process.env.DATABASE_URL === undefined) return on === 'postgres' ? startServer() : undefined;
  if (kill === 'bot') return undefined;
  throw new Error(`--kill ${kill} kills a server of its own only. Unset DATABASE_URL, and it starts one.`);
}

/** What it is, and whether it waits for the disk. */
async function kindOf(database: string): Promise<string> {
  if (!database.startsWith('postgres')) return 'SQLite';
  const client = new Client(database);
  await client.connect();
  const settingOf = async (name: string): Promise<string> => (await client.query(`show ${name}`)).rows[0][name];
  const [version, ...settings] = ['server_version', 'fsync', 'full_page_writes', 'synchronous_commit'];
  const told = [`PostgreSQL ${await settingOf(version ?? '')}`];
  for (const name of settings) told.push(`${name} ${await settingOf(name)}`);
  await client.end();
  return told.join(', ');
}
