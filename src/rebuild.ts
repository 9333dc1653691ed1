import { existsSync } from 'node:fs';
import { kindOfDatabase } from './store/database-kind.ts';
import { openDatabase } from './store/open-store.ts';
import { rebuild } from './store/rebuild.ts';
import { counted } from './tutor/names.ts';

/** Computes anew what the database keeps of what follows from its log, and says what has changed by it. */
export async function rebuildDatabase(file: string): Promise<string> {
  if (kindOfDatabase(file) === 'file' && !existsSync(file))
    return `There is no database ${file}, and so nothing to rebuild.\n`;
  const db = await openDatabase(file);
  try {
    const changed = [...(await rebuild(db))].filter(([, rows]) => rows > 0);
    if (changed.length === 0) return 'Rebuilt: all agreed with the log, and no row has changed.\n';
    return `Rebuilt: ${changed.map(([table, rows]) => `${counted(rows, 'row')} of \`${table}\``).join(', ')} changed.\n`;
  } finally {
    await db.destroy();
  }
}
