import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '../src/base/random.ts';
import { startBot } from './interactions/bot.ts';
import { openDiscordCrowd } from './load/discord-crowd.ts';
import { drive } from './load/drive.ts';
import { fillDatabase } from './load/fill.ts';
import { watch } from './load/health.ts';
import { openMix } from './load/mix.ts';
import { readPlan } from './load/plan.ts';
import { drawer, populationOf } from './load/population.ts';
import { openSlackCrowd } from './load/slack-crowd.ts';
import { tellLoad } from './load/tell.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const HEALTH = join(import.meta.dirname, 'load/report-health.ts');

/**
 * The whole program under the load of ten minutes: a mix of what learners do, so many a second, on a database with the
 * history of many. The bot is a process of its own; the platforms and those who press are this one.
 */
export async function benchLoad(words: readonly string[] = []): Promise<void> {
  const plan = readPlan(words);
  const { aSecond, minutes, learners, reviews, seed } = plan;
  const members = populationOf(learners);
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-load-'));
  const file = plan.database ?? join(folder, 'tutor.db');
  console.log(`\n${aSecond} interactions a second for ${minutes} minutes; ${learners} learners, ${reviews} reviews`);
  if (!existsSync(file)) {
    const began = performance.now();
    await fillDatabase(file, members, reviews, Date.now());
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`  filled in ${seconds} s: ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`);
  }
  const [discord, slack] = [await openDiscordCrowd(), await openSlackCrowd()];
  const flags = plan.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${plan.profile}`];
  const bot = await startBot(
    [MAIN, '--database', file, '--seed', String(seed)],
    { ...discord.environment, ...slack.environment },
    { report: HEALTH, flags, ready: /listening at/ },
  );
  const mix = openMix(seededRng(seed), drawer(members), members);
  discord.onPost(({ space, text }) => mix.overhear(space, text));
  const health = watch(bot.process);
  try {
    const driven = await drive(
      { aSecond, seconds: 60 * minutes },
      ({ member }) => {
        return member.account.platform === 'slack' ? slack : discord;
      },
      mix,
    );
    tellLoad(driven, await health(), aSecond);
    for (const line of bot.log.filter((each) => /incident|error/.test(each)).slice(0, 5)) console.log(`  bot: ${line}`);
  } finally {
    await bot.stop();
    await Promise.all([discord.close(), slack.close()]);
    rmSync(folder, { recursive: true });
  }
}
