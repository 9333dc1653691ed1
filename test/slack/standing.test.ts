import { webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { standingOf } from '../../src/slack/standing.ts';
import { BOT_TOKEN, type Standin, startStandin } from '../platforms/slack/standin.ts';

async function slack() {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  const client = new webApi.WebClient(BOT_TOKEN, {
    slackApiUrl: standin.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
  });
  return { standin, client };
}
const ANN = { user: 'UANN', workspace: 'T1', channel: 'COPEN' };

// biome-ignore format: a table reads down its columns
test.each<[string, (standin: Standin) => unknown, object, boolean]>([
  ['an administrator of the workspace',       ({ admins }) => admins.add('UANN'),                 {},                       true],
  ['one from another workspace',              ({ admins }) => admins.add('UANN'),                 { workspace: 'T2' },      false],
  ['who made the channel',                    ({ makers }) => makers.set('COPEN', 'UANN'),        {},                       true],
  ['who made it, in their own conversation',  ({ makers }) => makers.set('COPEN', 'UANN'),        { channel: undefined },   false],
  ['anyone in a channel that the app may not see', () => {},                                      { channel: 'CSECRET' }, false],
  ['anyone else',                             () => {},                                           {},                       false],
  ['an administrator where Slack fails once', (standin) => [standin.admins.add('UANN'), standin.misbehave('users.info', { kind: 'status', status: 503 })], {}, true],
  ['an administrator where the scope is missing', (standin) => [standin.admins.add('UANN'), standin.misbehave('users.info', { kind: 'error', error: 'missing_scope' })], {}, false],
])('%s', async (_, prepare, over, manages) => {
  const { standin, client } = await slack();
  prepare(standin);
  const { channel, ...speaker } = { ...ANN, ...over };
  expect(await standingOf(client, { ...speaker, ...(channel !== undefined && { channel }) })).toEqual({ manages, members: ['@UANN'] });
});
