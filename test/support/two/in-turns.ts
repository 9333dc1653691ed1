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
  (...given) => {
    const drawnAgain = rememberingDraws(given);
    return inTurns(kind, (which) => (which === 0 ? first : second)(...drawnAgain()));
  };

/** What is drawn by chance in the making of a step. */
const DRAWN = ['newId', 'newSeed'] as const;
type Draws = Partial<Record<(typeof DRAWN)[number], () => unknown>>;

/** The arguments of a step anew each time: what one who died had drawn, the other draws again, so that tests know its names. */
function rememberingDraws(given: readonly unknown[]): () => readonly unknown[] {
  const [deps, ...others] = given;
  const draws = deps as Draws;
  const drawn = new Map<string, unknown[]>(DRAWN.map((name) => [name, []]));
  return () => {
    const replayed = DRAWN.flatMap((name) => {
      const draw = draws[name];
      const known = drawn.get(name) ?? [];
      let at = 0;
      const again = () => {
        if (at === known.length) known.push(draw?.call(deps));
        at += 1;
        return known[at - 1];
      };
      return draw ? [[name, again] as const] : [];
    });
    return replayed.length === 0 ? given : [{ ...(deps as object), ...Object.fromEntries(replayed) }, ...others];
  };
}

export const handleLine = turns('lines', handle.handleLine, otherHandle.handleLine);
export const doWhatIsDue = turns('ticks', due.doWhatIsDue, otherDue.doWhatIsDue);
export const postWhatIsDue = turns('ticks', posts.postWhatIsDue, otherPosts.postWhatIsDue);
export const advanceRounds = turns('ticks', rounds.advanceRounds, otherRounds.advanceRounds);
export const postDuePrompts = turns('ticks', prompts.postDuePrompts, otherPrompts.postDuePrompts);
/** What only computes is the same in both. */
export const { runOf } = prompts;
