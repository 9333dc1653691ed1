/**
 * A program of its own that does once what is due in rounds, and is killed at one of its writes. Arguments: file, folder of
 * what is posted, the time, at which write, `before` or `after` it.
 */
import { instant, later, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postWhatIsDue } from '../../src/tutor/posts/post-what-is-due.ts';
import { advanceRounds } from '../../src/tutor/rounds/advance-rounds.ts';
import { drawRound } from '../../src/tutor/rounds/draw-round.ts';
import { content } from './content.ts';
import { changesRows, endingProcess, isSeen } from './ending-process.ts';
import { folderCourier } from './folder-courier.ts';

const [file = '', folder = '', at = '0', last = '0', moment = 'before'] = process.argv.slice(2);
const partOf = endingProcess((call, when) => {
  if (call === Number(last) && when === moment) process.kill(process.pid, 'SIGKILL');
});
const store = partOf(await openStore(file), changesRows);
const courier = partOf(folderCourier(folder), isSeen);
const deps = { store, content, newSeed: () => 5, newId: () => 'none', courier };
let now = instant(Number(at));
for (let second = 0; second < 3; second++) {
  await advanceRounds(deps, now);
  await postWhatIsDue({ deps, platforms: ['discord'], drawers: new Map([['round', drawRound]]), now: () => now });
  now = later(now, SECOND);
}
await store.close();
