import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { openDatabase, openStore } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';
import { withoutWaiting } from '../../src/store/sqlite.ts';
import { NOON, temporaryFolder } from '../support/store.ts';

test('a delivery is claimed once, by whichever program is first', async () => {
  const file = `${temporaryFolder()}/shared.db`;
  const [one, other] = [await openStore(file), await openStore(file)];
  const claims = await Promise.all([one, other, one].map((store) => store.claimDelivery('discord', '7', NOON)));
  expect(claims.filter((claimed) => claimed)).toHaveLength(1);
  await one.close();
  await other.close();
});

test('platforms count by themselves, and what is a day old is forgotten', async () => {
  const store = await openStore(':memory:');
  expect(await store.claimDelivery('discord', '7', NOON)).toBe(true);
  expect(await store.claimDelivery('slack', '7', NOON)).toBe(true);
  expect(await store.claimDelivery('discord', '7', later(NOON, DAY - 1))).toBe(false);
  expect(await store.claimDelivery('discord', '7', later(NOON, DAY + HOUR))).toBe(true);
  await store.close();
});

/** Source: SQLite, PRAGMA synchronous. */
const [NORMAL, FULL] = [1, 2];

async function synchronous(db: Db): Promise<unknown> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return rows[0]?.synchronous;
}

test('the disk is not waited for in between, and is waited for again afterwards, however it ends', async () => {
  const db = await openDatabase(':memory:');
  for (const _ of ['once', 'again']) {
    expect(await withoutWaiting(db, synchronous)).toBe(NORMAL);
    expect(await synchronous(db)).toBe(FULL);
  }
  await expect(withoutWaiting(db, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await synchronous(db)).toBe(FULL);
  await db.destroy();
});
