import { expect, onTestFinished, test } from 'vitest';
import type { Paint, Picture } from '../../src/base/picture.ts';
import { instant, later, MINUTE } from '../../src/base/time.ts';
import { startDiscord } from '../../src/discord/start.ts';
import type { Address, PostedMessage, PostOutcome } from '../../src/tutor/courier.ts';
import { button, notice, picture, type Reply, reply, text, toChannel } from '../../src/tutor/reply.ts';
import { directChannelOf } from '../platforms/discord/channels.ts';
import type { Fault } from '../platforms/discord/faults.ts';
import { controlsOf, textOf } from '../platforms/discord/learner.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { type Channel, newSnowflake, type Permission } from '../platforms/discord/state.ts';
import { declarations, lists } from '../support/commands.ts';
import { noPaint } from '../support/no-paint.ts';

const now = () => instant(Date.now());
const HELLO = toChannel([text('Hello.')], [button('Quiz', '/quiz')]);
const PLAIN = toChannel([text('Hello.')]);
const LONG = toChannel([text('words '.repeat(1000))], [button('Quiz', '/quiz')]);
const ROUND: Reply = { ...HELLO, thread: { title: 'A round', first: toChannel([text('Question 1')]) } };

/** A server with a channel, and the courier of a process that serves it. */
async function posting(channel: Partial<Channel> = {}, paint: Paint = noPaint) {
  const discord = await startStandIn();
  const { state } = discord;
  const [guild, id, user] = [newSnowflake(), newSnowflake(), newSnowflake()];
  state.channels.set(id, { guild, type: 0, lacks: new Set(), ...channel });
  const start = async () => {
    const running = await startDiscord(
      { token: state.token, apiUrl: discord.url, publicKey: discord.publicKey },
      {
        ...{
          declarations,
          lists,
          translations: new Map(),
          apiUrl: discord.url,
          now,
          log: () => {},
          newIncident: () => ({ id: 'ab12', level: 'error' as const }),
          paint,
        },
        ...{ handle: async () => notice(''), suggest: async () => [], claim: async () => true },
      },
    );
    onTestFinished(() => running.stop());
    return running.courier;
  };
  onTestFinished(() => discord.close());
  const space = { platform: 'discord', space: guild } as const;
  const courier = await start();
  return {
    ...{ discord, state, guild, id, user, courier },
    /** The courier of a process that knows nothing of the first. */
    another: start,
    to: { ...space, kind: 'channel', channel: id } satisfies Address,
    toUser: { ...space, kind: 'direct', user } satisfies Address,
    /** What is said in a channel, thread or direct messages, message by message. */
    said: (where: string) =>
      state.messages.filter((each) => each.channel === where).map((each) => textOf([each]).trim()),
    misbehave: (kind: Fault['kind'], path: RegExp, over: Partial<Fault> = {}) =>
      discord.misbehave({ method: 'POST', path, kind, times: 1, ...over }),
  };
}
const MESSAGES = /^\/channels\/\d+\/messages$/;

const messageOf = (outcome: PostOutcome): PostedMessage => {
  if (outcome.kind !== 'posted') throw new Error(JSON.stringify(outcome));
  return outcome.message;
};

test('a reply is posted in a channel, for everyone, with its buttons', async () => {
  const { courier, to, state, id, said } = await posting();
  const posted = messageOf(await courier.post(to, reply(HELLO.blocks, HELLO.choices), 'k', now()));
  expect(said(id)).toEqual(['Hello.']);
  const [message] = state.messages;
  expect(posted).toEqual({ channel: id, message: message?.id });
  expect(message && controlsOf(message).map(({ label }) => label)).toEqual(['Quiz']);
  expect(state.refusals).toEqual([]);
});

test('a long reply is posted in parts, and its message is the one with the buttons', async () => {
  const { courier, to, state, said, id } = await posting();
  const { message } = messageOf(await courier.post(to, LONG, 'k', now()));
  expect(said(id)).toHaveLength(2);
  expect(state.messages.at(-1)?.id).toBe(message);
  expect(controlsOf(state.messages.at(-1)!)).toHaveLength(1);
  expect(messageOf(await courier.post(to, LONG, 'k', now())).message).toBe(message);
  expect(said(id)).toHaveLength(2);
});

test('a reply is posted to a person', async () => {
  const { courier, toUser, user, said, state } = await posting();
  const posted = messageOf(await courier.post(toUser, ROUND, 'k', now()));
  expect(posted).toEqual({ channel: directChannelOf(user), message: state.messages[0]?.id });
  expect(said(directChannelOf(user))).toEqual(['Hello.', 'Question 1']);
  await courier.replace(toUser, posted, notice('Changed.'));
  expect(said(directChannelOf(user))).toEqual(['Changed.', 'Question 1']);
  expect(state.refusals).toEqual([]);
});

test('a thread is opened below the message, and can be posted to', async () => {
  const { courier, to, state, id, said } = await posting();
  const { thread, message } = messageOf(await courier.post(to, ROUND, 'k', now()));
  expect(thread).toBe(message);
  expect([said(id), said(thread ?? '')]).toEqual([['Hello.'], ['Question 1']]);
  expect([...state.threads.values()]).toEqual([{ channel: id, title: 'A round' }]);
  const within = { ...to, thread: thread ?? '' };
  const posted = messageOf(await courier.post(within, ROUND, 'l', now()));
  expect(posted).toEqual({ channel: thread, message: state.messages[2]?.id });
  expect(said(thread ?? '')).toEqual(['Question 1', 'Hello.', 'Question 1']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['where the bot may open none', { lacks: new Set<Permission>(['CREATE_PUBLIC_THREADS']) }],
  ['inside a thread',             { type: 11 }],
])('%s, all is said in the channel', async (_, channel) => {
  const { courier, to, id, said } = await posting(channel);
  expect(messageOf(await courier.post(to, ROUND, 'k', now()))).toEqual({ channel: id, message: expect.any(String) });
  expect(said(id)).toEqual(['Hello.', 'Question 1']);
});

test('in a thread that it may open but not write in nothing is left unsaid', async () => {
  const { courier, to, id, said, misbehave } = await posting();
  const first = messageOf(await courier.post(to, HELLO, 'k', now()));
  misbehave('refusal', new RegExp(`^/channels/${first.message}/messages$`), { refusal: { status: 403, code: 50013 } });
  expect(messageOf(await courier.post(to, ROUND, 'k', now())).thread).toBeUndefined();
  expect(said(id)).toEqual(['Hello.', 'Question 1']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['is lost once',                 '500-after', 1, 'posted'],
  ['is lost every time',           '500-after', 4, 'later'],
  ['never comes',                  'hang-after', 1, 'posted'],
] as const)('a confirmation that %s doubles nothing', async (_, kind, times, outcome) => {
  const { courier, to, id, said, misbehave } = await posting();
  misbehave(kind, MESSAGES, { times });
  expect((await courier.post(to, ROUND, 'k', now())).kind).toBe(outcome);
  const { thread = '' } = messageOf(await courier.post(to, ROUND, 'k', now()));
  expect([said(id), said(thread)]).toEqual([['Hello.'], ['Question 1']]);
});

test('two processes with one key post once', async () => {
  const { courier, another, to, id, said } = await posting();
  const other = await another();
  const posted = await Promise.all([courier, other].map((each) => each.post(to, ROUND, 'k', now())));
  const { thread = '' } = messageOf(posted[0]!);
  expect(posted[0]).toEqual(posted[1]);
  expect([said(id), said(thread)]).toEqual([['Hello.'], ['Question 1']]);
});

const AGES_AGO = () => later(now(), -10 * MINUTE);
// biome-ignore format: a table reads down its columns
test.each([
  ['with buttons',   HELLO],
  ['without any',    PLAIN],
  ['in parts',       LONG],
  ['with a thread',  ROUND],
])('what was posted when Discord no longer knows the nonce is found, %s', async (_, said) => {
  const { courier, another, to, state, id } = await posting();
  const chat = { channel: id, author: '1', flags: 0, components: [{ type: 10, id: 1 }] };
  for (let talk = 0; talk < 130; talk += 1) state.messages.push({ ...chat, id: newSnowflake() });
  const first = await courier.post(to, said, 'k', AGES_AGO());
  const count = state.messages.length;
  state.nonceMs = 0;
  expect(await (await another()).post(to, said, 'k', AGES_AGO())).toEqual(first);
  expect(state.messages.length).toBe(count);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['of another key',                   'l', new Set<Permission>()],
  ['that it may not read',             'k', new Set<Permission>(['READ_MESSAGE_HISTORY'])],
])('what was posted before is no hindrance if it is %s', async (_, key, lacks) => {
  const { courier, another, to, state, id, said } = await posting({ lacks });
  await courier.post(to, HELLO, 'k', AGES_AGO());
  state.nonceMs = 0;
  await (await another()).post(to, HELLO, key, AGES_AGO());
  expect(said(id)).toEqual(['Hello.', 'Hello.']);
});

test("what somebody else wrote is never taken for the bot's own", async () => {
  const { courier, another, to, state, id, said } = await posting();
  await courier.post(to, HELLO, 'k', AGES_AGO());
  const [own] = state.messages.splice(0, 1);
  state.messages.push({ ...own!, author: '1' });
  state.nonceMs = 0;
  await (await another()).post(to, HELLO, 'k', AGES_AGO());
  expect(said(id)).toEqual(['Hello.', 'Hello.']);
});

test('a message is replaced, also by one that is longer than one may be', async () => {
  const { courier, to, state, id, said } = await posting();
  const message = messageOf(await courier.post(to, HELLO, 'k', now()));
  expect(await courier.replace(to, message, PLAIN)).toEqual({ kind: 'posted', message });
  expect(controlsOf(state.messages[0]!)).toEqual([]);
  await courier.replace(to, message, LONG);
  expect(said(id)).toEqual([expect.stringMatching(/^words [\s\S]*There is more than fits here\.$/)]);
  expect(controlsOf(state.messages[0]!).map(({ label }) => label)).toEqual(['Quiz']);
  expect(state.refusals).toEqual([]);
  state.messages.length = 0;
  expect(await courier.replace(to, message, PLAIN)).toEqual({ kind: 'refused', why: 'That message is gone.' });
});

test('Discord out of order is for later, and so is a limit, with how long to wait', async () => {
  const { courier, to, toUser, id, said, misbehave } = await posting();
  misbehave('500', MESSAGES, { times: 4 });
  expect(await courier.post(to, HELLO, 'k', now())).toEqual({ kind: 'later' });
  misbehave('reset', MESSAGES, { times: 4 });
  expect(await courier.post(to, HELLO, 'k', now())).toEqual({ kind: 'later' });
  misbehave('429', MESSAGES, { retryAfter: 1 });
  const limited = await courier.post(to, HELLO, 'k', now());
  expect(limited).toEqual({ kind: 'later', waitMs: expect.any(Number) });
  expect(said(id)).toEqual([]);
  misbehave('refusal', /channels$/, { refusal: { status: 401, code: 0 } });
  expect((await courier.post(toUser, HELLO, 'k', now())).kind).toBe('later');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['it may not see',                 { lacks: new Set<Permission>(['VIEW_CHANNEL']) },                /"View Channel"/],
  ['it may not write in',            { lacks: new Set<Permission>(['SEND_MESSAGES']) },               /"Send Messages"/],
  ['of another server',              { guild: newSnowflake() },                                       /not in this server/],
  ['that is a locked thread',        { type: 11, isLocked: true },                                    /locked/],
  ['that is a forum',                { type: 15 },                                                    /kind of channel/],
])('a channel %s: a sentence says so, before and when it is posted to', async (_, channel, sentence) => {
  const { courier, to, state } = await posting(channel);
  expect(await courier.obstacles(to)).toEqual([expect.stringMatching(sentence)]);
  expect(await courier.post(to, HELLO, 'k', now())).toEqual({ kind: 'refused', why: expect.stringMatching(sentence) });
  expect(state.messages).toEqual([]);
});

test('what this process has posted it knows of without asking', async () => {
  const { courier, to, state } = await posting();
  const first = await courier.post(to, LONG, 'k', AGES_AGO());
  const { calls } = state;
  expect(await courier.post(to, LONG, 'k', AGES_AGO())).toEqual(first);
  expect(state.calls).toBe(calls);
});

// biome-ignore format: a table reads down its columns
test.each([
  [403, 50007,  /Privacy Settings/],
  [403, 50278,  /Privacy Settings/],
  [404, 10003,  /no such channel/],
  [403, 160005, /locked/],
  [400, 50083,  /archived/],
  [400, 200000, /AutoMod/],
  [403, 99999,  /^Discord refuses it: No\. \(99999\)\.$/],
])('Discord refuses with %i, %i', async (status, code, sentence) => {
  const { courier, to, misbehave } = await posting();
  misbehave('refusal', MESSAGES, { refusal: { status, code } });
  expect(await courier.post(to, HELLO, 'k', now())).toEqual({ kind: 'refused', why: expect.stringMatching(sentence) });
});

test('a message that is malformed is a mistake of the program, and not told to anybody', async () => {
  const { courier, to, misbehave } = await posting();
  misbehave('400', MESSAGES);
  await expect(courier.post(to, HELLO, 'k', now())).rejects.toThrow();
});

test('a thread that has gone to the archive is posted to', async () => {
  const { courier, to, state, id } = await posting({ type: 11, isArchived: true });
  expect(await courier.obstacles(to)).toEqual([]);
  expect((await courier.post(to, HELLO, 'k', now())).kind).toBe('posted');
  expect(state.channels.get(id)?.isArchived).toBe(false);
});

test('nothing is said by looking for obstacles', async () => {
  const { courier, to, toUser, state, misbehave } = await posting();
  expect([await courier.obstacles(to), await courier.obstacles(toUser)]).toEqual([[], []]);
  expect(await courier.obstacles({ ...to, channel: newSnowflake() })).toEqual([
    expect.stringMatching(/no such channel/),
  ]);
  misbehave('refusal', /users\/@me\/channels$/, { refusal: { status: 404, code: 10013 } });
  expect(await courier.obstacles({ ...toUser, user: newSnowflake() })).toEqual([expect.stringMatching(/nobody/)]);
  misbehave('500', /typing$/, { times: 4 });
  expect(await courier.obstacles(to)).toEqual([expect.stringMatching(/does not answer just now/)]);
  expect(state.messages).toEqual([]);
});

test('where the bot may attach nothing, the words of a picture are said', async () => {
  const lacks = new Set<Permission>(['ATTACH_FILES']);
  const { courier, to, id, said } = await posting({ lacks }, async () => Buffer.from('PNG'));
  const drawn: Picture = { name: 'map', description: 'All of it in words.', twin: '', model: {} };
  const outcome = await courier.post(to, toChannel([text('Look:'), picture(drawn)]), 'k', now());
  expect(outcome).toMatchObject({ kind: 'posted' });
  expect(said(id).join()).toContain('All of it in words.');
});
