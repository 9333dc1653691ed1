import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../support/store.ts';
import { connectProgram } from './discord/connect.ts';
import { aLearner } from './discord/learner.ts';
import { newInteraction, payloadOf } from './discord/payload.ts';
import { type StandIn, startStandIn } from './discord/stand-in.ts';
import { newSnowflake } from './discord/state.ts';
import { byHttp } from './slack/deliver.ts';
import { person } from './slack/person.ts';
import { BOT_TOKEN, SIGNING_SECRET, type Standin, startStandin } from './slack/standin.ts';

const PEOPLE = 20;
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 10 });

interface Town {
  readonly discord: StandIn;
  readonly slack: Standin;
  readonly database: string;
}

async function aTown(): Promise<Town> {
  const [discord, slack] = [await startStandIn(), await startStandin()];
  onTestFinished(() => Promise.all([discord.close(), slack.stop()]).then(() => {}));
  return { discord, slack, database: join(temporaryFolder(), 'shared.db') };
}

/** A process behind the load balancer; where it listens. */
async function aProcess({ discord, slack, database }: Town): Promise<string> {
  const program = connectProgram(discord, ['--database', database], 'http', {
    ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: slack.apiUrl },
  });
  onTestFinished(() => void program.process.kill('SIGKILL'));
  const [, port] = /port (\d+)/.exec(await program.logged(/listening at/)) ?? [];
  return `http://127.0.0.1:${port}`;
}

/** How many steps each sandbox has, and how many sandboxes and responses there are. */
async function keptIn(database: string) {
  const db = await openDatabase(database);
  const steps = await db.selectFrom('world_step').select('world').execute();
  const reviews = await db.selectFrom('review').select('presentation').execute();
  await db.destroy();
  const each = [...Map.groupBy(steps, ({ world }) => world).values()].map(({ length }) => length);
  return { each, reviews: reviews.length };
}

test('behind a load balancer two processes get the same deliveries at once, in turns first, and each is carried out once', async () => {
  const town = await aTown();
  const { discord, slack, database } = town;
  const urls = [await aProcess(town), await aProcess(town)];
  const server = newSnowflake();

  /** Posts it to both, to either first in turns; gives how each answered. */
  async function atBoth(payload: object, turn: number): Promise<readonly number[]> {
    const order = turn % 2 === 0 ? urls : urls.toReversed();
    const answers: Promise<{ readonly status: number }>[] = [];
    for (const url of order) {
      discord.postTo(`${url}/discord/interactions`);
      answers.push(discord.post(payload));
    }
    return (await Promise.all(answers)).map(({ status }) => status).toSorted();
  }
  const options = [
    { name: 'domain', type: 3, value: 'quillcove-example.com' },
    { name: 'registrar', type: 3, value: 'hover' },
  ];
  for (let turn = 0; turn < PEOPLE; turn++) {
    const data = { id: '1', type: 1, name: 'register', options };
    const interaction = newInteraction(2, newSnowflake(), newSnowflake());
    const payload = payloadOf(discord.state, interaction, 'server', server, data);
    expect(await atBoth(payload, turn)).toEqual([200, 400]);
  }

  const delivering = urls.map((url) => byHttp(`${url}/slack/events`));
  for (let turn = 0; turn < PEOPLE; turn++) {
    const { payloads } = person(slack, delivering[0]!, `U${turn}`);
    const payload = payloads.slash('/hostmaster', 'register quillcove-example.com hover');
    const order = turn % 2 === 0 ? delivering : delivering.toReversed();
    const delivered = await Promise.all(order.map((deliver) => deliver('slash', payload)));
    expect(delivered.map(({ isAcked }) => isAcked)).toEqual([true, true]);
  }
  await soon(() => expect(slack.messages).toHaveLength(PEOPLE));
  expect((await keptIn(database)).each).toEqual(Array(2 * PEOPLE).fill(1));
  expect(slack.refusals).toEqual([]);
});

test('a question put by one process is responded to at the other, once', async () => {
  const town = await aTown();
  const { slack, database } = town;
  const [one, other] = [await aProcess(town), await aProcess(town)].map((url) => byHttp(`${url}/slack/events`));
  const ann = person(slack, one!, 'UANN');
  await ann.slash('/hostmaster', 'quiz undelegated');
  await soon(() => expect(slack.messages).toHaveLength(1));
  const payload = ann.payloads.slash('/hostmaster', 'respond a');
  await Promise.all([one!('slash', payload), other!('slash', payload), one!('slash', payload)]);
  await soon(() => expect(slack.messages).toHaveLength(2));
  const again = ann.payloads.slash('/hostmaster', 'respond b');
  await Promise.all([other!('slash', again), one!('slash', again)]);
  await soon(() => expect(slack.messages).toHaveLength(3));
  expect((await keptIn(database)).reviews).toBeLessThanOrEqual(1);
});

test('by the gateway each of two processes has its shard, and every server is answered once', async () => {
  const { discord, database } = await aTown();
  for (const shards of ['0/2', '1/2']) {
    const program = connectProgram(discord, ['--database', database], 'gateway', { DISCORD_SHARDS: shards });
    onTestFinished(() => void program.process.kill('SIGKILL'));
    await program.logged(/discord: ready/);
  }
  const serverOf = (shard: number) => String(((((BigInt(newSnowflake()) >> 22n) << 1n) | BigInt(shard)) << 21n) << 1n);
  for (const shard of [0, 1, 0, 1]) {
    const ann = aLearner(discord, 'server', serverOf(shard));
    expect(await ann.shown(ann.command('help'))).not.toEqual([]);
  }
  const alone = aLearner(discord, 'direct');
  expect(await alone.shown(alone.command('help'))).not.toEqual([]);
  expect(discord.gateway.seen.identified).toBe(2);
  expect(discord.state.refusals).toEqual([]);
});
