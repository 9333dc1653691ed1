import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { TOP } from '../support/content.ts';
import { NOON, temporaryFolder } from '../support/store.ts';
import { toldOf } from '../support/told-of.ts';
import { byHttp, bySocket } from './slack/deliver.ts';
import { person } from './slack/person.ts';
import { freePort, type Transport } from './slack/serve.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startStandin } from './slack/standin.ts';

/** The program as it is shipped, in a process of its own. */
interface Program {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

function start(environment: Record<string, string>, ...flags: string[]): Program {
  const told = toldOf(flags);
  const child = spawn(process.execPath, [join(TOP, 'src/main.ts'), ...told.words], {
    env: { PATH: process.env.PATH ?? '', ...told.environment, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    said: () => said,
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal))),
  };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 10 });

async function serving(transport: Transport, ...flags: string[]) {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  const database = join(temporaryFolder(), 'study.db');
  const port = await freePort();
  const own = transport === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  const environment = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: standin.apiUrl, PORT: String(port), ...own };
  const program = start(environment, '--database', database, ...flags);
  await until(() => expect(program.said()).toMatch(transport === 'socket' ? /Slack is served\./ : /listening at/));
  if (transport === 'socket') await until(() => expect(standin.sockets.open()).toBe(2));
  const deliver = transport === 'socket' ? bySocket(standin) : byHttp(`http://127.0.0.1:${port}/slack/events`);
  return { standin, program, database, someone: (user: string) => person(standin, deliver, user) };
}

test.each(['socket', 'http'] as const)(
  'told to stop with a hundred in flight by %s, it answers each, closes the store and ends',
  async (transport) => {
    const { standin, program, database, someone } = await serving(transport);
    const people = Array.from({ length: 100 }, (_, index) => someone(`U${index}`));
    const acked = await Promise.all(
      people.map((each) => each.slash('/hostmaster', 'register quillcove-example.com hover')),
    );
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(acked.every(({ isAcked, ms }) => isAcked && ms < 3000)).toBe(true);
    expect(standin.messages.map(({ user }) => user).sort()).toEqual(people.map(({ user }) => user).sort());
    expect(standin.refusals).toEqual([]);

    const store = await openStore(database);
    for (const { user } of people) {
      const learner = await store.learnerOf({ platform: 'slack', space: 'T1', user }, NOON);
      const { sandbox = '' } = await store.desk(learner);
      expect((await store.world(sandbox))?.steps).toHaveLength(1);
    }
    await store.close();
  },
);

test('beside a platform the terminal opens when asked to, and its end ends the program', async () => {
  const { program } = await serving('socket', '--terminal');
  program.child.stdin?.end('/help\n');
  expect(await program.ended).toBe(0);
  expect(program.said()).toContain('> /help');
});

test('without being asked to it opens no terminal', async () => {
  const { program } = await serving('socket');
  program.child.stdin?.end('/help\n');
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  expect(program.said()).not.toContain('/help');
});

test('a token that Slack refuses is said in a sentence, without the token', async () => {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  const { said, ended } = start(
    { SLACK_BOT_TOKEN: 'xoxb-wrong-secret', SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: standin.apiUrl },
    '--database=:memory:',
  );
  expect(await ended).toBe(1);
  expect(said()).toContain('Slack refuses SLACK_BOT_TOKEN: invalid_auth.');
  expect(said()).not.toMatch(/secret|xapp|at .*\.ts/);
});
