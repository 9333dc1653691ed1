import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { testsThatReach } from './test/support/postgres/reaching.ts';
import { pgInProcess, storesFrom } from './test/support/postgres/redirect.ts';
import { isThere } from './test/support/postgres/server.ts';
import { WORKERS } from './test/support/workers.ts';

/** What loads the store, and what starts the program that does. */
const [ON_STORE, OF_PROGRAM] = [testsThatReach(['src/store']), testsThatReach(['test/support/told-of.ts'])];

/** What files and SQLite's own words are about. */
const OF_FILES = [
  'test/{back-up,backup-settings,keep-backups}.test.ts',
  'test/faults/database.test.ts',
  'test/main/{backup,unusable-file}.test.ts',
  'test/security/database.test.ts',
  'test/store/backup/**',
  'test/store/{examine,open-store,query-plans,sqlite}.test.ts',
  'test/tutor/privacy-file.test.ts',
];
/** What has the store only to look through all of the content, or to keep nothing; and what chooses its databases itself. */
const OF_OTHER_THINGS = [
  'test/{base,bench,content}/**',
  'test/config.test.ts',
  'test/gallery/story.test.ts',
  'test/main/{check,container,draw,lesson-table,metrics,pack,readme}.test.ts',
];
/** All that is done in turns, by people or by the clock. */
const ROUNDS_AND_PROMPTS = [
  'test/two/**',
  'test/tutor/{posts,round,round-*}.test.ts',
  'test/tutor/daily/{daily,post-due-prompts,quiet-hours}.test.ts',
];

const project = (
  name: string,
  test: { readonly include: string[]; readonly exclude?: string[] },
  oneIsKilled?: boolean,
): TestProjectInlineConfiguration => ({
  plugins: [storesFrom(oneIsKilled === undefined ? 'postgres' : 'two')],
  test: {
    ...{ name, ...test },
    ...(oneIsKilled !== undefined && { provide: { oneIsKilled } }),
    globalSetup: ['test/support/postgres/once.ts'],
    ...{ testTimeout: 400_000, hookTimeout: 120_000 },
  },
});

const withServer = (): TestProjectInlineConfiguration[] => [
  project('one process', {
    include: [...ON_STORE, ...OF_PROGRAM],
    // What a crowd does takes minutes, and is done twice by two, as is what it takes two for.
    exclude: [...OF_FILES, ...OF_OTHER_THINGS, 'test/tutor/round-crowd.test.ts', 'test/two/**'],
  }),
  project('two in turns', { include: ROUNDS_AND_PROMPTS }, false),
  project('one of two killed', { include: ROUNDS_AND_PROMPTS }, true),
];

/** What needs a server that can be reached by several, cut off or killed. */
const OF_SERVERS = ['test/{postgres,platforms}/**', 'test/store/{crash,daily,rounds}.test.ts'];

/** Where there is no server, all that one process can do alone is tried on PGlite, which is PostgreSQL within it. */
function withoutServer(): TestProjectInlineConfiguration[] {
  const alone = project('one process', {
    include: ON_STORE.filter((test) => !OF_PROGRAM.includes(test)),
    exclude: [...OF_FILES, ...OF_OTHER_THINGS, ...OF_SERVERS],
  });
  return [{ ...alone, plugins: [pgInProcess(), ...(alone.plugins ?? [])] }];
}

/**
 * The tests of the store and of what is above it, on a real PostgreSQL: whoever opens a store gets one there. Rounds and
 * prompts besides by two that take turns on one database, and again with one of them killed.
 */
export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: isThere() || process.env.CI ? withServer() : withoutServer(),
  },
});
