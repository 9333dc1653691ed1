import { expect, test } from 'vitest';
import { later } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOON, temporaryFolder } from '../support/store.ts';

const AFTER = later(NOON, 1);
const BEFORE = later(NOON, -1);

test('the text of a workspace is kept for every program on the file, and the last one stands', async () => {
  const file = `${temporaryFolder()}/shared.db`;
  const [one, other] = [await openStore(file), await openStore(file)];
  expect(await one.installation('slack', 'T1')).toBeUndefined();
  await one.keepInstallation('slack', 'T1', 'sealed 1', NOON);
  expect(await other.installation('slack', 'T1')).toBe('sealed 1');
  await other.keepInstallation('slack', 'T1', 'sealed 2', AFTER);
  expect(await one.installation('slack', 'T1')).toBe('sealed 2');
  await one.close();
  await other.close();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another workspace',   'slack',   'T2'],
  ['another platform',    'discord', 'T1'],
] as const)('the text of %s is another', async (_, platform, space) => {
  const store = await openStore(':memory:');
  await store.keepInstallation('slack', 'T1', 'own', NOON);
  await store.keepInstallation(platform, space, 'another', NOON);
  expect(await store.installation('slack', 'T1')).toBe('own');
  expect(await store.dropInstallation(platform, space, AFTER)).toBe(true);
  expect(await store.installation('slack', 'T1')).toBe('own');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['drops what was kept before',             AFTER,  true,  undefined],
  ['drops what was kept at that moment',     NOON,   true,  undefined],
  ['leaves what has been kept since',        BEFORE, false, 'sealed'],
])('dropping %s', async (_, at, isDropped, left) => {
  const store = await openStore(':memory:');
  await store.keepInstallation('slack', 'T1', 'sealed', NOON);
  expect(await store.dropInstallation('slack', 'T1', at)).toBe(isDropped);
  expect(await store.installation('slack', 'T1')).toBe(left);
});

test('what is not there cannot be dropped', async () => {
  const store = await openStore(':memory:');
  expect(await store.dropInstallation('slack', 'T1', NOON)).toBe(false);
});
