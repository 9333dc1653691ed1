import { join } from 'node:path';
import type { Plugin } from 'vitest/config';
import { TOP } from '../top.ts';

const SRC = join(TOP, 'src');
const SUPPORT = join(TOP, 'test/support');
const OPEN_STORE = join(SRC, 'store/open-store.ts');
/** By what tests let the tutor do something. */
const DOERS: readonly string[] = [
  'do-what-is-due.ts',
  'tutor/daily/post-due-prompts.ts',
  'tutor/handle.ts',
  'tutor/posts/post-what-is-due.ts',
  'tutor/rounds/advance-rounds.ts',
].map((file) => join(SRC, file));

const PG_IN_PROCESS = join(SUPPORT, 'pglite/pg.ts');

/** Whoever would reach a server is given PostgreSQL within the process. */
export const pgInProcess = (): Plugin => ({
  name: 'pg-in-process',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'pg' && importer !== PG_IN_PROCESS ? PG_IN_PROCESS : undefined),
});

/** Whoever opens a store is given what stands in its place in a folder of `test/support`. */
export const storesFrom = (folder: 'postgres' | 'two'): Plugin => ({
  name: `stores-from-${folder}`,
  enforce: 'pre',
  async resolveId(source, asked, options) {
    const [path = '', mark] = source.split('?');
    if (!path.endsWith('.ts') || asked === undefined) return undefined;
    // It is told either as a path of this machine or as one below the top.
    const importer = /^\/(?:src|test)\//.test(asked) ? join(TOP, asked) : asked;
    const found = await this.resolve(path, importer.split('?')[0], { ...options, skipSelf: true });
    if (!found?.id.startsWith(SRC)) return undefined;
    // Its id keeps the mark, as it is asked for once more by that.
    if (mark === 'own') return `${found.id}?own`;
    // What the second process loads, it loads for itself.
    if (mark === 'second' || importer.endsWith('?second')) return `${found.id}?second`;
    if (importer.startsWith(join(SUPPORT, 'two'))) return undefined;
    if (found.id === OPEN_STORE) return join(SUPPORT, folder, 'open-store.ts');
    const isDoneInTurns = folder === 'two' && importer.startsWith(join(TOP, 'test')) && DOERS.includes(found.id);
    return isDoneInTurns ? join(SUPPORT, 'two/in-turns.ts') : undefined;
  },
});
