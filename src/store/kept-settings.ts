import type { Subject } from '../tutor/store/settings.ts';
import type { Db } from './schema.ts';

/** What is set for a subject, by the setting's name, as text. */
export async function settingsOf(db: Db, { scope, id }: Subject): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('scope', '=', scope)
    .where('subject', '=', id)
    .execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}
