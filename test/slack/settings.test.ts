import { expect, test } from 'vitest';
import { readSlackSettings } from '../../src/slack/settings.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' };
const ONE = { kind: 'one-workspace', botToken: 'xoxb-1' };
const KEY = 'ab'.repeat(32);
const MANY = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'cs', SLACK_SIGNING_SECRET: 'ss', HOSTMASTER_KEY: KEY };

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing is said of Slack',         {},                                             undefined],
  ['only the port is said',            { PORT: 'x' },                                  undefined],
  ['Slack is left empty',              { SLACK_BOT_TOKEN: ' ' },                       undefined],
  ['Socket Mode',                      { ...BOT, SLACK_APP_TOKEN: 'xapp-1' },          { ...ONE, appToken: 'xapp-1' }],
  ['HTTP',                             { ...BOT, SLACK_SIGNING_SECRET: 's' }, { ...ONE, signingSecret: 's' }],
  ['many workspaces',                  MANY,                                           { kind: 'many-workspaces', clientId: '1.2', clientSecret: 'cs', signingSecret: 'ss', masterKey: Buffer.from(KEY, 'hex') }],
  ['only a key is said',               { HOSTMASTER_KEY: 'x' },                        undefined],
  ['another Slack',                    { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:1/' }, { ...ONE, appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:1/' }],
])('the environment says: %s', (_, environment, slack) => {
  expect(readSlackSettings(environment)).toEqual({ ok: true, value: slack });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no bot token',                 { SLACK_APP_TOKEN: 'xapp-1' },                                  ['SLACK_BOT_TOKEN']],
  ['the tokens the wrong way round', { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },     ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ['no way to connect',            BOT,                                                            ['SLACK_APP_TOKEN']],
  ['a signing secret alone',       { SLACK_SIGNING_SECRET: 'xoxb-1', HOSTMASTER_KEY: KEY },        ['SLACK_BOT_TOKEN']],
  ['a client id alone',            { SLACK_CLIENT_ID: 'xoxb-1' },                                  ['SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'HOSTMASTER_KEY']],
  ['no client id',                 { ...MANY, SLACK_CLIENT_ID: '' },                               ['SLACK_CLIENT_ID']],
  ['no client secret',             { ...MANY, SLACK_CLIENT_SECRET: '' },                           ['SLACK_CLIENT_SECRET']],
  ['many, and no signing secret',  { ...MANY, SLACK_SIGNING_SECRET: '' },                          ['SLACK_SIGNING_SECRET']],
  ['no key',                       { ...MANY, HOSTMASTER_KEY: '' },                                ['randomBytes(32)']],
  ['a key that is too short',      { ...MANY, HOSTMASTER_KEY: 'xoxb-1' },                          ['HOSTMASTER_KEY']],
  ['one workspace and many',       { ...MANY, ...BOT },                                            ['SLACK_BOT_TOKEN serves one workspace and SLACK_CLIENT_ID many: choose one of the two.']],
  ['Socket Mode and many',         { ...MANY, SLACK_APP_TOKEN: 'xapp-1' },                         ['SLACK_APP_TOKEN']],
  ['many, at an address that is none', { ...MANY, SLACK_API_URL: 'slack' },                        ['SLACK_API_URL']],
  ['an address that is none',      { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'slack' },  ['SLACK_API_URL']],
])('a problem with Slack: %s', (_, environment, names) => {
  const read = readSlackSettings(environment);
  const problems = read.ok ? [] : read.problem;
  expect(problems).toHaveLength(names.length);
  for (const [index, name] of names.entries()) expect(problems[index]).toContain(name);
  expect(problems.join()).not.toMatch(/xoxb-1|xapp-1/);
});
