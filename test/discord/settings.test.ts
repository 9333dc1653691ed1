import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readDiscordSettings } from '../../src/discord/settings.ts';

const TOKEN = { DISCORD_TOKEN: 'abc.def-1_2' };
const REAL = 'https://discord.com/api';

// biome-ignore format: a table reads down its columns
test.each([
  ['no token',                     {},                                                        undefined],
  ['an empty token',               { DISCORD_TOKEN: '' },                                     undefined],
  ['a token',                      TOKEN,                                                     { token: 'abc.def-1_2', apiUrl: REAL }],
  ['empty settings beside it',     { ...TOKEN, DISCORD_API_URL: '', DISCORD_APPLICATION_ID: '' }, { token: 'abc.def-1_2', apiUrl: REAL }],
  ['another address',              { ...TOKEN, DISCORD_API_URL: 'http://127.0.0.1:80/api/' }, { token: 'abc.def-1_2', apiUrl: 'http://127.0.0.1:80/api' }],
  ['an application',               { ...TOKEN, DISCORD_APPLICATION_ID: '12345678901234567' }, { token: 'abc.def-1_2', apiUrl: REAL, application: '12345678901234567' }],
  ['servers',                      { ...TOKEN, DISCORD_GUILD_IDS: ' 12345678901234567,\n12345678901234568 ' }, { token: 'abc.def-1_2', apiUrl: REAL, guilds: ['12345678901234567', '12345678901234568'] }],
  ['some shards',                  { ...TOKEN, DISCORD_SHARDS: '2-3/16' },                    { token: 'abc.def-1_2', apiUrl: REAL, shards: { ids: [2, 3], count: 16 } }],
  ['one shard',                    { ...TOKEN, DISCORD_SHARDS: '5/6' },                       { token: 'abc.def-1_2', apiUrl: REAL, shards: { ids: [5], count: 6 } }],
  ['a public key',                 { ...TOKEN, DISCORD_PUBLIC_KEY: 'Ab'.repeat(32) },         { token: 'abc.def-1_2', apiUrl: REAL, publicKey: 'Ab'.repeat(32) }],
])('%s', (_, environment, value) => {
  expect(readDiscordSettings(environment)).toEqual({ ok: true, value });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a token with blanks',       { DISCORD_TOKEN: 'Bot secret' },                          'DISCORD_TOKEN'],
  ['an application by name',    { ...TOKEN, DISCORD_APPLICATION_ID: 'hostmaster' },       'DISCORD_APPLICATION_ID'],
  ['a server by name',          { ...TOKEN, DISCORD_GUILD_IDS: 'group' },                'DISCORD_GUILD_IDS'],
  ['a public key that is short', { ...TOKEN, DISCORD_PUBLIC_KEY: 'ab12' },                'DISCORD_PUBLIC_KEY'],
  ['shards of how many',        { ...TOKEN, DISCORD_SHARDS: '7-9' },                      'DISCORD_SHARDS'],
  ['more shards than there are', { ...TOKEN, DISCORD_SHARDS: '14-16/16' },                'DISCORD_SHARDS'],
  ['shards from last to first', { ...TOKEN, DISCORD_SHARDS: '3-1/16' },                   'DISCORD_SHARDS'],
  ['shards by HTTP',            { ...TOKEN, DISCORD_SHARDS: '77/99', DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }, 'DISCORD_SHARDS'],
  ['an address of another kind', { ...TOKEN, DISCORD_API_URL: 'ftp://example.com' },      'DISCORD_API_URL'],
])('%s is a problem, said without its value', (_, environment, variable) => {
  const read = readDiscordSettings(environment);
  const problems = read.ok ? [] : read.problem;
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(variable);
  for (const value of Object.values(environment)) expect(problems[0]).not.toContain(value);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['without a token the terminal is served', [],             {},    { terminal: true }],
  ['with one, Discord instead of it',        [],             TOKEN, { terminal: false, discord: { apiUrl: REAL } }],
  ['with --terminal both',                   ['--terminal'], TOKEN, { terminal: true, discord: { apiUrl: REAL } }],
])('%s', (_, words, environment, wanted) => {
  expect(readConfig(words, environment, false)).toMatchObject(wanted);
});
