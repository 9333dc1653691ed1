import { expect, test } from 'vitest';
import { readSlackSettings } from '../../src/slack/settings.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' };

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing is said of Slack',         {},                                             undefined],
  ['only the port is said',            { PORT: 'x' },                                  undefined],
  ['Slack is left empty',              { SLACK_BOT_TOKEN: ' ' },                       undefined],
  ['Socket Mode',                      { ...BOT, SLACK_APP_TOKEN: 'xapp-1' },          { botToken: 'xoxb-1', appToken: 'xapp-1' }],
  ['HTTP',                             { ...BOT, SLACK_SIGNING_SECRET: 's' }, { botToken: 'xoxb-1', signingSecret: 's' }],
  ['another Slack',                    { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:1/' }, { botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:1/' }],
])('the environment says: %s', (_, environment, slack) => {
  expect(readSlackSettings(environment)).toEqual({ ok: true, value: slack });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no bot token',                 { SLACK_APP_TOKEN: 'xapp-1' },                                  ['SLACK_BOT_TOKEN']],
  ['the tokens the wrong way round', { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },     ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ['no way to connect',            BOT,                                                            ['SLACK_APP_TOKEN']],
  ['an address that is none',      { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'slack' },  ['SLACK_API_URL']],
])('a problem with Slack: %s', (_, environment, names) => {
  const read = readSlackSettings(environment);
  const problems = read.ok ? [] : read.problem;
  expect(problems).toHaveLength(names.length);
  for (const [index, name] of names.entries()) expect(problems[index]).toContain(name);
  expect(problems.join()).not.toMatch(/xoxb-1|xapp-1/);
});
