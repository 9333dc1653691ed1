import type { Selectable } from 'kysely';
import { type Memory, type MemoryParameters, memoriesFrom } from '../learning/memory.ts';
import { memoryParameters } from '../tutor/settings/memory-settings.ts';
import { learnerSubject, settled } from '../tutor/settings/settled.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { Store } from '../tutor/store.ts';
import { settingsOf } from './kept-settings.ts';
import { logOf } from './review-log.ts';
import type { Db, Tables } from './schema.ts';

/** What each learner holds of each concept: computed from the log of reviews, kept so that it need not be each time. */
export const memoryQueries = (db: Db): Pick<Store, 'memories'> => ({
  async memories(learner) {
    const rows = await db.selectFrom('memory').selectAll().where('learner', '=', learner).execute();
    return new Map(rows.map((row) => [row.concept, memoryIn(row)]));
  },
});

export async function memoryOf(db: Db, learner: LearnerId, concept: string): Promise<Memory | undefined> {
  const row = await db
    .selectFrom('memory')
    .selectAll()
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .executeTakeFirst();
  return row && memoryIn(row);
}

export async function saveMemory(db: Db, learner: LearnerId, concept: string, memory: Memory): Promise<void> {
  const { lastReview: last_review, lastRating: last_rating, ...same } = memory;
  const columns = { ...same, last_review, last_rating };
  await db
    .insertInto('memory')
    .values({ learner, concept, ...columns })
    .onConflict((conflict) => conflict.columns(['learner', 'concept']).doUpdateSet(columns))
    .execute();
}

/** What the memories of a learner are computed with, as it is set now. */
export async function parametersOf(db: Db, learner: LearnerId): Promise<MemoryParameters> {
  return memoryParameters(await settled({ settings: (subject) => settingsOf(db, subject) }, learnerSubject(learner)));
}

/** Computes the memories of a learner again, from the log and by what is set now. For use inside a transaction. */
export async function recomputeMemories(db: Db, learner: LearnerId): Promise<void> {
  await db.deleteFrom('memory').where('learner', '=', learner).execute();
  const memories = memoriesFrom(await logOf(db, learner), await parametersOf(db, learner));
  for (const [concept, memory] of memories) await saveMemory(db, learner, concept, memory);
}

const memoryIn = (row: Selectable<Tables['memory']>): Memory => ({
  stability: row.stability,
  difficulty: row.difficulty,
  due: row.due,
  lastReview: row.last_review,
  lastRating: row.last_rating,
  reps: row.reps,
  lapses: row.lapses,
  phase: row.phase,
  step: row.step,
});
