import { join } from 'node:path';
import { instant } from '../../src/base/time.ts';
import { present } from '../../src/items/present.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import type { Account, LearnerId } from '../../src/tutor/store/account.ts';
import { writePresentation, writeRecipe } from '../../src/tutor/stored.ts';
import type { Press } from './platform.ts';

const EACH = 20;
const SEEDS = [1, 2, 3];
const CHUNK = 500;
const at = instant(Date.UTC(2026, 0, 1));

/**
 * Puts questions that have buttons to learners, a few to each, as the tables keep what `/quiz` does; and gives the
 * presses of their first buttons.
 * @param space the server or workspace where all of it happens
 */
export async function putQuestions(
  file: string,
  { platform, space }: Pick<Account, 'platform' | 'space'>,
  count: number,
): Promise<readonly Press[]> {
  const made = presentations();
  const questions = Array.from({ length: count }, (_, number) => {
    const learner = Math.floor(number / EACH);
    const presentation = made[number % made.length];
    if (presentation === undefined) throw new Error('no item has buttons');
    return { id: `b${number}`, user: userOf(learner), learner: `learner-${learner}` as LearnerId, presentation };
  });
  const db = await openDatabase(file);
  await db.transaction().execute(async (tx) => {
    for (const chunk of chunks(questions)) {
      const first = chunk.filter((_, place) => place % EACH === 0);
      await tx
        .insertInto('learner')
        .values(first.map(({ learner: id }) => ({ id, made_at: at })))
        .execute();
      const accounts = first.map(({ learner, user }) => ({ platform, space, user_id: user, learner, home: learner }));
      await tx.insertInto('account').values(accounts).execute();
      await tx
        .insertInto('world')
        .values(
          chunk.flatMap(({ id, learner, presentation: { recipe } }) =>
            recipe ? [{ id: `w${id}`, learner, recipe: writeRecipe({ kind: 'question', recipe }), made_at: at }] : [],
          ),
        )
        .execute();
      const rows = chunk.map(({ id, learner, presentation }) => ({
        ...{
          id,
          learner,
          item: presentation.item,
          concept: presentation.concept,
          origin: 'quiz' as const,
          hints: 0,
          ...{ platform: null, space: null, channel: null },
          put_at: at,
        },
        ...{ world: presentation.recipe ? `w${id}` : null, body: writePresentation(presentation) },
      }));
      await tx.insertInto('presentation').values(rows).execute();
    }
  });
  await db.destroy();
  return questions.map(({ id, user }) => ({ user, command: `/respond #${id} a` }));
}

/** How many of the questions have got their response. */
export async function countReviews(file: string): Promise<number> {
  const db = await openDatabase(file);
  const { reviews } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.countAll().as('reviews'))
    .executeTakeFirstOrThrow();
  await db.destroy();
  return Number(reviews);
}

/** Each item that has a button for each option, in a few worlds. */
function presentations(): readonly Presentation[] {
  const { items, packs, catalogue } = loadContent(join(import.meta.dirname, '../..'));
  const pressed = [...items.values()].filter(({ form: { kind } }) => kind === 'single-choice' || kind === 'true-false');
  return SEEDS.flatMap((seed) =>
    pressed.flatMap((item) => {
      const pack = packs.get(item.pack);
      const made = pack && present(item, pack, catalogue, seed);
      return made?.ok ? [made.value] : [];
    }),
  );
}

/** Of eighteen digits, as Discord's are. */
const userOf = (learner: number): string => String(200_000_000_000_000_000n + BigInt(learner));

function* chunks<Value>(all: readonly Value[]): Generator<readonly Value[]> {
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}
