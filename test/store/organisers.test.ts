import { expect, onTestFinished, test } from 'vitest';
import { later, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOON } from '../support/store.ts';

const HERE = { platform: 'discord', space: '1' } as const;

async function opened() {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  return store;
}

test('organisers are kept in the order in which they were allowed, each once', async () => {
  const store = await opened();
  expect(await store.organisers(HERE)).toEqual([]);
  expect(await store.addOrganiser(HERE, '@2', NOON)).toBe(true);
  expect(await store.addOrganiser(HERE, '@&1', later(NOON, SECOND))).toBe(true);
  expect(await store.addOrganiser(HERE, '@2', later(NOON, 2 * SECOND))).toBe(false);
  expect(await store.organisers(HERE)).toEqual(['@2', '@&1']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another server',    { platform: 'discord', space: '2' }],
  ['another platform',  { platform: 'slack', space: '1' }],
] as const)('%s knows nothing of them', async (_, there) => {
  const store = await opened();
  await store.addOrganiser(HERE, '@2', NOON);
  expect(await store.organisers(there)).toEqual([]);
  expect(await store.removeOrganiser(there, '@2')).toBe(false);
  expect(await store.organisers(HERE)).toEqual(['@2']);
});

test('whom it is withdrawn from is gone, and the others stay', async () => {
  const store = await opened();
  await store.addOrganiser(HERE, '@2', NOON);
  await store.addOrganiser(HERE, '@3', NOON);
  expect(await store.removeOrganiser(HERE, '@2')).toBe(true);
  expect(await store.removeOrganiser(HERE, '@2')).toBe(false);
  expect(await store.organisers(HERE)).toEqual(['@3']);
});
