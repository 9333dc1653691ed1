import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts';

test('each query is told by its first word, with its time, and whether it failed', async () => {
  const told: string[] = [];
  const observe = (kind: string, ms: number, isFault: boolean) => {
    expect(ms).toBeGreaterThanOrEqual(0);
    told.push(`${kind} ${isFault ? 'failed' : 'done'}`);
  };
  const db = await openDatabase(':memory:', { observe });
  onTestFinished(() => db.destroy());
  told.length = 0;
  await db.selectFrom('learner').selectAll().execute();
  await expect(sql`insert into nowhere values ('a secret')`.execute(db)).rejects.toThrow();
  await db.transaction().execute((tx) => tx.deleteFrom('receipt').execute());
  expect(told).toEqual(['select done', 'insert failed', 'begin done', 'delete done', 'commit done']);
});
