import type { Selectable } from 'kysely';
import { type Memory, type MemoryParameters, memoriesFrom } from '../learning/memory.ts';
import { memoryParameters } from '../tutor/settings/memory-settings.ts';
import { learnerSubject, settled } from '../tutor/settings/settled.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { Store } from '../tutor/store.ts';
import { builtOnce } from './built-once.ts';
import { settingsOf } from './kept-settings.ts';
import { logOf } from './review-log.ts';
import type { Db, Tables } from './schema.ts';
import type { MemoryTable } from './tables/reviews.ts';

/** What each learner holds of each concept: computed from the log of reviews, kept so that it need not be each time. */
export const memoryQueries = (db: Db): Pick<Store, 'memories'> => ({
  async memories(learner) {
    const rows = await db.selectFrom('memory').selectAll().where('learner', '=', learner).execute();
    return new Map(rows.map((row) => [row.concept, memoryIn(row)]));
  },
});

export async function memoryOf(db: Db, learner: LearnerId, concept: string): Promise<Memory | undefined> {
  const [row] = (await find(db, { learner, concept })).rows;
  return row && memoryIn(row);
}

const find = builtOnce(['learner', 'concept'], (db, { learner, concept }: Key) =>
  db.selectFrom('memory').selectAll().where('learner', '=', learner).where('concept', '=', concept),
);
type Key = Pick<MemoryTable, 'learner' | 'concept'>;

export async function saveMemory(db: Db, learner: LearnerId, concept: string, memory: Memory): Promise<void> {
  const { lastReview: last_review, lastRating: last_rating, ...same } = memory;
  await save(db, { learner, concept, ...same, last_review, last_rating });
}

const COLUMNS = [
  ...(['learner', 'concept', 'stability', 'difficulty', 'due', 'last_review', 'last_rating'] as const),
  ...(['reps', 'lapses', 'phase', 'step'] as const),
];
const save = builtOnce(COLUMNS, (db, row: MemoryTable) => {
  const { learner: _, concept: __, ...columns } = row;
  return db
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['learner', 'concept']).doUpdateSet(columns));
});

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
