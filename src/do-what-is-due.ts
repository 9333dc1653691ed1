import type { Instant } from './base/time.ts';
import type { Deps } from './tutor/command.ts';
import { drawDaily } from './tutor/daily/drawers.ts';
import { postDuePrompts } from './tutor/daily/post-due-prompts.ts';
import type { DueWork } from './tutor/due-work.ts';
import type { Drawers } from './tutor/posts/drawer.ts';
import { postWhatIsDue } from './tutor/posts/post-what-is-due.ts';
import { deleteOutdated } from './tutor/privacy/delete-outdated.ts';
import { advanceRounds } from './tutor/rounds/advance-rounds.ts';
import { drawRound } from './tutor/rounds/draw-round.ts';
import type { Account } from './tutor/store/account.ts';

/** All that is done by the clock, in this order. */
const WORK: readonly DueWork[] = [postDuePrompts, advanceRounds, deleteOutdated];

/** What draws the posts of each kind, by the word that their keys begin with. */
const DRAWERS: Drawers = new Map([
  ['daily', drawDaily],
  ['round', drawRound],
]);

/** Does what is due, and then posts what is to be said. What breaks is thrown once all the rest is done. */
export async function doWhatIsDue(
  deps: Deps,
  platforms: readonly Account['platform'][],
  now: () => Instant,
): Promise<void> {
  const faults: unknown[] = [];
  const attempt = (act: Promise<void>): Promise<void> => act.catch((error: unknown) => void faults.push(error));
  for (const work of WORK) await attempt(work(deps, now()));
  await attempt(postWhatIsDue({ deps, platforms, drawers: DRAWERS, now }));
  if (faults.length > 0) throw new AggregateError(faults, 'what is due could not all be done');
}
