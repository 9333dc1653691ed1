import { expect, test } from 'vitest';
import { openDatabase, openStore, storeOn } from '../../src/store/open-store.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { broken } from '../support/shared-place.ts';
import { NOON } from '../support/store.ts';

const ANNA: Account = { platform: 'discord', space: 'club', user: 'anna' };

test('the same account is the same learner', async () => {
  const store = await openStore(':memory:');
  expect(await store.learnerOf(ANNA, NOON)).toBe(await store.learnerOf({ ...ANNA }, NOON));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['platform', { ...ANNA, platform: 'slack' }],
  ['space',    { ...ANNA, space: 'school' }],
  ['user',     { ...ANNA, user: 'Anna' }],
] as const)('another %s is another learner', async (_, other) => {
  const store = await openStore(':memory:');
  expect(await store.learnerOf(ANNA, NOON)).not.toBe(await store.learnerOf(other, NOON));
});

test('an account first seen many times at once is one learner, and none is left over', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const learners = await Promise.all(Array.from({ length: 20 }, () => store.learnerOf(ANNA, NOON)));
  expect(new Set(learners).size).toBe(1);
  expect(await db.selectFrom('learner').selectAll().execute()).toEqual([{ id: learners[0], made_at: NOON }]);
});

test('a desk is empty at first, then holds what was last put there', async () => {
  const store = await openStore(':memory:');
  const learner = await store.learnerOf(ANNA, NOON);
  expect(await store.desk(learner)).toEqual({});
  for (const id of ['one', 'two']) await store.addWorld({ id, learner, recipe: '{}' }, NOON);
  for (const desk of [{ sandbox: 'one', focus: 'two' }, { sandbox: 'one' }, { own: 'two' }, { focus: 'one' }, {}]) {
    await store.setDesk(learner, desk);
    expect(await store.desk(learner)).toStrictEqual(desk);
  }
});

test('a desk cannot hold a world that does not exist', async () => {
  const store = await openStore(':memory:');
  const learner = await store.learnerOf(ANNA, NOON);
  await expect(store.setDesk(learner, { focus: 'nowhere' })).rejects.toMatchObject(broken.foreignKey);
});

test('one desk is not another learner’s', async () => {
  const store = await openStore(':memory:');
  const anna = await store.learnerOf(ANNA, NOON);
  const ben = await store.learnerOf({ ...ANNA, user: 'ben' }, NOON);
  await store.addWorld({ id: 'one', learner: anna, recipe: '{}' }, NOON);
  await store.setDesk(anna, { sandbox: 'one' });
  expect(await store.desk(ben)).toEqual({});
});
