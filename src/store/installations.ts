import type { Store } from '../tutor/store.ts';
import type { Db } from './schema.ts';

/** One text for each workspace that installed the app; what it says is known to the platform's adapter alone. */
export const installationQueries = (db: Db): Pick<Store, 'keepInstallation' | 'installation' | 'dropInstallation'> => ({
  async keepInstallation(platform, space, sealed, at) {
    await db
      .insertInto('installation')
      .values({ platform, space, sealed, kept_at: at })
      .onConflict((conflict) => conflict.columns(['platform', 'space']).doUpdateSet({ sealed, kept_at: at }))
      .execute();
  },

  async installation(platform, space) {
    const row = await db
      .selectFrom('installation')
      .select('sealed')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .executeTakeFirst();
    return row?.sealed;
  },

  async dropInstallation(platform, space, at) {
    const dropped = await db
      .deleteFrom('installation')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('kept_at', '<=', at)
      .executeTakeFirst();
    return dropped.numDeletedRows !== 0n;
  },
});
