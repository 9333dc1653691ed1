import { expect, onTestFinished, test } from 'vitest';
import type { Observe } from '../../src/base/observe.ts';
import { type Instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Address } from '../../src/tutor/courier.ts';
import { type Drawer, type Drawers, postKey } from '../../src/tutor/posts/drawer.ts';
import { postWhatIsDue } from '../../src/tutor/posts/post-what-is-due.ts';
import { notice, toChannel } from '../../src/tutor/reply.ts';
import type { NewPost } from '../../src/tutor/store/posts.ts';
import { aCourier } from '../support/courier.ts';
import { lookingOn } from '../support/looking-on.ts';
import { school } from '../support/school.ts';
import { START } from '../support/tutor.ts';

const CHANNEL: Address = { platform: 'slack', space: 'T1', kind: 'channel', channel: 'C1' };
const drawers: Drawers = new Map<string, Drawer>([
  ['say', async (_, [word = '']) => notice(word)],
  [
    'open',
    async (_, [word = '']) => ({ ...toChannel([]), thread: { title: word, first: notice(`first in ${word}`) } }),
  ],
  ['nothing', async () => undefined],
  ['broken', async () => Promise.reject(new Error('a bug'))],
]);

async function aPost(courier = aCourier(), observe?: Observe) {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  let now: Instant = START;
  let ids = 0;
  const deps = {
    store,
    content: school,
    newSeed: () => 1,
    newId: () => `n${ids++}`,
    courier: courier.courier,
    ...(observe && { observe }),
  };
  const post = () => postWhatIsDue({ deps, platforms: ['slack'], drawers, now: () => now });
  return {
    ...{ store, courier, post },
    add: (key: string, over: Partial<NewPost> = {}) =>
      store.addPost({ key, queue: key, to: CHANNEL, dueAt: START, ...over }),
    wait: (ms: number) => {
      now = later(now, ms);
    },
    shown: (where = 'C1') =>
      courier.messages(where).map(({ blocks }) => blocks.map((block) => ('text' in block ? block.text : '')).join()),
  };
}

test('what is due is posted once, in the order of its queue, and no sooner than it is due', async () => {
  const { add, post, shown, wait } = await aPost();
  expect(await add('say:one', { queue: 'q' })).toBe(true);
  expect(await add('say:one', { queue: 'q' })).toBe(false);
  await add('say:late', { dueAt: later(START, MINUTE) });
  await add('say:two', { queue: 'q' });
  await post();
  await post();
  expect(shown()).toEqual(['one', 'two']);
  wait(MINUTE);
  await post();
  expect(shown()).toEqual(['one', 'two', 'late']);
});

test('a post takes the place of another, or stands by itself where that is gone', async () => {
  const { add, post, shown, courier } = await aPost();
  await add('say:open');
  await post();
  await add('say:closed', { replaces: 'say:open' });
  await post();
  expect(shown()).toEqual(['closed']);
  courier.remove(courier.posts[0]!.message);
  await add('say:again', { replaces: 'say:open' });
  await post();
  expect(shown()).toEqual(['again']);
});

test('a post stands in the thread of the one above', async () => {
  const { add, post, shown, courier } = await aPost();
  await add(postKey('open', 'thread'), { queue: 'q' });
  await add('say:below', { queue: 'q', below: 'open:thread' });
  await post();
  expect(shown(courier.posts[0]!.message.thread)).toEqual(['first in thread', 'below']);
});

test('while the platform asks to wait it is left, and so is what comes after it in the queue', async () => {
  const { add, post, shown, wait, courier } = await aPost();
  courier.fail({ kind: 'later', waitMs: 10 * SECOND });
  await add('say:one', { queue: 'q' });
  await add('say:two', { queue: 'q' });
  await add('say:other');
  await post();
  expect(shown()).toEqual(['other']);
  wait(9 * SECOND);
  await post();
  expect(shown()).toEqual(['other']);
  wait(2 * SECOND);
  await post();
  expect(shown()).toEqual(['other', 'one', 'two']);
});

test('what was carried out, though nobody heard of it, is not posted again', async () => {
  const { add, post, shown, wait, courier, store } = await aPost();
  courier.fail({ kind: 'lost' });
  await add('say:one');
  await post();
  wait(MINUTE);
  await post();
  expect(shown()).toEqual(['one']);
  expect((await store.post('say:one'))?.settled?.kind).toBe('posted');
});

test('what a process took and never settled is taken by another a minute later', async () => {
  const { add, post, shown, wait, store } = await aPost();
  await add('say:one');
  await store.takePost(['slack'], START, later(START, MINUTE));
  await post();
  expect(shown()).toEqual([]);
  wait(MINUTE);
  await post();
  expect(shown()).toEqual(['one']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['refused',  'say:x',     {},                              { kind: 'refused', why: 'No such channel.' }],
  ['too late', 'say:x',     { lapsesAt: later(START, -1) },  { kind: 'lapsed' }],
  ['void',     'nothing:x', {},                              { kind: 'void' }],
] as const)('what is %s is done with, and what comes after it is posted', async (_, key, over, settled) => {
  const { add, post, shown, courier, store } = await aPost();
  if (settled.kind === 'refused') courier.fail(settled);
  await add(key, { queue: 'q', ...over });
  await add('say:next', { queue: 'q' });
  await post();
  expect((await store.post(key))?.settled).toEqual(settled);
  expect(shown()).toEqual(['next']);
});

test('what is for a platform that is served elsewhere is left', async () => {
  const { add, post, courier } = await aPost();
  await add('say:x', { to: { ...CHANNEL, platform: 'discord' } });
  await post();
  expect(courier.calls).toBe(0);
});

test('what breaks is thrown once the rest is posted, and keeps its place', async () => {
  const { add, post, shown, wait } = await aPost();
  await add('broken:x');
  await add('say:next');
  await expect(post()).rejects.toThrow('posts that could not be made');
  expect(shown()).toEqual(['next']);
  wait(MINUTE);
  await expect(post()).rejects.toThrow();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['was refused',   {},                              { kind: 'refused', why: 'No such channel.' }],
  ['came too late', { lapsesAt: later(START, -1) },  undefined],
] as const)('what %s can be tried anew, by its own key', async (_, over, failure) => {
  const { add, post, shown, courier, store, wait } = await aPost();
  if (failure) courier.fail(failure);
  await add('say:x', over);
  await post();
  expect(shown()).toEqual([]);
  expect(await store.reopenPost('say:x', later(START, SECOND))).toBe(true);
  expect(await store.reopenPost('say:x', later(START, SECOND))).toBe(false);
  await post();
  expect(shown()).toEqual([]);
  wait(SECOND);
  await post();
  expect(shown()).toEqual(['x']);
});

test('what was posted is not tried anew, and it is known when it was', async () => {
  const { add, post, shown, store } = await aPost();
  await add('say:{"kind":"refused"}');
  await post();
  expect(await store.reopenPost('say:{"kind":"refused"}', START)).toBe(false);
  await post();
  expect(shown()).toHaveLength(1);
  expect(await store.post('say:{"kind":"refused"}')).toMatchObject({ settledAt: START });
});

test('whoever looks on is told of each that is done with, and how late, once', async () => {
  const { observe, samples } = lookingOn();
  const { add, post, wait } = await aPost(aCourier(), observe);
  await add('say:one');
  await add('say:two', { lapsesAt: later(START, SECOND) });
  await add('nothing:x');
  wait(3 * SECOND);
  await post();
  await post();
  expect((await samples('hostmaster_posts_total')).toSorted()).toEqual([
    'hostmaster_posts_total{platform="slack",kind="nothing",settlement="void"} 1',
    'hostmaster_posts_total{platform="slack",kind="say",settlement="lapsed"} 1',
    'hostmaster_posts_total{platform="slack",kind="say",settlement="posted"} 1',
  ]);
  expect(await samples('hostmaster_post_lateness_seconds')).toContain(
    'hostmaster_post_lateness_seconds_sum{platform="slack",kind="say"} 6',
  );
});
