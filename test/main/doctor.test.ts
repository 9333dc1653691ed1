import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { examineClock } from '../../src/web/examine-clock.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { APP_TOKEN, BOT_TOKEN, startStandin } from '../platforms/slack/standin.ts';
import { aProgram, run } from '../support/program.ts';
import { TOP } from '../support/top.ts';

const doctor = (environment: Record<string, string>, top = TOP) =>
  run(top, ['doctor', '--database', ':memory:'], '', environment);

test('with nothing configured it says what is not served, and finds no fault', async () => {
  const { stdout, stderr, status } = await doctor({});
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^✔ Content: 4 packs, \d+ questions, \d+ concepts\./);
  expect(stdout).toContain('· Discord: It is not served');
  expect(stdout).toContain('· Slack: It is not served');
  expect(stdout.endsWith('Nothing keeps it from serving.\n')).toBe(true);
});

test('with both platforms it looks at both, and a fault makes the status 1', async () => {
  const [discord, slack] = [await startStandIn(), await startStandin()];
  onTestFinished(async () => {
    await discord.close();
    await slack.stop();
  });
  const environment = {
    ...{ DISCORD_TOKEN: discord.state.token, DISCORD_API_URL: discord.url },
    ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
  };
  expect(await doctor(environment)).toMatchObject({ status: 0, stderr: '' });
  slack.scopes = [];
  const { stdout, status } = await doctor({ ...environment, DISCORD_PUBLIC_KEY: discord.publicKey, PORT: '0' });
  expect(status).toBe(1);
  expect(stdout).toContain('✘ Slack scopes: The token lacks');
  expect(stdout).toContain('✔ Address: 127.0.0.1, port 0, is free');
  expect(stdout.endsWith('2 faults to mend.\n')).toBe(true);
  expect(stdout).not.toMatch(/stand-in\.token|xoxb-|xapp-/);
});

test('faulty content is a fault like any other', async () => {
  const { stdout, status } = await doctor({}, aProgram({ 'data/root.yaml': 'name: [' }));
  expect(status).toBe(1);
  expect(stdout).toContain('✘ Content: 1 fault;');
});

test('a server without a clock has nothing to say of ours', async () => {
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await examineClock('X', `http://127.0.0.1:${port}/`, () => 0 as never)).toEqual([]);
});
