import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { octetsOf } from '../support/kept.ts';
import { temporaryFolder } from '../support/store.ts';
import { type Program, startProgram } from './program.ts';
import { browser } from './slack/browser.ts';
import { byHttp } from './slack/deliver.ts';
import { CLIENT_ID, CLIENT_SECRET, revoke } from './slack/oauth.ts';
import { type Person, person } from './slack/person.ts';
import { freePort } from './slack/serve.ts';
import { SIGNING_SECRET, type Standin, startStandin } from './slack/standin.ts';

const KEY = randomBytes(32).toString('base64');
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 10 });

/** The program as it is shipped, on a database that others may use too. */
async function running(standin: Standin, file: string, key = KEY) {
  const port = await freePort();
  const program = startProgram(['--database', file], {
    ...{ SLACK_CLIENT_ID: CLIENT_ID, SLACK_CLIENT_SECRET: CLIENT_SECRET, SLACK_SIGNING_SECRET: SIGNING_SECRET },
    ...{ HOSTMASTER_KEY: key, SLACK_API_URL: standin.apiUrl, PORT: String(port) },
  });
  onTestFinished(() => void program.process.kill('SIGKILL'));
  await program.logged(/listening at 127\.0\.0\.1, port \d+, for \/slack\/events and \/slack\/install/);
  const url = `http://127.0.0.1:${port}`;
  standin.grants.redirectUrl = `${url}/slack/oauth_redirect`;
  const someone = (user: string, team: string) => person(standin, byHttp(`${url}/slack/events`), user, team);
  return { program, url, ann: someone('UANN', 'T1'), bea: someone('UBEA', 'T2') };
}

async function aStandin(): Promise<Standin> {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  return standin;
}

/** Asks for an item and waits until it is there, posted with a token of the workspace. */
async function quiz({ messages }: Standin, who: Person, team: string): Promise<void> {
  const before = messages.length;
  await who.say('quiz');
  await soon(() => expect(messages.slice(before)).toMatchObject([{ team, channel: `D${who.user}` }]));
}

function expectNoSecret(text: string, { grants }: Standin): void {
  for (const secret of [...grants.tokens.keys(), ...grants.codes.keys(), CLIENT_SECRET, SIGNING_SECRET, KEY])
    expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(KEY, 'base64').toString('latin1'));
  expect(text).not.toMatch(/xox[a-z]-/);
}

test('two workspaces install and are served, over restarts, and their tokens are nowhere in clear', async () => {
  const [standin, file] = [await aStandin(), join(temporaryFolder(), 'study.db')];
  const first = await running(standin, file);
  const pages = [await browser().install(first.url, 'T1'), await browser().install(first.url, 'T2')];
  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  await quiz(standin, first.ann, 'T1');
  await quiz(standin, first.bea, 'T2');
  expect(standin.grants.tokens.size).toBe(2);
  expectNoSecret(octetsOf(file), standin); // the log of writes lies beside the file now
  expect(await first.program.stop()).toBe(0);

  const second = await running(standin, file);
  await quiz(standin, second.ann, 'T1');
  await quiz(standin, second.bea, 'T2');
  await second.ann.send('uninstalled', second.ann.payloads.uninstalled());
  await second.program.logged(/removed from T1/);
  revoke(standin.grants, 'T1');
  expect(await second.program.stop()).toBe(0);

  const other = await running(standin, file, randomBytes(32).toString('hex'));
  await other.ann.say('quiz');
  await other.bea.say('quiz');
  await other.program.logged(/T1 is not installed/);
  await other.program.logged(/T2 cannot be served: this HOSTMASTER_KEY is not its own/);
  expect(await other.program.stop()).toBe(0);
  expect(standin.messages).toHaveLength(4);
  expect(standin.refusals).toEqual([]);

  expect(octetsOf(file)).toContain('v1.');
  expectNoSecret(octetsOf(file), standin);
  const logs = [first, second, other].flatMap(({ program }) => program.log);
  expectNoSecret([...logs, ...pages.map(({ text }) => text)].join('\n'), standin);
});

test('two programs on one database serve what is installed at either', async () => {
  const [standin, file] = [await aStandin(), join(temporaryFolder(), 'study.db')];
  const [one, other] = [await running(standin, file), await running(standin, file)];
  // Slack leads back to the second, wherever it was begun.
  for (const [at, team] of [
    [one, 'T1'],
    [other, 'T2'],
  ] as const)
    expect(await browser().install(at.url, team)).toMatchObject({ status: 200 });
  for (const at of [one, other]) {
    await quiz(standin, at.ann, 'T1');
    await quiz(standin, at.bea, 'T2');
  }
  const payload = one.ann.payloads.message('help');
  await Promise.all([one.ann.send('message', payload), other.ann.send('message', payload)]);
  await soon(() => expect(standin.messages).toHaveLength(5));
  await quiz(standin, other.bea, 'T2');
  expect([await one.program.stop(), await other.program.stop()]).toEqual([0, 0]);
  expect(standin.messages).toHaveLength(6);
  expect(standin.refusals).toEqual([]);
});

test('what is missing is said at the start, all at once and without a value', async () => {
  const program: Program = startProgram(['--database=:memory:'], {
    ...{ SLACK_CLIENT_ID: 'planted-id', SLACK_BOT_TOKEN: 'xoxb-planted', HOSTMASTER_KEY: 'planted' },
  });
  expect(await program.ended).toBe(1);
  const said = program.log.join('\n');
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'HOSTMASTER_KEY'])
    expect(said).toContain(name);
  expect(said).toContain('randomBytes(32)');
  expect(said).not.toContain('planted');
});
