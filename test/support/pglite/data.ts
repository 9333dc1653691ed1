import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** A new database as PGlite keeps it, in a file that goes when told: to load it is quicker than to make one for each file of tests. */
export async function makeData(): Promise<{ readonly file: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-pglite-'));
  const file = join(folder, 'data.tar');
  const made = await PGlite.create();
  const dump = await made.dumpDataDir('none');
  await made.close();
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @param file as `makeData` left it */
export const startOn = (file: string): Promise<PGlite> =>
  PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) });
