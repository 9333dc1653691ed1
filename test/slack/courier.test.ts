import { expect, onTestFinished, test } from 'vitest';
import { instant, later, MINUTE } from '../../src/base/time.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../../src/slack/rights.ts';
import { startSlack } from '../../src/slack/start.ts';
import type { Address, PostedMessage, PostOutcome } from '../../src/tutor/courier.ts';
import { button, type Reply, text, toChannel } from '../../src/tutor/reply.ts';
import { textsIn } from '../platforms/slack/check-blocks.ts';
import { elementsOf } from '../platforms/slack/person.ts';
import { serve, tutorOn } from '../platforms/slack/serve.ts';
import { serveMany } from '../platforms/slack/serve-many.ts';
import {
  BOT_TOKEN,
  type Fault,
  type Posted,
  type Room,
  SIGNING_SECRET,
  type Standin,
} from '../platforms/slack/standin.ts';

const now = () => instant(Date.now());
const HELLO = toChannel([text('Hello.')], [button('Quiz', '/quiz')]);
const PLAIN = toChannel([text('Hello.')]);
const LONG = toChannel([text('words '.repeat(2000))], [button('Quiz', '/quiz')]);
const ROUND: Reply = { ...HELLO, thread: { title: 'A round', first: toChannel([text('Question 1')]) } };

const SPACE = { platform: 'slack', space: 'T1' } as const;
const OPEN: Address = { ...SPACE, kind: 'channel', channel: 'COPEN' };
const ANN: Address = { ...SPACE, kind: 'direct', user: 'UANN' };

const wordsOf = ({ blocks }: Posted) => textsIn(blocks).join('').replace('Quiz', '');
const labelsOf = (posted: Posted | undefined) =>
  posted ? elementsOf(posted).map(({ text }) => (text as { text: string }).text) : [];

/** A workspace with a channel, and the courier of a process that serves it. */
async function posting(rooms: Readonly<Record<string, Room>> = {}) {
  const { standin, slack, store } = await serve('http');
  for (const [id, room] of Object.entries(rooms)) standin.rooms.set(id, room);
  return {
    ...{ standin, courier: slack.courier },
    /** The courier of a process that knows nothing of the first. */
    another: async () => {
      const connection = { kind: 'one-workspace', botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET } as const;
      const other = await startSlack({ ...connection, apiUrl: standin.apiUrl }, tutorOn(store, []));
      onTestFinished(other.stop);
      return other.courier;
    },
    said: (channel: string, thread?: string) => saidIn(standin, channel, thread),
  };
}
const saidIn = ({ messages }: Standin, channel: string, thread?: string) =>
  messages.filter((each) => each.channel === channel && each.thread === thread).map(wordsOf);

const messageOf = (outcome: PostOutcome): PostedMessage => {
  if (outcome.kind !== 'posted') throw new Error(JSON.stringify(outcome));
  return outcome.message;
};

test('a reply is posted in a channel, for everyone, with its buttons', async () => {
  const { courier, standin, said } = await posting();
  const posted = messageOf(await courier.post(OPEN, { ...HELLO, audience: 'learner' }, 'k', now()));
  expect(said('COPEN')).toEqual(['Hello.']);
  expect(posted).toEqual({ channel: 'COPEN', message: standin.messages[0]?.ts });
  expect(labelsOf(standin.messages[0])).toEqual(['Quiz']);
  expect([standin.refusals, standin.pings]).toEqual([[], []]);
});

test('a long reply is posted in parts, and its message is the one with the buttons', async () => {
  const { courier, standin } = await posting();
  const { message } = messageOf(await courier.post(OPEN, LONG, 'k', now()));
  expect(standin.messages).toHaveLength(2);
  expect([standin.messages[1]?.ts, labelsOf(standin.messages[1])]).toEqual([message, ['Quiz']]);
});

test.each([
  ['whose conversation it may open', [...SCOPES, ...OPTIONAL_SCOPES]],
  ['whose conversation it may not open', SCOPES],
])('a reply is posted to a person %s', async (_, scopes) => {
  const { courier, standin, said } = await posting();
  standin.scopes = scopes;
  const posted = messageOf(await courier.post(ANN, ROUND, 'k', now()));
  expect(posted).toEqual({ channel: 'DUANN', message: standin.messages[0]?.ts });
  await courier.replace(ANN, posted, PLAIN);
  expect(said('DUANN')).toEqual(['Hello.', 'Question 1']);
  expect(labelsOf(standin.messages[0])).toEqual([]);
});

test('the conversation with a person is asked for once', async () => {
  const { courier, standin } = await posting();
  for (const key of ['k', 'l']) await courier.post(ANN, HELLO, key, now());
  expect(standin.calls.filter((call) => call === 'conversations.open')).toHaveLength(1);
});

test('a thread hangs from the message, and can be posted to', async () => {
  const { courier, said, standin } = await posting();
  const { thread, message } = messageOf(await courier.post(OPEN, ROUND, 'k', now()));
  expect(thread).toBe(message);
  expect([said('COPEN'), said('COPEN', thread)]).toEqual([['Hello.'], ['Question 1']]);
  const within = { ...OPEN, thread: thread ?? '' };
  expect(messageOf(await courier.post(within, ROUND, 'l', now()))).toEqual({
    channel: 'COPEN',
    message: standin.messages[2]?.ts,
  });
  expect(said('COPEN', thread)).toEqual(['Question 1', 'Hello.', 'Question 1']);
});

test('where a channel has no threads, all is said in it', async () => {
  const { courier, said } = await posting({ COPEN: { hasNoThreads: true } });
  expect(messageOf(await courier.post(OPEN, ROUND, 'k', now()))).not.toHaveProperty('thread');
  expect(said('COPEN')).toEqual(['Hello.', 'Question 1']);
});

const LOST: Fault = { kind: 'status', status: 500, after: true };
// biome-ignore format: a table reads down its columns
test.each<[string, Fault[], PostOutcome['kind']]>([
  ['is lost once',                    [LOST],                             'posted'],
  ['is cut off',                      [{ kind: 'cut', after: true }],     'posted'],
  ['is lost, and then nothing gets through', [LOST, { kind: 'cut' }, { kind: 'cut' }], 'posted'],
])('a confirmation that %s doubles nothing', async (_, faults, outcome) => {
  const { courier, standin, said } = await posting();
  standin.misbehave('chat.postMessage', ...faults);
  expect((await courier.post(OPEN, ROUND, 'k', now())).kind).toBe(outcome);
  const { thread } = messageOf(await courier.post(OPEN, ROUND, 'k', now()));
  expect([said('COPEN'), said('COPEN', thread)]).toEqual([['Hello.'], ['Question 1']]);
});

test('while it cannot be looked whether a message is there, it is not posted again', async () => {
  const { courier, standin, said } = await posting();
  standin.misbehave('chat.postMessage', LOST);
  standin.misbehave('conversations.history', { kind: 'cut' }, { kind: 'status', status: 429, retryAfter: 30 });
  expect(await courier.post(OPEN, HELLO, 'k', now())).toEqual({ kind: 'later', waitMs: 30_000 });
  expect(said('COPEN')).toEqual(['Hello.']);
  expect((await courier.post(OPEN, HELLO, 'k', AGES_AGO())).kind).toBe('posted');
  expect(said('COPEN')).toEqual(['Hello.']);
});

test('one process posts a key once, also where it may not read, and though it is asked twice at a time', async () => {
  const { courier, standin, said } = await posting();
  standin.scopes = SCOPES;
  const posted = await Promise.all([1, 2, 3].map(() => courier.post(OPEN, ROUND, 'k', now())));
  expect(new Set(posted.map((each) => JSON.stringify(each))).size).toBe(1);
  const { thread } = messageOf(posted[0]!);
  expect([said('COPEN'), said('COPEN', thread)]).toEqual([['Hello.'], ['Question 1']]);
});

const AGES_AGO = () => later(now(), -10 * MINUTE);
// biome-ignore format: a table reads down its columns
test.each<[string, Address, Reply]>([
  ['in a channel',                 OPEN, HELLO],
  ['without buttons',              OPEN, PLAIN],
  ['in parts',                     OPEN, LONG],
  ['with a thread',                OPEN, ROUND],
  ['with a person',                ANN,  ROUND],
])('another process finds what was posted before, %s', async (_, to, reply) => {
  const { courier, another, standin } = await posting();
  const channel = to.kind === 'direct' ? 'DUANN' : 'COPEN';
  const first = await courier.post(to, reply, 'k', AGES_AGO());
  const count = standin.messages.length;
  standin.mostListed = 15;
  for (let talk = 0; talk < 40; talk += 1)
    standin.messages.push({ by: 'a person', channel, ts: `${Date.now() / 1000}${talk}`, text: 'Talk.', blocks: [] });
  expect(await (await another()).post(to, reply, 'k', AGES_AGO())).toEqual(first);
  expect(standin.messages).toHaveLength(count + 40);
});

test('what was posted with another key, or before that moment, is no hindrance', async () => {
  const { courier, another, said } = await posting();
  await courier.post(OPEN, HELLO, 'k', AGES_AGO());
  await (await another()).post(OPEN, HELLO, 'l', AGES_AGO());
  expect(said('COPEN')).toEqual(['Hello.', 'Hello.']);
});

test('where another process may not read it posts all the same', async () => {
  const { courier, another, standin, said } = await posting();
  standin.scopes = SCOPES;
  await courier.post(OPEN, HELLO, 'k', AGES_AGO());
  await (await another()).post(OPEN, HELLO, 'k', AGES_AGO());
  expect(said('COPEN')).toEqual(['Hello.', 'Hello.']);
});

test('a message is replaced, also by one that is longer than one may be', async () => {
  const { courier, standin, said } = await posting();
  const message = messageOf(await courier.post(OPEN, HELLO, 'k', now()));
  expect(await courier.replace(OPEN, message, PLAIN)).toEqual({ kind: 'posted', message });
  expect(labelsOf(standin.messages[0])).toEqual([]);
  await courier.replace(OPEN, message, LONG);
  expect(said('COPEN')).toEqual([expect.stringMatching(/^words [\s\S]*There is more than fits here\.$/)]);
  expect(labelsOf(standin.messages[0])).toEqual(['Quiz']);
  expect(standin.refusals).toEqual([]);
  standin.messages.length = 0;
  expect(await courier.replace(OPEN, message, PLAIN)).toEqual({
    kind: 'refused',
    why: 'That message is gone, or may not be changed any more.',
  });
});

test('Slack out of order is for later, and so is a limit, with how long to wait', async () => {
  const { courier, standin, said } = await posting();
  const down: Fault = { kind: 'status', status: 503 };
  standin.misbehave('chat.postMessage', down, down, down);
  expect(await courier.post(OPEN, HELLO, 'k', now())).toEqual({ kind: 'later' });
  standin.misbehave('chat.postMessage', { kind: 'status', status: 429, retryAfter: 7 });
  expect(await courier.post(OPEN, HELLO, 'k', now())).toEqual({ kind: 'later', waitMs: 7000 });
  expect(said('COPEN')).toEqual([]);
  expect((await courier.post(OPEN, HELLO, 'k', now())).kind).toBe('posted');
});

const IN = (channel: string): Address => ({ ...SPACE, kind: 'channel', channel });
// biome-ignore format: a table reads down its columns
test.each<[string, Address, Readonly<Record<string, Room>>, RegExp]>([
  ['is private, and it is not in it',      IN('CSECRET'), { CSECRET: { isPrivate: true } },      /^I see no such channel.*`\/invite @Hostmaster`/],
  ['is nowhere',                           IN('CNOWHERE'), {},                                   /`\/invite @Hostmaster`/],
  ['is archived',                          IN('COPEN'),   { COPEN: { isArchived: true } },       /^That channel is archived/],
  ['takes no messages of apps',            IN('COPEN'),   { COPEN: { isReadOnly: true } },       /Posting permissions/],
])('a channel that %s: a sentence says so, before and when it is posted to', async (_, to, rooms, sentence) => {
  const { courier, standin } = await posting(rooms);
  expect(await courier.obstacles(to)).toEqual([expect.stringMatching(sentence)]);
  expect(await courier.post(to, HELLO, 'k', now())).toEqual({ kind: 'refused', why: expect.stringMatching(sentence) });
  expect(standin.messages).toEqual([]);
});

test('a public channel needs no invitation, unless the scope for that was not granted', async () => {
  const { courier, standin } = await posting({ CPUBLIC: {} });
  expect(await courier.obstacles(IN('CPUBLIC'))).toEqual([]);
  expect((await courier.post(IN('CPUBLIC'), HELLO, 'k', now())).kind).toBe('posted');
  standin.scopes = SCOPES.filter((scope) => scope !== 'chat:write.public');
  const why = 'I am not in that channel. Invite me there with `/invite @Hostmaster`.';
  expect(await courier.obstacles(IN('CPUBLIC'))).toEqual([why]);
  expect(await courier.post(IN('CPUBLIC'), HELLO, 'l', now())).toEqual({ kind: 'refused', why });
});

test('a scope that is lacking is called by its name', async () => {
  const { courier, standin } = await posting();
  standin.scopes = ['chat:write'];
  expect(await courier.obstacles(OPEN)).toEqual([expect.stringContaining('Slack asks for the scope `channels:read`')]);
  expect(await courier.obstacles(ANN)).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['account_inactive',     /no longer installed/],
  ['token_revoked',        /no longer installed/],
  ['restricted_action',    /Posting permissions/],
  ['something_new',        /^Slack refuses it: something_new\.$/],
])('Slack refuses with %s', async (error, sentence) => {
  const { courier, standin } = await posting();
  standin.misbehave('chat.postMessage', { kind: 'error', error });
  expect(await courier.post(OPEN, HELLO, 'k', now())).toEqual({ kind: 'refused', why: expect.stringMatching(sentence) });
});

test('what Slack finds unfit is posted in plain words', async () => {
  const { courier, standin } = await posting();
  standin.misbehave('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  expect((await courier.post(OPEN, HELLO, 'k', now())).kind).toBe('posted');
  expect(standin.messages.map(({ text, blocks }) => [text, blocks])).toEqual([['Hello.', []]]);
});

test('a call that is malformed is a mistake of the program, and the next try is a try', async () => {
  const { courier, standin } = await posting();
  standin.misbehave('chat.postMessage', { kind: 'error', error: 'invalid_arguments' });
  await expect(courier.post(OPEN, HELLO, 'k', now())).rejects.toThrow('invalid_arguments');
  expect((await courier.post(OPEN, HELLO, 'k', now())).kind).toBe('posted');
});

test('nobody by that id is a sentence, and so is a Slack that does not answer', async () => {
  const { courier, standin } = await posting();
  expect(await courier.obstacles(ANN)).toEqual([]);
  expect(await courier.obstacles({ ...ANN, user: 'X1' })).toEqual([expect.stringMatching(/^There is nobody/)]);
  standin.misbehave('conversations.info', { kind: 'cut' }, { kind: 'cut' }, { kind: 'cut' });
  expect(await courier.obstacles(OPEN)).toEqual([expect.stringMatching(/does not answer just now/)]);
  expect(standin.messages).toEqual([]);
});

test('of many workspaces each is posted to with its own token, and one that is not served is refused', async () => {
  const { standin, slack, install } = await serveMany();
  await install('T1');
  await install('T2');
  standin.grants.places.set('COPEN', 'T2');
  const to = { ...OPEN, space: 'T2' };
  const message = messageOf(await slack.courier.post(to, HELLO, 'k', now()));
  expect(standin.messages.map(({ team }) => team)).toEqual(['T2']);
  expect((await slack.courier.replace(to, message, PLAIN)).kind).toBe('posted');
  expect((await slack.courier.post(OPEN, HELLO, 'l', now())).kind).toBe('refused');
  const stranger = { ...OPEN, space: 'T3' };
  const why = expect.stringMatching(/^I am not installed in that workspace/);
  expect(await slack.courier.post(stranger, HELLO, 'm', now())).toEqual({ kind: 'refused', why });
  expect(await slack.courier.replace(stranger, message, HELLO)).toEqual({ kind: 'refused', why });
  expect(await slack.courier.obstacles(stranger)).toEqual([why]);
});
