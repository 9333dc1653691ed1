import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts';
import { firstInIndexes, referencesIn } from '../support/privacy.ts';

test('what points to a row that is to be deleted is found by an index', async () => {
  const db = await openDatabase(':memory:');
  const first = await firstInIndexes(db);
  const keys = Map.groupBy(await referencesIn(db), ({ key }) => key);
  expect(keys.size).toBeGreaterThan(25);
  const unfound = [...keys.values()].filter(
    (columns) => !columns.some(({ table, column }) => first.has(`${table}.${column}`)),
  );
  expect(unfound).toEqual([]);
  await db.destroy();
});
