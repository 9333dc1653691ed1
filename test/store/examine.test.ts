import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineStore } from '../../src/store/examine.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../support/store.ts';

test('a file that is there can be used', async () => {
  const file = join(temporaryFolder(), 'study.db');
  await (await openStore(file)).close();
  expect(await examineStore(file)).toMatchObject({ state: 'good', says: expect.stringContaining('can be used') });
});

test('a file that is not there is not made', async () => {
  const file = join(temporaryFolder(), 'study.db');
  expect(await examineStore(file)).toMatchObject({
    state: 'good',
    says: expect.stringContaining('first start makes it'),
  });
  expect(existsSync(file)).toBe(false);
});

test('memory is said to forget', async () => {
  expect(await examineStore(':memory:')).toMatchObject({ state: 'good', says: expect.stringContaining('forgotten') });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['is in no folder',     () => join(temporaryFolder(), 'no/such.db'),                                              'is no folder that may be written to'],
  ['is no database',      () => { const file = join(temporaryFolder(), 'a.db'); writeFileSync(file, 'once upon a time'.repeat(99)); return file; }, 'is not a database'],
])('a file that %s is a fault', async (_, file, words) => {
  expect(await examineStore(file())).toMatchObject({ state: 'fault', says: expect.stringContaining(words) });
});
