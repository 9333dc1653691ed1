import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { environmentFor } from '../platforms/discord/connect.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { type Program, startProgram } from '../platforms/program.ts';
import { freePort } from '../platforms/slack/serve.ts';
import { APP_TOKEN, BOT_TOKEN, startStandin } from '../platforms/slack/standin.ts';
import { tamper } from '../support/kept.ts';
import { temporaryFolder } from '../support/store.ts';

type Environment = Readonly<Record<string, string>>;

function running(environment: Environment, file = ':memory:'): Program {
  const program = startProgram(['--database', file], environment);
  onTestFinished(() => void program.process.kill('SIGKILL'));
  return program;
}

/** Where the program tells of its health, once it does. */
async function healthOf(program: Program): Promise<string> {
  const [, port] = /port (\d+)/.exec(await program.logged(/health and metrics at/)) ?? [];
  return `http://127.0.0.1:${port}`;
}

async function readyAt(url: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${url}/readyz`);
  return { code: response.status, ...((await response.json()) as object) };
}
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 });

const READY = { code: 200, status: 'ready', program: 'ready', database: 'ready', migrations: 'ready' };

test('it is ready while it is connected, not while it is not, and says which part', async () => {
  const [discord, slack] = [await startStandIn(), await startStandin()];
  onTestFinished(async () => void (await Promise.all([discord.close(), slack.stop()])));
  const ofSlack = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const program = running({ ...environmentFor(discord), ...ofSlack, HEALTH_PORT: '0' });
  const url = await healthOf(program);
  const both = { discord: 'ready', slack: 'ready' };
  await soon(async () => expect(await readyAt(url)).toEqual({ ...READY, ...both }));

  discord.gateway.drop(3);
  const away = { code: 503, status: 'not ready', discord: 'it is not connected' };
  await soon(async () => expect(await readyAt(url)).toEqual({ ...READY, ...both, ...away }));
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  await soon(async () => expect(await readyAt(url)).toEqual({ ...READY, ...both }));

  slack.sockets.greet(false);
  slack.sockets.drop(0);
  slack.sockets.drop(0);
  const deaf = { code: 503, status: 'not ready', slack: 'it is not connected' };
  await soon(async () => expect(await readyAt(url)).toEqual({ ...READY, ...both, ...deaf }));
});

test('a platform that cannot be reached yet is not ready, and the health is told before', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  discord.misbehave({ method: 'GET', path: /^\/gateway\/bot$/, kind: 'hang', times: 1 });
  const url = await healthOf(running({ ...environmentFor(discord), HEALTH_PORT: '0' }));
  const early = { code: 503, status: 'not ready', discord: 'it is not served yet' };
  expect(await readyAt(url)).toEqual({ ...READY, ...early });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['it cannot be written',             'drop table receipt',                         { database: 'it cannot be written', migrations: 'they cannot be read' }],
  ['a newer program has migrated it',  'update hostmaster_schema set version = 999', { migrations: 'its tables are those of a newer program' }],
])('where the database is not as it must be it is not ready: %s', async (_, change, parts) => {
  const file = join(temporaryFolder(), 'study.db');
  const program = running({ HEALTH_PORT: '0' }, file);
  const url = await healthOf(program);
  expect(await readyAt(url)).toEqual(READY);
  tamper(file, change);
  await soon(async () => expect(await readyAt(url)).toEqual({ ...READY, code: 503, status: 'not ready', ...parts }));
});

test('while it finishes what it has in hand it is not ready', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const program = running({ ...environmentFor(discord), HEALTH_PORT: '0' });
  const url = await healthOf(program);
  await soon(async () => expect(await readyAt(url)).toMatchObject({ code: 200 }));
  const told: unknown[] = [];
  program.process.kill('SIGTERM');
  // Until it listens no more.
  for (let isOpen = true; isOpen; )
    await readyAt(url).then(
      (each) => told.push(each),
      () => (isOpen = false),
    );
  expect(await program.ended).toBe(0);
  expect(told).toContainEqual({
    ...READY,
    code: 503,
    status: 'not ready',
    program: 'it is being stopped',
    discord: expect.any(String),
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing about it',    () => ({}),                             404],
  ['another port',        () => ({ HEALTH_PORT: '0' }),           404],
  ['that very port',      (PORT: string) => ({ HEALTH_PORT: PORT }), 200],
] as const)('where the platforms are listened for it tells its health; its numbers only if asked to: %s', async (_, settings, status) => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const port = String(await freePort());
  const program = running({ ...environmentFor(discord), DISCORD_PUBLIC_KEY: discord.publicKey, PORT: port, ...settings(port) });
  await program.logged(/listening at/);
  const url = `http://127.0.0.1:${port}`;
  expect(await readyAt(url)).toMatchObject({ code: 200, discord: 'ready' });
  expect((await fetch(`${url}/metrics`)).status).toBe(status);
});

test('a port that is taken ends the start with what to set', async () => {
  const first = running({ HEALTH_PORT: '0' });
  const { port } = new URL(await healthOf(first));
  const second = running({ HEALTH_PORT: port });
  expect(await second.ended).toBe(1);
  expect(second.log.join('\n')).toContain(`port ${port}. Set HEALTH_HOST and HEALTH_PORT to others`);
});
