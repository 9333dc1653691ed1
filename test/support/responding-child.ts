/**
 * A program of its own in which one learner responds to question 1 of a round and changes their mind until that is
 * refused, or ten thousand times. Arguments: file, round. Prints each response that was kept.
 */
import { instant } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';

const [file = '', round = ''] = process.argv.slice(2);
const at = instant(Date.UTC(2026, 0, 1));

const store = await openStore(file);
const learner = await store.learnerOf({ platform: 'discord', space: '1', user: 'child' }, at);
for (let i = 0; i < 10_000; i++) {
  if (!(await store.setRoundResponse({ round, number: 1, learner, response: `${i}`, at }))) break;
  process.stdout.write(`${i}\n`);
}
await store.close();
