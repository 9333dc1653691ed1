import { expect, test } from 'vitest';
import { LOG_LEVELS, type LogFormat, type LogLevel } from '../src/base/log.ts';
import { secretsOf } from '../src/secrets-of.ts';
import { logInto } from '../src/write-log.ts';

function aLog(format: LogFormat, level: LogLevel = 'debug', secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, log: logInto((line) => lines.push(line), { format, level, secrets }) };
}

// biome-ignore format: a table reads down its columns
test.each<[LogLevel, readonly string[]]>([
  ['error', ['error x']],
  ['warn',  ['error x', 'warn x']],
  ['info',  ['error x', 'warn x', 'info x', 'info y']],
  ['debug', ['error x', 'warn x', 'info x', 'debug x', 'info y']],
])('from %s on it is logged, and what has no level is information', (least, written) => {
  const { lines, log } = aLog('json', least);
  for (const level of LOG_LEVELS) log('x', level);
  log('y');
  expect(lines.map((line) => JSON.parse(line)).map(({ level, msg }) => `${level} ${msg}`)).toEqual(written);
});

test('as JSON a line is one object, with its time and its fields', () => {
  const { lines, log } = aLog('json');
  log('two\nlines "quoted"', 'warn', { platform: 'slack', ms: 12 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
  expect(JSON.parse(lines[0]!)).toEqual({
    ...{ level: 'warn', msg: 'two\nlines "quoted"', platform: 'slack', ms: 12 },
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
});

test('as text a line begins with its time, and the fields stand at its end', () => {
  const { lines, log } = aLog('text');
  log('all is well', 'info', { platform: 'slack', ms: 12 });
  expect(lines.join()).toMatch(/^\d{4}-\d\d-\d\dT\S+Z info all is well platform=slack ms=12\n$/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a secret of the config',     'it said pass"word twice: pass"word',                        'it said … twice: …'],
  ['a token of Slack',           'xoxb-12-abc and xapp-1-A',                                  'x… and x…'],
  ['a database with a password', 'postgres://me:geheim@db.example/x',                         'postgres://…@db.example/x'],
  ['a webhook of Discord',       `POST /webhooks/123/${'aW5'.repeat(20)} gave 404`,           'POST /webhooks/123/… gave 404'],
  ['nothing secret',             'https://discord.com/api, at 09:15, me@example.com',         'https://discord.com/api, at 09:15, me@example.com'],
])('of %s nothing is written', (_, line, written) => {
  for (const format of ['json', 'text'] as const) {
    const { lines, log } = aLog(format, 'debug', ['pass"word', '']);
    log(line);
    expect(format === 'json' ? JSON.parse(lines[0]!).msg : lines[0]).toContain(written);
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['Discord',         { discord: { token: 'd', apiUrl: 'u' } },                                                              ['d']],
  ['a workspace',     { slack: { kind: 'one-workspace', botToken: 'b', appToken: 'a', signingSecret: 's' } },                ['b', 'a', 's']],
  ['many workspaces', { slack: { kind: 'many-workspaces', clientId: 'c', clientSecret: 'k', signingSecret: 's', masterKey: Buffer.from('m') } }, ['k', 's', 'bQ==', '6d']],
] as const)('the secrets of %s are all known', (_, config, secrets) => {
  expect(secretsOf(config)).toEqual(secrets);
});
