import { SETTINGS } from '../tutor/settings/settings.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { SettingStore, Subject } from '../tutor/store/settings.ts';
import { settingsOf } from './kept-settings.ts';
import { recomputeMemories } from './memories.ts';
import type { Db } from './schema.ts';

/** One row for each setting that is not at its default. What is computed from one is computed again with it, or neither. */
export const settingQueries = (db: Db): SettingStore => ({
  settings: (subject) => settingsOf(db, subject),

  async settingOfMembers({ platform, space }, name) {
    const rows = await db
      .selectFrom('account')
      .select(({ selectFrom, ref }) => [
        'learner',
        // One look-up for each member. Of a join PostgreSQL makes one pass over the settings of all servers, up to some hundred thousand.
        selectFrom('setting')
          .select('value')
          .where('scope', '=', 'learner')
          .where('subject', '=', ref('account.learner'))
          .where('name', '=', name)
          .as('value'),
      ])
      .where('platform', '=', platform)
      .where('space', '=', space)
      .execute();
    return new Map(rows.flatMap(({ learner, value }) => (value === null ? [] : [[learner, value]])));
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
