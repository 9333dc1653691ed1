import { expect, onTestFinished, test, vi } from 'vitest';
import { instant } from '../../src/base/time.ts';
import type { OneWorkspace } from '../../src/slack/connection.ts';
import { startSlack } from '../../src/slack/start.ts';
import { SlackStartError } from '../../src/slack/start-error.ts';
import type { Tutor } from '../../src/slack/tutor.ts';
import { openStore } from '../../src/store/open-store.ts';
import { MOST_IN_HAND, MOST_OF_ONE } from '../../src/tutor/in-hand.ts';
import { notice } from '../../src/tutor/reply.ts';
import { noPaint } from '../support/no-paint.ts';
import { serve } from './slack/serve.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type Standin, startStandin } from './slack/standin.ts';

const handle = async () => notice('Yes.');
const isOpen = (standin: Standin, count: number) =>
  vi.waitFor(() => expect(standin.sockets.open()).toBe(count), { timeout: 60_000, interval: 5 });

test('while one connection is renewed the other hears', async () => {
  const { standin, someone, replies } = await serve('socket', { handle });
  standin.sockets.refresh(0);
  await vi.waitFor(() => expect(standin.sockets.open()).toBeLessThan(2), { interval: 1 });
  await replies(async () => expect(await someone().say('x')).toMatchObject({ isAcked: true }));
  await isOpen(standin, 2);
  expect(standin.sockets.opened()).toBe(3);
});

test.each(['refresh', 'drop'] as const)('after a %s of both connections service goes on', async (how) => {
  const { standin, someone, replies } = await serve('socket', { handle });
  standin.sockets[how]();
  await vi.waitFor(() => expect(standin.sockets.opened()).toBe(4), { timeout: 4000, interval: 5 });
  await isOpen(standin, 2);
  await replies(() => someone().say('x'));
});

test('a token that fails while connections are renewed ends nothing, and is tried again', async () => {
  const { standin, someone, replies, log } = await serve('socket', { handle });
  standin.misbehave(
    'apps.connections.open',
    ...Array.from({ length: 3 }, () => ({ kind: 'error', error: 'invalid_auth' }) as const),
  );
  standin.sockets.drop();
  await isOpen(standin, 2);
  expect(log.join('\n')).toContain('invalid_auth');
  await replies(() => someone().say('x'));
});

test.each([
  ['between the renewal and the greeting', ({ sockets }: Standin) => sockets.refresh()],
  ['while Slack greets no connection', ({ sockets }: Standin) => [sockets.greet(false), sockets.drop()]],
  [
    'while Slack gives out no connection',
    ({ sockets, misbehave }: Standin) => [
      misbehave('apps.connections.open', { kind: 'hang', ms: 500 }),
      sockets.drop(),
    ],
  ],
])('stopping %s is no crash', async (_, disturb) => {
  const { standin, slack } = await serve('socket', { handle });
  disturb(standin);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await slack.stop();
  await new Promise((resolve) => setTimeout(resolve, 600)); // a rejection that nobody handles would fail the run
  expect(standin.sockets.open()).toBe(0);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['signed by another secret',   { secret: 'another' }, 401],
  ['six minutes old',            { skew: -360 },        401],
  ['six minutes ahead',          { skew: 360 },         401],
  ['four minutes old',           { skew: -240 },        200],
  ['four minutes ahead',         { skew: 240 },         200],
])('a request %s is answered as it should be', async (_, options, status) => {
  const asked: string[] = [];
  const spy = async (_: unknown, line: string) => {
    asked.push(line);
    return notice('Yes.');
  };
  const { deliver, someone, log } = await serve('http', { handle: spy });
  expect(await deliver('slash', someone().payloads.slash('/quiz', ''), options)).toMatchObject({ status });
  await vi.waitFor(() => expect(asked).toHaveLength(status === 200 ? 1 : 0));
  expect(log).toHaveLength(status === 200 ? 0 : 1);
  expect(log.join()).not.toContain(SIGNING_SECRET);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another path',         '/',              { method: 'POST', body: 'x' },                                  404],
  ['another method',       '/slack/events',  { method: 'GET' },                                              404],
  ['a path that is none',  '//',             { method: 'POST', body: 'x' },                                  404],
  ['no signature',         '/slack/events',  { method: 'POST', body: '{}' },                                 401],
  ['too much',             '/slack/events',  { method: 'POST', body: 'x'.repeat(2 ** 20 + 1) },              413],
])('a request with %s is refused', async (_, path, init, status) => {
  const { url } = await serve('http', { handle });
  expect((await fetch(`${url}${path}`, init)).status).toBe(status);
});

test('a request that comes while the program stops is left to be tried again', async () => {
  const { deliver, someone, slack } = await serve('http', { handle });
  await slack.stop();
  expect(await deliver('event', someone().payloads.message('quiz'))).toMatchObject({ isAcked: false, status: 503 });
});

test('of more lines than can be answered at a time, those that come last are told to ask again', async () => {
  const gate = Promise.withResolvers<void>();
  const { standin, someone, replies } = await serve('http', { handle: () => gate.promise.then(handle) });
  await Promise.all(Array.from({ length: MOST_IN_HAND }, (_, number) => someone(`U${number}`).say('x')));
  const ann = someone();
  const [refused] = await replies(() => ann.say('x'));
  expect(JSON.stringify(refused)).toContain('Ask again in a minute');
  gate.resolve();
  await vi.waitFor(() => expect(standin.messages).toHaveLength(MOST_IN_HAND + 1), { timeout: 60_000, interval: 20 });
  const [answered] = (await replies(() => ann.say('x'))).slice(-1);
  expect(JSON.stringify(answered)).toContain('Yes.');
});

test('who sends more than one person does is told to wait, and others are answered meanwhile', async () => {
  const gate = Promise.withResolvers<void>();
  const slow: Tutor['handle'] = async ({ user }) => {
    if (user === 'UANN') await gate.promise;
    return handle();
  };
  const { standin, someone, replies } = await serve('http', { handle: slow });
  const ann = someone();
  await Promise.all(Array.from({ length: MOST_OF_ONE }, () => ann.say('x')));
  const [refused] = await replies(() => ann.say('x'));
  expect(JSON.stringify(refused)).toContain(`still have ${MOST_OF_ONE} things to do for you`);
  const [answered] = await replies(() => someone('UBOB').say('x'));
  expect(JSON.stringify(answered)).toContain('Yes.');
  gate.resolve();
  await vi.waitFor(() => expect(standin.messages).toHaveLength(MOST_OF_ONE + 2), { timeout: 60_000, interval: 20 });
  const [after] = (await replies(() => ann.say('x'))).slice(-1);
  expect(JSON.stringify(after)).toContain('Yes.');
});

const tutor: Tutor = {
  ...{ commands: new Set(['quiz']), handle, home: handle, claim: async () => true, now: () => instant(Date.now()) },
  ...{ newIncident: () => ({ id: 'i', level: 'error' }), log: () => {}, installations: await openStore(':memory:') },
  paint: noPaint,
};

async function begin(over: Partial<OneWorkspace>, prepare: (standin: Standin) => void = () => {}) {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  prepare(standin);
  return startSlack({ kind: 'one-workspace', botToken: BOT_TOKEN, apiUrl: standin.apiUrl, ...over }, tutor);
}

// biome-ignore format: a table reads down its columns
test.each([
  ['a bot token that Slack refuses',   { botToken: 'xoxb-wrong', appToken: APP_TOKEN }, { kind: 'refused', token: 'SLACK_BOT_TOKEN', code: 'invalid_auth' }],
  ['an app token that Slack refuses',  { appToken: 'xapp-wrong' },                      { kind: 'refused', token: 'SLACK_APP_TOKEN', code: 'invalid_auth' }],
  ['nothing at the address',           { appToken: APP_TOKEN, apiUrl: 'http://127.0.0.1:1/' }, { kind: 'unreachable' }],
])('%s stops the start with a reason', async (_, over, problem) => {
  const error = await begin(over).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SlackStartError);
  expect((error as SlackStartError).problem).toEqual(problem);
});

test('a fault of Slack’s at the start is waited out', async () => {
  const slack = await begin({ appToken: APP_TOKEN }, (standin) => {
    standin.misbehave('auth.test', { kind: 'status', status: 503 });
    standin.misbehave('apps.connections.open', { kind: 'status', status: 429, retryAfter: 1 });
  });
  await slack.stop();
});
