import { join } from 'node:path';
import { sql } from 'kysely';
import { seededRng } from '../../src/base/random.ts';
import { DAY, instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { present } from '../../src/items/present.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { isPostgres } from '../../src/store/postgres.ts';
import { rowOf } from '../../src/store/presentations.ts';
import type { Db } from '../../src/store/schema.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { StoredPresentation } from '../../src/tutor/store/presentations.ts';
import type { Review } from '../../src/tutor/store/reviews.ts';
import type { Store } from '../../src/tutor/store.ts';
import { writePresentation } from '../../src/tutor/stored.ts';

/** A question that was put, and what is responded to it. */
export interface Response {
  readonly presentation: StoredPresentation;
  readonly review: Review;
}

const LEARNERS = 20;
/** Before what is measured. */
const EARLIER = 50;
const START = instant(Date.UTC(2026, 0, 1));

/** So many responses of twenty learners in turns, each to one of all questions; the first fifty of each are for a past. */
export function responsesOf(count: number): { readonly past: readonly Response[]; readonly next: readonly Response[] } {
  const { items, packs, catalogue } = loadContent(join(import.meta.dirname, '../..'));
  const puts = [...items.values()].flatMap((item) => {
    const pack = packs.get(item.pack);
    const made = pack && present(item, pack, catalogue, 1);
    return made?.ok ? [{ item, made: made.value, body: writePresentation(made.value) }] : [];
  });
  const rng = seededRng(1);
  const all = Array.from({ length: LEARNERS * EARLIER + count }, (_, number): Response => {
    const put = puts[rng.integer(0, puts.length - 1)];
    if (!put) throw new Error('there are no questions');
    const { item, made, body } = put;
    const learner = `learner-${number % LEARNERS}` as LearnerId;
    const putAt = later(START, Math.floor(number / LEARNERS) * 3 * MINUTE + Math.floor(number / 500) * DAY);
    const same = { learner, item: item.id, concept: item.concept };
    const where = { platform: 'discord', space: 's1', channel: 'c1' } as const;
    const isRight = rng.integer(0, 9) < 7;
    const verdict = isRight ? 'correct' : 'incorrect';
    const offered = Object.keys(made.misconceptions);
    return {
      presentation: { id: `f${number}`, ...same, body, putAt, origin: 'quiz', hints: 0, reason: 'due', where },
      review: {
        ...{ presentation: `f${number}`, ...same, response: 'a', verdict, score: Number(isRight), hints: 0, offered },
        ...{ misconceptions: isRight ? [] : offered.slice(0, 1), rating: ratingOf(verdict, { hints: 0 }) },
        ...(made.version !== undefined && { version: made.version }),
        at: later(putAt, 20 * SECOND),
      },
    };
  });
  return { past: all.slice(0, LEARNERS * EARLIER), next: all.slice(LEARNERS * EARLIER) };
}

/** Has the questions put, and the past responded to; of this nothing is timed. */
export async function prepare(
  db: Db,
  store: Store,
  past: readonly Response[],
  next: readonly Response[],
): Promise<void> {
  const isFile = !isPostgres(db);
  if (isFile) await sql`pragma synchronous = off`.execute(db);
  for (let number = 0; number < LEARNERS; number += 1) {
    const id = `learner-${number}` as LearnerId;
    await db.insertInto('learner').values({ id, made_at: START }).execute();
    const account = { platform: 'discord', space: 's1', user_id: `u${number}`, learner: id, home: id } as const;
    await db.insertInto('account').values(account).execute();
  }
  await db.transaction().execute(async (tx) => {
    for (const { presentation } of [...past, ...next])
      await tx.insertInto('presentation').values(rowOf(presentation)).execute();
  });
  for (const { review } of past) await store.addReview(review);
  if (isFile) await sql`pragma synchronous = full`.execute(db);
}

/** As the tutor records a response that a platform delivered: the delivery is claimed, and all that follows is one transaction. */
export async function recordResponse(store: Store, { review }: Response): Promise<void> {
  const isNew = await store.claimDelivery('discord', `d${review.presentation}`, review.at);
  if (!isNew || (await store.addReview(review)) === false) throw new Error(`${review.presentation} was there before`);
}
