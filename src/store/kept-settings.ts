import type { Subject } from '../tutor/store/settings.ts';
import { builtOnce } from './built-once.ts';
import type { Db } from './schema.ts';

/** What is set for a subject, by the setting's name, as text. */
export async function settingsOf(db: Db, { scope, id }: Subject): Promise<ReadonlyMap<string, string>> {
  const { rows } = await find(db, { scope, id });
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const find = builtOnce(['scope', 'id'], (db, { scope, id }: Subject) =>
  db.selectFrom('setting').select(['name', 'value']).where('scope', '=', scope).where('subject', '=', id),
);
