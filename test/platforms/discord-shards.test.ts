import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/store.ts';
import { connectProgram } from './discord/connect.ts';
import { aLearner } from './discord/learner.ts';
import { startStandIn } from './discord/stand-in.ts';

const SHARDS = 4;

/** An id that falls to a shard. Source: Gateway, Sharding: by all but the last 22 bits. */
const serverOf = (shard: number): string => String(BigInt(SHARDS * 1000 + shard) << 22n);

test('two hosts that start at one moment share four shards, though one may identify in five seconds; each interaction is answered once', async () => {
  const discord = await startStandIn();
  discord.gateway.identifyEvery(5000);
  onTestFinished(() => discord.close());
  const database = join(temporaryFolder(), 'shared.db');
  const hosts = [`0-1/${SHARDS}`, `2-3/${SHARDS}`].map((DISCORD_SHARDS) =>
    connectProgram(discord, ['--database', database], 'gateway', { DISCORD_SHARDS }),
  );
  onTestFinished(() => hosts.forEach(({ process }) => void process.kill('SIGKILL')));
  await Promise.all(hosts.map(({ logged }) => logged(/discord: ready/)));
  expect(discord.gateway.seen.shards.toSorted()).toEqual(['0/4', '1/4', '2/4', '3/4']);

  for (let shard = 0; shard < SHARDS; shard++) {
    const learner = aLearner(discord, 'server', serverOf(shard));
    const question = learner.command('quiz', {});
    expect(await learner.shown(question)).toHaveLength(1);
  }
  expect(discord.state.refusals).toEqual([]);
  // Who answered is in the log of each host: the two of its shards, and nothing else.
  const answered = () => hosts.map(({ log }) => log.filter((line) => /discord: quiz: answered/.test(line)).length);
  await vi.waitFor(() => expect(answered()).toEqual([2, 2]));
}, 180_000);
