import * as due from '../../../src/do-what-is-due.ts?own';
import * as otherDue from '../../../src/do-what-is-due.ts?second';
import * as prompts from '../../../src/tutor/daily/post-due-prompts.ts?own';
import * as otherPrompts from '../../../src/tutor/daily/post-due-prompts.ts?second';
import * as handle from '../../../src/tutor/handle.ts?own';
import * as otherHandle from '../../../src/tutor/handle.ts?second';
import * as posts from '../../../src/tutor/posts/post-what-is-due.ts?own';
import * as otherPosts from '../../../src/tutor/posts/post-what-is-due.ts?second';
import * as rounds from '../../../src/tutor/rounds/advance-rounds.ts?own';
import * as otherRounds from '../../../src/tutor/rounds/advance-rounds.ts?second';
import { inTurns } from './processes.ts';

/** Stands in the place of all by which tests let the tutor do something: the two do it in turns, lines and ticks apart. */
type Act = (...given: readonly unknown[]) => Promise<unknown>;
const turns =
  (kind: 'lines' | 'ticks', first: Act, second: Act): Act =>
  (...given) =>
    inTurns(kind, (which) => (which === 0 ? first : second)(...given));

export const handleLine = turns('lines', handle.handleLine, otherHandle.handleLine);
export const doWhatIsDue = turns('ticks', due.doWhatIsDue, otherDue.doWhatIsDue);
export const postWhatIsDue = turns('ticks', posts.postWhatIsDue, otherPosts.postWhatIsDue);
export const advanceRounds = turns('ticks', rounds.advanceRounds, otherRounds.advanceRounds);
export const postDuePrompts = turns('ticks', prompts.postDuePrompts, otherPrompts.postDuePrompts);
/** What only computes is the same in both. */
export const { runOf } = prompts;
