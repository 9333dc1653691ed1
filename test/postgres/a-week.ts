import { seededRng } from '../../src/base/random.ts';
import { DAY, instant, later } from '../../src/base/time.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { noCourier } from '../support/courier.ts';
import { school } from '../support/school.ts';

const LINES = ['/quiz', 'a', '/quiz anyway', 'b', '/register mine-example.com hover', '/host mine-example.com route53'];
const MORE = [
  '/delegate mine-example.com route53',
  '/dig www.mine-example.com',
  '/wait 2d',
  '/undo',
  '/settings confidence on',
];

/** Somebody practises for a week, in a database. */
export async function aWeek(db: Db, user = 'anna'): Promise<void> {
  const store = storeOn(db);
  const rng = seededRng(user.length);
  let made = 0;
  const deps = {
    store,
    content: school,
    newSeed: () => rng.integer(0, 1000),
    newId: () => `${user}${made++}`,
    courier: noCourier,
  };
  const account: Account = { platform: 'discord', space: 'S', user };
  const venue = { standing: async () => ({ manages: true, members: [] }), channel: 'c' };
  let now = instant(Date.UTC(2026, 2, 2, 9));
  for (let day = 0; day < 7; day++) {
    for (const line of [...LINES, ...MORE]) await handleLine(deps, account, now, line, venue);
    now = later(now, DAY);
  }
  await handleLine(deps, account, now, '/daily set 09:00 UTC here', venue);
  await handleLine(deps, account, now, '/lesson start', venue);
}
