import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../src/discord/start.ts';
import { type Address, addressOf } from '../../src/tutor/courier.ts';
import { notice } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { declarations, lists } from '../support/commands.ts';
import { noPaint } from '../support/no-paint.ts';
import { NOON } from '../support/store.ts';
import { aLearner } from './discord/learner.ts';
import { startStandIn } from './discord/stand-in.ts';
import type { Person } from './slack/person.ts';
import { serve } from './slack/serve.ts';

/** A handler that keeps the address of whoever speaks. */
function listener() {
  const heard: (Address | undefined)[] = [];
  const handle = async (account: Account, _: string, venue: Venue) => {
    heard.push(addressOf(account, venue));
    return notice('Heard.');
  };
  return { heard, handle };
}

test('in a terminal there is no address', () => {
  const standing = async () => ({ manages: true, members: [] });
  expect(addressOf({ platform: 'terminal', space: 'local', user: 'you' }, { standing })).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a channel',          (ann: Person) => ann.mention('<@UBOT> quiz'),                          { kind: 'channel', channel: 'COPEN' }],
  ['a thread of it',     (ann: Person) => ann.mention('<@UBOT> quiz', { thread: '7.7' }),       { kind: 'channel', channel: 'COPEN', thread: '7.7' }],
  ['direct messages',    (ann: Person) => ann.say('quiz', { thread: '7.7' }),                   { kind: 'direct', user: 'UANN' }],
])('where somebody speaks at Slack can be posted to: %s', async (_, speak, place) => {
  const { heard, handle } = listener();
  const { someone, replies } = await serve('http', { handle });
  await replies(() => speak(someone()));
  expect(heard).toEqual([{ platform: 'slack', space: 'T1', ...place }]);
});

test.each(['server', 'thread', 'direct'] as const)(
  'where somebody speaks at Discord can be posted to: %s',
  async (place) => {
    const { heard, handle } = listener();
    const discord = await startStandIn();
    const running = await startDiscord(
      { token: discord.state.token, apiUrl: discord.url },
      {
        ...{
          declarations,
          lists,
          apiUrl: discord.url,
          handle,
          translations: new Map(),
          now: () => NOON,
          log: () => {},
        },
        ...{ suggest: async () => [], claim: async () => true, newIncident: () => ({ id: 'ab12', level: 'error' }) },
        paint: noPaint,
      },
    );
    onTestFinished(async () => {
      await running.stop();
      await discord.close();
    });
    const ann = aLearner(discord, place, '41771983423143000');
    await ann.shown(ann.command('dig', { name: 'a.example' }));
    const channel = { space: '41771983423143000', kind: 'channel', channel: ann.channel };
    const direct = { space: 'dm', kind: 'direct', user: ann.user };
    expect(heard).toEqual([{ platform: 'discord', ...(place === 'direct' ? direct : channel) }]);
  },
);
