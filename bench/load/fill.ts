import { join } from 'node:path';
import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import { type Rng, seededRng } from '../../src/base/random.ts';
import { DAY, instant, later, MINUTE } from '../../src/base/time.ts';
import type { Item } from '../../src/items/item.ts';
import { present } from '../../src/items/present.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { type Memory, nextMemory } from '../../src/learning/memory.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { recomputeMastered } from '../../src/store/mastered.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import type { Db, Tables } from '../../src/store/schema.ts';
import type { Content } from '../../src/tutor/command.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { questionRecipe, writePresentation, writeRecipe } from '../../src/tutor/stored.ts';
import { drawer, type Member } from './population.ts';

/** For how long the learners have practised. */
const DAYS = 90;
const CHUNK = 1000;
const SEEDS = [1, 2];
/** Of a hundred responses. */
const RIGHT = 70;
const HINTED = 10;
const SHOWN = 50;

/** An item as it was put, ready to be kept. */
interface Put {
  readonly item: Item;
  readonly presentation: Presentation;
  readonly body: string;
  readonly recipe: string | undefined;
}
type Rows = { readonly [Table in 'world' | 'presentation' | 'review']: Insertable<Tables[Table]>[] };

/**
 * Fills a database with learners and with what they have responded in the last ninety days, in the order in which it
 * would have come; the memories and what is mastered are those that follow. @param now when those days end, in milliseconds since 1970
 */
export async function fillDatabase(
  file: string,
  members: readonly Member[],
  reviews: number,
  now: number,
): Promise<void> {
  const db = await openDatabase(file);
  await sql`pragma synchronous = off`.execute(db);
  const puts = allPuts(loadContent(join(import.meta.dirname, '../..')));
  const rng = seededRng(1);
  const begin = later(instant(now), -DAYS * DAY);
  await addMembers(db, members, begin);
  const draw = drawer(members);
  const memories = new Map<string, Map<string, Memory>>();
  for (let from = 0; from < reviews; from += CHUNK) {
    const rows: Rows = { world: [], presentation: [], review: [] };
    for (let number = from; number < Math.min(reviews, from + CHUNK); number += 1) {
      const at = later(begin, Math.floor(((DAYS * DAY - MINUTE) * number) / reviews));
      const put = puts[rng.integer(0, puts.length - 1)];
      if (put) addReview(rows, memories, draw(fraction(rng)), put, number, at, rng);
    }
    await db.transaction().execute(async (tx) => {
      if (rows.world.length > 0) await tx.insertInto('world').values(rows.world).execute();
      await tx.insertInto('presentation').values(rows.presentation).execute();
      await tx.insertInto('review').values(rows.review).execute();
    });
  }
  await addMemories(db, memories);
  await db.transaction().execute(async (tx) => {
    for (const learner of memories.keys()) await recomputeMastered(tx, learner as LearnerId);
  });
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await db.destroy();
}

const fraction = (rng: Rng): number => rng.integer(0, 2 ** 30 - 1) / 2 ** 30;

function allPuts({ items, packs, catalogue }: Content): readonly Put[] {
  return SEEDS.flatMap((seed) =>
    [...items.values()].flatMap((item) => {
      const pack = packs.get(item.pack);
      const made = pack && present(item, pack, catalogue, seed);
      if (!made?.ok) return [];
      const recipe = questionRecipe(made.value);
      const body = writePresentation(made.value);
      return [{ item, presentation: made.value, body, recipe: recipe && writeRecipe(recipe) }];
    }),
  );
}

async function addMembers(db: Db, members: readonly Member[], made_at: ReturnType<typeof instant>): Promise<void> {
  for (let from = 0; from < members.length; from += CHUNK) {
    const some = members.slice(from, from + CHUNK);
    await db
      .insertInto('learner')
      .values(some.map(({ learner: id }) => ({ id, made_at })))
      .execute();
    const rows = some.map(({ learner, account: { platform, space, user } }) => ({
      ...{ platform, space, user_id: user, learner, home: learner },
    }));
    await db.insertInto('account').values(rows).execute();
    const shown = some.filter((_, index) => index % 100 < SHOWN).map(({ learner }) => learner);
    const settings = shown.map((subject) => ({
      ...{ scope: 'learner' as const, subject, name: 'shown', value: 'on', set_at: made_at },
    }));
    await db.insertInto('setting').values(settings).execute();
  }
}

function addReview(
  rows: Rows,
  memories: Map<string, Map<string, Memory>>,
  { learner, account: { platform, space }, channel }: Member,
  { item, presentation, body, recipe }: Put,
  number: number,
  at: ReturnType<typeof instant>,
  rng: Rng,
): void {
  const id = `f${number}`;
  const world = recipe === undefined ? null : `w${number}`;
  if (recipe !== undefined) rows.world.push({ id: `w${number}`, learner, recipe, made_at: at });
  const { concept, version = null } = { ...presentation, concept: item.concept };
  const hints = rng.integer(0, 99) < HINTED ? 1 : 0;
  const where = { platform, space };
  rows.presentation.push({
    ...{ id, learner, item: item.id, concept, world, body, put_at: at, origin: 'quiz', hints, reason: 'due' },
    ...{ ...where, channel },
  });
  const verdict = rng.integer(0, 99) < RIGHT ? 'correct' : 'incorrect';
  const offered = Object.keys(presentation.misconceptions);
  const rating = ratingOf(verdict, { hints });
  rows.review.push({
    ...{ presentation: id, learner, item: item.id, version, concept, response: 'a', verdict },
    ...{ score: verdict === 'correct' ? 1 : 0, rating, reviewed_at: at, hints, sure: null, ...where },
    misconceptions: JSON.stringify(verdict === 'correct' ? [] : offered.slice(0, 1)),
    offered: JSON.stringify(offered),
  });
  const own = memories.get(learner) ?? new Map<string, Memory>();
  memories.set(learner, own.set(concept, nextMemory(own.get(concept), rating, at, undefined, id)));
}

async function addMemories(db: Db, memories: ReadonlyMap<string, ReadonlyMap<string, Memory>>): Promise<void> {
  const rows = [...memories].flatMap(([learner, own]) =>
    [...own].map(([concept, { lastReview: last_review, lastRating: last_rating, ...same }]) => ({
      ...{ learner: learner as Insertable<Tables['memory']>['learner'], concept, ...same, last_review, last_rating },
    })),
  );
  await db.transaction().execute(async (tx) => {
    for (let from = 0; from < rows.length; from += CHUNK)
      await tx
        .insertInto('memory')
        .values(rows.slice(from, from + CHUNK))
        .execute();
  });
}
