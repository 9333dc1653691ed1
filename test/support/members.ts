import { type DurationMs, type Instant, later } from '../../src/base/time.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Account, Space } from '../../src/tutor/store/account.ts';
import type { Review } from '../../src/tutor/store/reviews.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { aPresentation, aReview } from './store.ts';
import { aTutor, inWords, START, type Tutor } from './tutor.ts';

/** Members of servers who have responded to what they were asked, without the questions. */
export interface Members {
  readonly tutor: Tutor;
  /** Logs responses of somebody, `c` for right, `p` for partly and `i` for not right, ten minutes apart from a moment on. */
  readonly responded: (user: string, marks: string, over?: Over) => Promise<void>;
  readonly reply: (line: string, user?: string, at?: Partial<At>) => Promise<Reply>;
  readonly say: (line: string, user?: string, at?: Partial<At>) => Promise<string>;
}
interface Over extends Partial<At> {
  readonly concept?: string;
  readonly item?: string;
  /** Before or after START. */
  readonly since?: DurationMs;
  readonly hints?: number;
  readonly misconceptions?: readonly string[];
}
interface At {
  readonly space: Space;
  /** None where nobody else reads. */
  readonly channel: string | undefined;
  readonly now: Instant;
  readonly manages: boolean;
}

export const CLUB: Space = { platform: 'slack', space: 'T1' };
const USUALLY: At = { space: CLUB, channel: 'C1', now: START, manages: false };
const VERDICTS = { c: 'correct', p: 'partial', i: 'incorrect' } as const;
const SCORES = { c: 1, p: 0.5, i: 0 } as const;

export async function someMembers(options: Parameters<typeof aTutor>[0] = {}): Promise<Members> {
  const tutor = await aTutor(options);
  const { store, deps } = tutor;
  const accountOf = (user: string, space: Space): Account => ({ ...space, user });
  let made = 0;

  const responded: Members['responded'] = async (user, marks, over = {}) => {
    const {
      space,
      channel,
      concept = 'jobs',
      item = `${concept}.1`,
      since = 0,
      hints = 0,
      misconceptions = [],
    } = {
      ...USUALLY,
      ...over,
    };
    const learner = await store.learnerOf(accountOf(user, space), later(START, since));
    for (const [i, mark] of [...marks].entries()) {
      const key = mark as keyof typeof VERDICTS;
      const verdict: Review['verdict'] = VERDICTS[key];
      const putAt = later(START, since + i * 600_000);
      const where = { ...space, ...(channel !== undefined && { channel }) };
      const put = aPresentation(learner, `m${made++}`, { concept, item, putAt, hints, where });
      await store.addPresentation(put);
      const shown = verdict === 'correct' ? [] : misconceptions;
      const judged = { verdict, score: SCORES[key], hints, misconceptions: shown, rating: ratingOf(verdict) };
      await store.addReview(aReview(put, judged));
    }
  };
  const reply: Members['reply'] = (line, user = 'anna', at = {}) => {
    const { space, channel, now, manages } = { ...USUALLY, ...at };
    const venue: Venue = {
      standing: async () => ({ manages, members: [`@${user}`] }),
      ...(channel !== undefined && { channel }),
    };
    return handleLine(deps, accountOf(user, space), now, line, venue);
  };
  return { tutor, responded, reply, say: async (...given) => inWords(await reply(...given)) };
}
