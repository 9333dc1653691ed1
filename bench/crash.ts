import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCrashPlan } from './crash/plan.ts';
import { crashAgainAndAgain } from './crash/run.ts';

/**
 * The whole program, killed in the middle of its work two hundred times: on a new SQLite file, or on what DATABASE_URL
 * names, which should be empty. Interrupted, it audits what was done so far. Fails where anything was lost or counted twice.
 */
export async function benchCrash(words: readonly string[] = []): Promise<void> {
  const plan = readCrashPlan(words);
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-crash-'));
  const database = process.env.DATABASE_URL ?? join(folder, 'tutor.db');
  console.log(`\nkill -9, ${plan.rounds} times, seed ${plan.seed}, ${plan.learners} learners on Discord and Slack`);
  try {
    const enough = new AbortController();
    process.once('SIGINT', () => enough.abort());
    const { counts, faults, ledger, kills, incidents } = await crashAgainAndAgain(
      plan,
      database,
      (how) => console.log(`  ${how}`),
      enough.signal,
    );
    for (const [name, count] of Object.entries(counts)) console.log(`  ${name}: ${count}`);
    console.log(`  kills: ${kills}, with ${ledger.cutOff} responses cut off; of what was delivered again`);
    console.log(`  (${ledger.again} times) ${ledger.answeredAgain} were answered; the others were pressed again`);
    console.log(`  incidents in the logs: ${incidents.length}`);
    for (const line of incidents.slice(0, 5)) console.log(`    ${line}`);
    console.log(`  faults: ${faults.length}`);
    for (const fault of faults.slice(0, 20)) console.log(`    ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
