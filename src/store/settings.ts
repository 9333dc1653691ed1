import { SETTINGS } from '../tutor/settings/settings.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { SettingStore, Subject } from '../tutor/store/settings.ts';
import { settingsOf } from './kept-settings.ts';
import { recomputeMemories } from './memories.ts';
import type { Db } from './schema.ts';

/** A statement for each of these numbers of learners is kept ready, and for no other. */
const MOST_AT_ONCE = 512;
const SIZES = [8, 64, MOST_AT_ONCE] as const;

/** As many as a statement takes; the last of them again and again. */
function filledUp(some: readonly LearnerId[]): readonly string[] {
  const size = SIZES.find((each) => each >= some.length) ?? MOST_AT_ONCE;
  return Array.from({ length: size }, (_, place) => some[Math.min(place, some.length - 1)] ?? '');
}

/** One row for each setting that is not at its default. What is computed from one is computed again with it, or neither. */
export const settingQueries = (db: Db): SettingStore => ({
  settings: (subject) => settingsOf(db, subject),

  async settingOfLearners(learners, name) {
    const found = new Map<LearnerId, string>();
    for (let from = 0; from < learners.length; from += MOST_AT_ONCE) {
      const some = learners.slice(from, from + MOST_AT_ONCE);
      const rows = await db
        .selectFrom('setting')
        .select(['subject', 'value'])
        .where('scope', '=', 'learner')
        .where('subject', 'in', filledUp(some))
        .where('name', '=', name)
        .execute();
      for (const { subject, value } of rows) found.set(subject as LearnerId, value);
    }
    return found;
  },

  setSetting: (subject, name, value, at) =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('setting')
        .values({ scope: subject.scope, subject: subject.id, name, value, set_at: at })
        .onConflict((conflict) => conflict.columns(['scope', 'subject', 'name']).doUpdateSet({ value, set_at: at }))
        .execute();
      await recompute(tx, subject, name);
    }),

  unsetSetting: (subject, name) =>
    db.transaction().execute(async (tx) => {
      const unset = await tx
        .deleteFrom('setting')
        .where('scope', '=', subject.scope)
        .where('subject', '=', subject.id)
        .where('name', '=', name)
        .executeTakeFirst();
      if (unset.numDeletedRows === 0n) return false;
      await recompute(tx, subject, name);
      return true;
    }),
});

async function recompute(db: Db, { scope, id }: Subject, name: string): Promise<void> {
  const changes = SETTINGS.find((setting) => setting.name === name)?.changes;
  if (scope === 'learner' && changes === 'memory') await recomputeMemories(db, id as LearnerId);
}
