import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { PoolStanding } from '../../src/base/pool.ts';
import { postgres } from '../../src/store/postgres.ts';
import { sharedPlace } from '../support/shared-place.ts';

test('of the connections it is told which are in use, which are idle, and how much waits for one', async () => {
  let look: () => PoolStanding = () => expect.fail('nothing looks');
  const db = postgres(await sharedPlace(), {
    connections: 2,
    watchPool: (given) => {
      look = given;
    },
  });
  expect(look()).toEqual({ inUse: 0, idle: 0, most: 2, waiting: 0 });
  const slow = [1, 2, 3].map(() => sql`select pg_sleep(1)`.execute(db));
  await vi.waitFor(() => expect(look()).toEqual({ inUse: 2, idle: 0, most: 2, waiting: 1 }));
  await Promise.all(slow);
  await vi.waitFor(() => expect(look()).toMatchObject({ inUse: 0, waiting: 0 }));
  await db.destroy();
});
