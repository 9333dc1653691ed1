import type { SettingStore } from '../tutor/store/settings.ts';
import type { Db } from './schema.ts';

/** One row for each setting that is not at its default. */
export const settingQueries = (db: Db): SettingStore => ({
  async settings({ scope, id }) {
    const rows = await db
      .selectFrom('setting')
      .select(['name', 'value'])
      .where('scope', '=', scope)
      .where('subject', '=', id)
      .execute();
    return new Map(rows.map(({ name, value }) => [name, value]));
  },

  async settingOfAll(scope, name) {
    const rows = await db
      .selectFrom('setting')
      .select(['subject', 'value'])
      .where('scope', '=', scope)
      .where('name', '=', name)
      .execute();
    return new Map(rows.map(({ subject, value }) => [subject, value]));
  },

  async setSetting({ scope, id: subject }, name, value, at) {
    await db
      .insertInto('setting')
      .values({ scope, subject, name, value, set_at: at })
      .onConflict((conflict) => conflict.columns(['scope', 'subject', 'name']).doUpdateSet({ value, set_at: at }))
      .execute();
  },

  async unsetSetting({ scope, id }, name) {
    const unset = await db
      .deleteFrom('setting')
      .where('scope', '=', scope)
      .where('subject', '=', id)
      .where('name', '=', name)
      .executeTakeFirst();
    return unset.numDeletedRows !== 0n;
  },
});
