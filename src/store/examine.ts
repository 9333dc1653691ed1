import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Finding, fault, good } from '../base/finding.ts';
import { kindOfDatabase } from './database-kind.ts';
import { openStore } from './open-store.ts';
import { placeWords } from './postgres.ts';
import { StoreError } from './store-error.ts';

const ABOUT = 'Database';

/** Whether what learners do can be kept in a file, or by a server. One that is not there yet is not made, one that is there is brought up to date. */
export async function examineStore(file: string): Promise<Finding> {
  if (file === ':memory:') return good(ABOUT, 'It is in memory: what learners do is forgotten at the end.');
  const isServer = kindOfDatabase(file) === 'server';
  if (!isServer && !existsSync(file)) return examineFolder(file);
  try {
    const store = await openStore(file);
    await store.close();
    return good(ABOUT, `${isServer ? `PostgreSQL, ${placeWords(file)},` : file} can be used.`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return fault(ABOUT, error.message);
  }
}

function examineFolder(file: string): Finding {
  const folder = dirname(file);
  try {
    accessSync(folder, constants.W_OK);
    return good(ABOUT, `${file} is not there yet; the first start makes it.`);
  } catch {
    return fault(
      ABOUT,
      `${file} cannot be made: ${folder} is no folder that may be written to. Make it, or name another.`,
    );
  }
}
