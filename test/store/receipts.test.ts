import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
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
