import { expect, onTestFinished, test } from 'vitest';
import type { OneWorkspace } from '../../src/slack/connection.ts';
import { examineSlack } from '../../src/slack/examine.ts';
import { readMasterKey } from '../../src/slack/master-key.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../../src/slack/rights.ts';
import { APP_TOKEN, BOT_TOKEN, type Standin, startStandin } from '../platforms/slack/standin.ts';

async function findings(over: Partial<OneWorkspace>, prepare: (standin: Standin) => void = () => {}, skewMs = 0) {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  prepare(standin);
  const connection = { kind: 'one-workspace' as const, botToken: BOT_TOKEN, apiUrl: standin.apiUrl, ...over };
  const found = await examineSlack(connection, () => (Date.now() + skewMs) as never);
  return found.map(({ about, state, says }) => `${state} ${about}: ${says}`);
}

test('where all is well it says so', async () => {
  const found = await findings({ appToken: APP_TOKEN });
  expect(found.filter((line) => line.startsWith('good'))).toHaveLength(4);
  expect(found.filter((line) => line.startsWith('fault'))).toEqual([]);
  expect(found.join()).not.toMatch(/xoxb-|xapp-/);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Partial<OneWorkspace>, (standin: Standin) => void, number, string]>([
  ['a bot token that Slack refuses',  { botToken: 'xoxb-wrong' },            () => {},                                        0,         'fault SLACK_BOT_TOKEN: Slack refuses it: invalid_auth.'],
  ['an app token that Slack refuses', { appToken: 'xapp-wrong' },            () => {},                                        0,         'fault SLACK_APP_TOKEN: Slack refuses it: invalid_auth.'],
  ['a scope that is missing',         {},                                    (standin) => { standin.scopes = SCOPES.slice(1); }, 0,      `fault Slack scopes: The token lacks ${SCOPES[0]}.`],
  ['a scope too many',                {},                                    (standin) => { standin.scopes = [...SCOPES, 'pins:read']; }, 0, 'note Slack scopes: The token has pins:read too'],
  ['an optional scope left out',      {},                                    (standin) => { standin.scopes = SCOPES; }, 0, `note Slack scopes: The token has what is needed. Left out are ${OPTIONAL_SCOPES.join(', ')}`],
  ['HTTP, which shows nothing',       { signingSecret: 's' },                () => {},                                        0,         'note Slack by HTTP: This cannot be seen from here'],
  ['nobody at the address',           { apiUrl: 'http://127.0.0.1:1/' },     () => {},                                        0,         'fault SLACK_BOT_TOKEN: Slack does not answer.'],
  ['too many calls',                  {},                                    (standin) => standin.misbehave('auth.test', { kind: 'status', status: 429, retryAfter: 7 }), 0, 'note SLACK_BOT_TOKEN: Slack was asked too often and wants 7 seconds'],
  ['a clock that is ahead',           {},                                    () => {},                                        400_000,   "fault Clock, by Slack's: It is 400 seconds ahead"],
  ['a clock that is behind',          {},                                    () => {},                                        -400_000,  'seconds behind'],
])('%s is found', async (_, over, prepare, skew, words) => {
  expect((await findings(over, prepare, skew)).join('\n').replace(/\b(399|401) s/, '400 s')).toContain(words);
});

test('for many workspaces it says what to look at', async () => {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  const secrets = {
    clientId: '1.2',
    clientSecret: 's3cret',
    signingSecret: 's1gning',
    masterKey: readMasterKey('ab'.repeat(32))!,
  };
  const found = await examineSlack(
    { kind: 'many-workspaces', ...secrets, apiUrl: standin.apiUrl },
    () => Date.now() as never,
  );
  expect(found.map(({ about }) => about)).toEqual([
    'Slack workspaces',
    'Slack by HTTP',
    'Slack commands',
    "Clock, by Slack's",
  ]);
  expect(JSON.stringify(found)).not.toMatch(/s3cret|s1gning/);
});
