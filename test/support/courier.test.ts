import { expect, test } from 'vitest';
import type { Address, PostOutcome } from '../../src/tutor/courier.ts';
import { notice, type Reply, toChannel } from '../../src/tutor/reply.ts';
import { aCourier } from './courier.ts';
import { START } from './tutor.ts';

const CHANNEL: Address = { platform: 'discord', space: '1', kind: 'channel', channel: 'c' };
const OTHER: Address = { platform: 'slack', space: 'T1', kind: 'channel', channel: 'd' };
const BOB: Address = { platform: 'slack', space: 'T1', kind: 'direct', user: 'bob' };
const HELLO = notice('Hello.');
const ROUND: Reply = { ...toChannel([]), thread: { title: 'A round', first: HELLO } };

const messageOf = (outcome: PostOutcome) => {
  if (outcome.kind !== 'posted') throw new Error(outcome.kind);
  return outcome.message;
};

test('a key posts once, and gives the same message again', async () => {
  const { courier, posts, messages } = aCourier();
  const first = await courier.post(CHANNEL, HELLO, 'k', START);
  expect(await courier.post(CHANNEL, HELLO, 'k', START)).toEqual(first);
  await courier.post(BOB, HELLO, 'other', START);
  expect(posts.map(({ key }) => key)).toEqual(['k', 'other']);
  expect([messages('c'), messages('bob')]).toEqual([[HELLO], [HELLO]]);
});

test('a thread is opened in a channel only, and only if it has threads', async () => {
  const { courier, messages } = aCourier();
  const { thread } = messageOf(await courier.post(CHANNEL, ROUND, 'k', START));
  expect([messages('c'), messages(thread ?? '')]).toEqual([[ROUND], [HELLO]]);
  expect(messageOf(await courier.post(BOB, ROUND, 'l', START)).thread).toBeUndefined();
  expect(messages('bob')).toEqual([ROUND, HELLO]);
  expect(messageOf(await courier.post({ ...CHANNEL, thread: thread ?? '' }, ROUND, 'm', START)).thread).toBeUndefined();
  const without = aCourier({ hasThreads: false });
  expect(messageOf(await without.courier.post(CHANNEL, ROUND, 'k', START)).thread).toBeUndefined();
  expect(without.messages('c')).toEqual([ROUND, HELLO]);
});

test('a message is replaced until it is removed', async () => {
  const { courier, messages, replaced, remove } = aCourier();
  const message = messageOf(await courier.post(CHANNEL, HELLO, 'k', START));
  await courier.replace(CHANNEL, message, ROUND);
  expect([messages('c'), replaced.length]).toEqual([[ROUND], 1]);
  remove(message);
  expect((await courier.replace(CHANNEL, message, HELLO)).kind).toBe('refused');
});

test('failures befall whom they should, as often as they should', async () => {
  const { courier, fail, posts } = aCourier();
  fail({ kind: 'later', waitMs: 5 }, { times: 2, where: ({ platform }) => platform === 'slack' });
  expect((await courier.post(CHANNEL, HELLO, '1', START)).kind).toBe('posted');
  expect(await courier.post(OTHER, HELLO, '2', START)).toEqual({ kind: 'later', waitMs: 5 });
  expect((await courier.post(OTHER, HELLO, '2', START)).kind).toBe('later');
  expect((await courier.post(OTHER, HELLO, '2', START)).kind).toBe('posted');
  fail({ kind: 'lost' });
  expect((await courier.post(OTHER, HELLO, '3', START)).kind).toBe('later');
  expect(posts.map(({ key }) => key)).toEqual(['1', '2', '3']);
});

test('what hangs is posted once it is released', async () => {
  const { courier, fail, posts, release } = aCourier();
  fail({ kind: 'hang' }, { times: 9 });
  const hanging = courier.post(CHANNEL, HELLO, 'k', START);
  await Promise.resolve();
  expect(posts).toEqual([]);
  release();
  expect((await hanging).kind).toBe('posted');
  expect((await courier.post(CHANNEL, HELLO, 'l', START)).kind).toBe('posted');
});

test('obstacles are told where they are', async () => {
  const { courier, obstruct } = aCourier();
  expect(await courier.obstacles(CHANNEL)).toEqual([]);
  obstruct(['No permission.'], ({ platform }) => platform === 'slack');
  expect([await courier.obstacles(CHANNEL), await courier.obstacles(OTHER)]).toEqual([[], ['No permission.']]);
});
