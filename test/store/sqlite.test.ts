import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withoutWaiting } from '../../src/store/dialects.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';

// What is asked of SQLite in its own words.

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
