import { setTimeout as pause } from 'node:timers/promises';
import {
  type Crash,
  type Killed,
  LEAST_DOWN_MS,
  LEAST_WORK_MS,
  MOST_DOWN_MS,
  MOST_WORK_MS,
  type Victim,
} from './crash.ts';
import { live } from './live.ts';

/** Longer than any bot takes to notice that its database is back, on a machine that does other things too. */
const MOST_RECOVERY_MS = 30_000;

/**
 * One bot that works on and on, while its database is killed at a moment of chance and started again a moment later; each
 * time it has to go on by itself, and the next kill comes only once it has settled a response.
 */
export async function killDatabases(crash: Crash, server: Victim): Promise<Killed> {
  const { plan, database, town, lives, ledger, rng, latest, lead, tell, enough, faults } = crash;
  const bot = await town.startBot('gateway', database, 1);
  const over = new AbortController();
  const work = [...lives.map((life) => live(life, ledger, rng, latest, over.signal)), lead(over.signal)];
  const recoveredMs: number[] = [];
  let kills = 0;
  while (kills < plan.rounds && !enough.aborted) {
    await pause(rng.integer(LEAST_WORK_MS, MOST_WORK_MS));
    await server.kill9();
    kills += 1;
    await pause(rng.integer(LEAST_DOWN_MS, MOST_DOWN_MS));
    await server.startMeanwhile();
    const [from, settled] = [performance.now(), ledger.settled];
    const isLost = () => performance.now() - from > MOST_RECOVERY_MS || bot.process.exitCode !== null;
    while (ledger.settled === settled && !isLost()) await pause(5);
    recoveredMs.push(performance.now() - from);
    if (ledger.settled === settled) {
      faults.push(`after ${kills} kills of the database the bot did not go on: ${bot.log.slice(-3).join(' ')}`);
      break;
    }
    if (kills % 10 === 0) tell(`${kills} kills, ${ledger.responses.size} responses`);
  }
  over.abort();
  await Promise.all(work);
  return { bot, kills, recoveredMs };
}
