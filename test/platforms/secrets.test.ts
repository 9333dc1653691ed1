import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { octetsOf, tamper } from '../support/kept.ts';
import { run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';
import { aLearner } from './discord/learner.ts';
import { startStandIn } from './discord/stand-in.ts';
import { startProgram } from './program.ts';
import { browser } from './slack/browser.ts';
import { byHttp, bySocket } from './slack/deliver.ts';
import { CLIENT_ID, CLIENT_SECRET } from './slack/oauth.ts';
import { person } from './slack/person.ts';
import { freePort } from './slack/serve.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startStandin } from './slack/standin.ts';

/** Stands in every secret that a test makes up. */
const PLANTED = 'pl4nted';
const SECRETS = [PLANTED, BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, CLIENT_SECRET];
const NOWHERE = 'http://127.0.0.1:1';
const DISCORD = { DISCORD_TOKEN: `${PLANTED}.discord.token` };
const SLACK = { SLACK_BOT_TOKEN: `xoxb-${PLANTED}-1`, SLACK_APP_TOKEN: `xapp-${PLANTED}-1` };
const MANY = {
  ...{
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: `${PLANTED}-client`,
    SLACK_SIGNING_SECRET: `${PLANTED}-signing`,
  },
  HOSTMASTER_KEY: Buffer.from(`${PLANTED} and octets, thirty-two in all`.slice(0, 32)).toString('base64'),
};
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

function expectNone(text: string, secrets: readonly string[] = SECRETS): void {
  expect(text).not.toBe('');
  for (const secret of secrets)
    for (const written of [secret, Buffer.from(secret).toString('base64').slice(0, -3)])
      expect(text).not.toContain(written);
}

const aFile = (): string => join(temporaryFolder(), 'study.db');

/** The program, with all that it ever says. */
function started(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const program = startProgram(words, environment);
  onTestFinished(() => void program.process.kill('SIGKILL'));
  let said = '';
  program.process.stdout?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  return { program, said: () => `${said}\n${program.log.join('\n')}` };
}

/** Takes away what every command reads, so that all of them fail from now on. */
const breakDatabase = (file: string): void => tamper(file, 'alter table account rename to account_elsewhere');
/** As either database says it then. */
const BROKEN = /no such table|relation \W*account\W* does not exist/;

// biome-ignore format: a table reads down its columns
test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['tokens of no form',             { DISCORD_TOKEN: `${PLANTED} $`, SLACK_BOT_TOKEN: PLANTED, SLACK_APP_TOKEN: PLANTED }],
  ['keys of no form',               { ...DISCORD, DISCORD_PUBLIC_KEY: PLANTED, ...MANY, HOSTMASTER_KEY: PLANTED }],
  ['keys without their tokens',     { DISCORD_PUBLIC_KEY: PLANTED, SLACK_SIGNING_SECRET: PLANTED }],
  ['one and many workspaces',       { ...SLACK, ...MANY }],
  ['a database that is none',       { ...DISCORD, ...SLACK, DATABASE_URL: `mysql://anna:${PLANTED}@127.0.0.1/study` }],
  ['nothing within reach',          { ...DISCORD, ...SLACK, DISCORD_API_URL: NOWHERE, SLACK_API_URL: `${NOWHERE}/` }],
  ['many, and nothing in reach',    { ...DISCORD, ...MANY, DISCORD_API_URL: NOWHERE, SLACK_API_URL: `${NOWHERE}/` }],
])('doctor says what is wrong without a secret: %s', async (_, environment) => {
  const { stdout, stderr } = await run(TOP, ['doctor'], '', environment);
  expectNone(`${stdout}${stderr}`);
});

// biome-ignore format: a table reads down its columns
test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['tokens of no form',             { DISCORD_TOKEN: `${PLANTED} $`, SLACK_BOT_TOKEN: PLANTED, SLACK_APP_TOKEN: PLANTED }],
  ['a database in no folder',       { ...DISCORD, ...SLACK, DATABASE_URL: 'sqlite:/nowhere/at/all/study.db' }],
])('the program ends at its start without telling one: %s', async (_, environment) => {
  const { stdout, stderr, status } = await run(TOP, [], '', environment);
  expect(status).toBe(1);
  expectNone(`${stdout}${stderr}`);
});

/** A PostgreSQL that lets nobody in, and says so with all that it was told. Source: PostgreSQL 15, §55.2 and §55.8. */
async function strictServer(): Promise<number> {
  const message = (kind: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(message('R', Buffer.from([0, 0, 0, 3]))); // wants the password as it is
      socket.once('data', (given) => {
        const told = `password authentication failed for ${given.subarray(5, -1).toString()}`;
        socket.end(message('E', Buffer.from(`SFATAL\0C28P01\0M${told}\0\0`)));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

// biome-ignore format: a table reads down its columns
test.each<readonly [string, (port: number) => string]>([
  ['in its place',          (port) => `postgres://anna:${PLANTED}@127.0.0.1:${port}/study`],
  ['with signs in it',      (port) => `postgres://anna:${PLANTED}%40%2F%3A${PLANTED}@127.0.0.1:${port}/study`],
  ['with an @ in it',       (port) => `postgres://anna:x@${PLANTED}@127.0.0.1:${port}/study`],
  ['among the parameters',  (port) => `postgres://127.0.0.1:${port}/study?user=anna&password=${PLANTED}`],
  ['in an address that is none', () => `postgres://anna:${PLANTED}@127.0.0.1:none/study`],
])('a wrong password of a database is not told, %s', async (_, urlAt) => {
  const environment = { DATABASE_URL: urlAt(await strictServer()), LOG_LEVEL: 'debug' };
  const ended = await Promise.all([['doctor'], []].map((words) => run(TOP, words, '', environment)));
  const said = ended.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  expect(said).toMatch(/does not let this user in|DATABASE_URL needs/);
  expectNone(said);
});

test('tokens that are refused are not repeated', async () => {
  const [discord, slack, file] = [await startStandIn(), await startStandin(), aFile()];
  onTestFinished(async () => void (await Promise.all([discord.close(), slack.stop()])));
  for (const environment of [
    { ...DISCORD, DISCORD_API_URL: discord.url },
    { ...SLACK, SLACK_API_URL: slack.apiUrl },
  ]) {
    for (const words of [['doctor'], ['--database', file]]) {
      const { stdout, stderr, status } = await run(TOP, words, '', environment);
      expect(status).toBe(1);
      expectNone(`${stdout}${stderr}`);
    }
  }
  expectNone(octetsOf(file));
});

test('on Discord, when every command breaks and calls are refused, nothing of it is told', async () => {
  const [discord, file] = [await startStandIn(), aFile()];
  onTestFinished(() => discord.close());
  discord.state.token = DISCORD.DISCORD_TOKEN;
  const { program, said } = started(['--database', file], {
    ...DISCORD,
    DISCORD_API_URL: discord.url,
    LOG_LEVEL: 'debug',
  });
  await program.logged(/discord: ready/);
  const ann = aLearner(discord, 'server');
  await ann.shown(ann.command('help'));
  discord.misbehave({ method: 'POST', path: /callback$/, kind: '400', times: 1 });
  const refused = ann.command('scores');
  await program.logged(/incident/);
  breakDatabase(file);
  const broken = ann.command('scores');
  await program.logged(BROKEN);
  await ann.shown(broken);
  await program.stop();
  const tokens = [refused, broken].map(({ token }) => token);
  expectNone(said(), [...SECRETS, ...tokens]);
  expectNone(octetsOf(file), [...SECRETS, ...tokens]);
});

test('a token of Discord that is taken back while it is used is not repeated', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  discord.state.token = DISCORD.DISCORD_TOKEN;
  const { program, said } = started(['--database', ':memory:'], {
    ...{ ...DISCORD, DISCORD_API_URL: discord.url, LOG_LEVEL: 'debug' },
  });
  await program.logged(/discord: ready/);
  discord.state.token = 'another';
  const ann = aLearner(discord, 'server');
  ann.command('help');
  discord.gateway.drop(3);
  await program.logged(/4004|Authentication|does not take|401|gateway/);
  await program.stop();
  expectNone(said());
});

test.each(['socket', 'http'] as const)('on Slack by %s, likewise', async (transport) => {
  const [slack, file, port] = [await startStandin(), aFile(), await freePort()];
  onTestFinished(() => slack.stop());
  const { program, said } = started(['--database', file], {
    ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.apiUrl, PORT: String(port), LOG_LEVEL: 'debug' },
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
  });
  await program.logged(transport === 'socket' ? /Slack is served/ : /listening at/);
  if (transport === 'socket') await soon(() => expect(slack.sockets.open()).toBe(2));
  const ann = person(
    slack,
    transport === 'socket' ? bySocket(slack) : byHttp(`http://127.0.0.1:${port}/slack/events`),
    'UANN',
  );
  await ann.say('help');
  await soon(() => expect(slack.messages.length).toBeGreaterThan(0));
  const refusals = ['invalid_auth', 'token_revoked', 'account_inactive'];
  slack.misbehave('chat.postMessage', ...refusals.map((error) => ({ kind: 'error', error }) as const));
  slack.misbehave('response_url', { kind: 'status', status: 404 });
  await ann.slash('/hostmaster', 'scores');
  for (const _ of refusals) await ann.say('scores');
  breakDatabase(file);
  await ann.slash('/hostmaster', 'scores');
  await program.logged(BROKEN);
  await program.stop();
  const addresses = [...slack.responseUrls.keys()];
  expectNone(said(), [...SECRETS, ...addresses]);
  expectNone(octetsOf(file), [...SECRETS, ...addresses]);
});

test('tokens of workspaces are sealed, also when they are refused and every command breaks', async () => {
  const [slack, file, port] = [await startStandin(), aFile(), await freePort()];
  onTestFinished(() => slack.stop());
  const key = randomBytes(32);
  const { program, said } = started(['--database', file], {
    ...{ SLACK_CLIENT_ID: CLIENT_ID, SLACK_CLIENT_SECRET: CLIENT_SECRET, SLACK_SIGNING_SECRET: SIGNING_SECRET },
    ...{ HOSTMASTER_KEY: key.toString('base64'), SLACK_API_URL: slack.apiUrl, PORT: String(port), LOG_LEVEL: 'debug' },
  });
  await program.logged(/listening at/);
  const url = `http://127.0.0.1:${port}`;
  slack.grants.redirectUrl = `${url}/slack/oauth_redirect`;
  const pages = [
    await browser().install(url, 'T1'),
    await browser().comeBack(`${url}/slack/oauth_redirect?code=wrong&state=wrong`),
  ];
  const ann = person(slack, byHttp(`${url}/slack/events`), 'UANN', 'T1');
  slack.misbehave('chat.postMessage', { kind: 'error', error: 'invalid_auth' });
  await ann.say('help');
  breakDatabase(file);
  await ann.slash('/hostmaster', 'scores');
  await program.logged(BROKEN);
  await program.stop();
  const tokens = [...slack.grants.tokens.keys(), ...slack.grants.codes.keys()];
  expect(tokens.length).toBeGreaterThan(1);
  const secrets = [...SECRETS, ...tokens, key.toString('base64'), key.toString('hex'), key.toString('latin1')];
  expectNone([said(), ...pages.map(({ text }) => text)].join('\n'), secrets);
  expectNone(octetsOf(file), secrets);
});
