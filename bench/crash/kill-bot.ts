import { setTimeout as pause } from 'node:timers/promises';
import { type Crash, type Killed, LEAST_DOWN_MS, LEAST_WORK_MS, MOST_DOWN_MS, MOST_WORK_MS } from './crash.ts';
import { live } from './live.ts';
import { incidentsIn, untilAtWork } from './rest.ts';

/** The database is killed at most this long before the bot, where both are. */
const MOST_APART_MS = 40;

/**
 * Rounds of work, each ended by `kill -9` of the bot at a moment of chance; in turns by the gateway and Socket Mode, and by
 * HTTP. Where both are to be killed the database goes just before it, or at the same moment.
 */
export async function killBots(crash: Crash): Promise<Killed> {
  const { plan, database, server, town, lives, ledger, rng, latest, lead, tell, enough, incidents } = crash;
  let kills = 0;
  for (let round = 1; round <= plan.rounds && !enough.aborted; round += 1) {
    const bot = await town.startBot(round % 2 === 0 ? 'http' : 'gateway', database, round);
    const over = new AbortController();
    const work = [...lives.map((life) => live(life, ledger, rng, latest, over.signal)), lead(over.signal)];
    // Some are killed while they start; a slow machine must not make that all of them.
    if (rng.integer(0, 3) > 0) await untilAtWork(ledger);
    await pause(rng.integer(LEAST_WORK_MS, MOST_WORK_MS));
    const gone = plan.kill === 'both' ? server?.kill9() : undefined;
    if (gone) await pause(rng.integer(0, MOST_APART_MS));
    bot.process.kill('SIGKILL');
    over.abort();
    await Promise.all([...work, bot.ended, gone]);
    town.forgetBot();
    kills = round;
    incidents.push(...incidentsIn(bot));
    if (round % 10 === 0) tell(`${round} kills, ${ledger.responses.size} responses`);
    if (gone === undefined) continue;
    await pause(rng.integer(LEAST_DOWN_MS, MOST_DOWN_MS));
    await server?.startMeanwhile();
  }
  return { bot: await town.startBot('gateway', database, 0), kills, recoveredMs: [] };
}
