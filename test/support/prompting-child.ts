/**
 * A program of its own that does what is due at 09:01 UTC of so many days, one after another, and responds to whatever
 * was put. Arguments: file, the first day, how many. Prints the key of each post that it makes.
 */
import { DAY, type Instant, instant, later } from '../../src/base/time.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Courier } from '../../src/tutor/courier.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { TOP } from './top.ts';

const [file = '', first = '', count = '0'] = process.argv.slice(2);
const store = await openStore(file);
const courier: Courier = {
  async post(_, __, key) {
    process.stdout.write(`${key}\n`);
    return { kind: 'posted', message: { channel: 'C1', message: key } };
  },
  replace: async (_, message) => ({ kind: 'posted', message }),
  obstacles: async () => [],
};
const newId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 12);
const deps = { store, content: loadContent(TOP), newSeed: () => 7, newId, courier };
const learner = await store.learnerOf({ platform: 'discord', space: '1', user: 'child' }, instant(0));

for (let day = 0; day < Number(count); day++) {
  const now: Instant = later(instant(Date.parse(`${first}T09:01Z`)), day * DAY);
  await doWhatIsDue(deps, ['discord'], () => now);
  for (const { id, kind } of await store.lastPrompts('s1', 1))
    if (kind === 'put') await store.setPromptResponse({ prompt: id, learner, response: 'A', at: now });
}
await store.close();
