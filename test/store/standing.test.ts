import { expect, onTestFinished, test } from 'vitest';
import { HOUR, later } from '../../src/base/time.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase, openStore, storeOn } from '../../src/store/open-store.ts';
import type { NewPost } from '../../src/tutor/store/posts.ts';
import { aServer, CHANNEL, momentOf } from '../support/daily.ts';
import { closeTable } from '../support/shared-place.ts';
import { NOON } from '../support/store.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['those of this program', 0,  'current'],
  ['of a newer one',        1,  'newer'],
  ['of an older one',       -1, 'older'],
] as const)('it says whose its tables are: %s', async (_, more, age) => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  onTestFinished(() => store.close());
  await db.updateTable('hostmaster_schema').set({ version: MIGRATIONS.length + more }).execute();
  expect(await store.prove(NOON)).toBe(age);
  expect(await store.prove(later(NOON, HOUR))).toBe(age);
});

test('each time it writes', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  onTestFinished(() => store.close());
  const written = () => db.selectFrom('receipt').select('claimed_at').execute();
  for (const at of [NOON, later(NOON, HOUR)]) {
    await store.prove(at);
    expect(await written()).toEqual([{ claimed_at: at }]);
  }
});

test('what cannot be written is thrown', async () => {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  const store = storeOn(db);
  await closeTable(db, 'receipt');
  await expect(store.prove(NOON)).rejects.toThrow();
});

test('it takes nothing from what is delivered', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  await store.prove(NOON);
  expect(await store.claimDelivery('slack', 'proof', NOON)).toBe(true);
});

test('it counts the posts that are not done with, and says since when the oldest is due', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  expect(await store.backlog(NOON)).toEqual({ outbox: 0, postsDue: 0, schedulesDue: 0 });
  const add = (key: string, dueIn: number): Promise<boolean> => {
    const post: NewPost = { key, queue: key, to: CHANNEL, dueAt: later(NOON, dueIn) };
    return store.addPost(post);
  };
  for (const [key, dueIn] of [
    ['a', -HOUR],
    ['b', -2 * HOUR],
    ['c', HOUR],
    ['d', -3 * HOUR],
  ] as const)
    await add(key, dueIn);
  await store.settlePost('d', { kind: 'void' }, NOON);
  expect(await store.backlog(NOON)).toEqual({
    ...{ outbox: 3, postsDue: 2, postsDueSince: later(NOON, -2 * HOUR), schedulesDue: 0 },
  });
});

test('it says how many daily schedules have come due, and since when', async () => {
  const server = await aServer();
  await server.schedule();
  expect(await server.store.backlog(momentOf('2026-03-02T08:30Z'))).toMatchObject({ schedulesDue: 0 });
  const at = momentOf('2026-03-02T09:30Z');
  const { schedulesDue, schedulesDueSince } = await server.store.backlog(at);
  expect(schedulesDue).toBe(1);
  expect(schedulesDueSince).toBeGreaterThanOrEqual(momentOf('2026-03-02T09:00Z'));
  expect(schedulesDueSince).toBeLessThan(momentOf('2026-03-02T09:01Z'));
});
