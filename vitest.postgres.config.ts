import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { pgInProcess, storesFrom } from './test/support/postgres/redirect.ts';
import { isThere } from './test/support/postgres/server.ts';

/** What files and SQLite's own words are about. */
const OF_FILES = [
  'test/store/backup/**',
  'test/store/{examine,observe-query,open-store,privacy-coverage,query-plans,references,sqlite,standing}.test.ts',
  'test/tutor/privacy-file.test.ts',
];
/** All above the store that asks much of it. */
const ABOVE = [
  'test/tutor/**/*.test.ts',
  'test/{discord/start,slack/courier,faults/clock,main/kill}.test.ts',
  // Of the whole program, what is kept by it: what becomes of broken platforms is the same on any database.
  'test/platforms/{daily,discord-commands,discord-shards,many-processes,pack-add,privacy,rounds}.test.ts',
  'test/platforms/slack{,-install,-many,-process,-removal}.test.ts',
];
/** What computes for minutes and asks the store for little, and what asks it for nothing. */
const OF_COMPUTING = [
  'test/tutor/{feedback,import-transcript,misconceptions-held,parse,why}.test.ts',
  'test/tutor/daily/{every-zone,rhythm,two-years}.test.ts',
  'test/tutor/packs/{add-pack,exchange}.test.ts',
  'test/tutor/sharing/share-and-load.test.ts',
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
    include: ['test/{store,postgres}/**/*.test.ts', ...ABOVE],
    // What a crowd does takes minutes, and is done twice by two.
    exclude: [...OF_FILES, ...OF_COMPUTING, 'test/tutor/round-crowd.test.ts'],
  }),
  project('two in turns', { include: ROUNDS_AND_PROMPTS }, false),
  project('one of two killed', { include: ROUNDS_AND_PROMPTS }, true),
];

/** What needs a server that can be reached by several, cut off or killed. */
const OF_SERVERS = [
  'test/{postgres,platforms}/**',
  'test/store/{crash,daily,rounds}.test.ts',
  'test/main/kill.test.ts',
  'test/tutor/round-crowd.test.ts',
];

/** Where there is no server, all that one process can do alone is tried on PGlite, which is PostgreSQL within it. */
function withoutServer(): TestProjectInlineConfiguration[] {
  const alone = project('one process', {
    include: ['test/store/**/*.test.ts', ...ABOVE],
    exclude: [...OF_FILES, ...OF_COMPUTING, ...OF_SERVERS],
  });
  return [{ ...alone, plugins: [pgInProcess(), ...(alone.plugins ?? [])] }];
}

/**
 * The tests of the store and of what is above it, on a real PostgreSQL: whoever opens a store gets one there. Rounds and
 * prompts besides by two that take turns on one database, and again with one of them killed.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: isThere() || process.env.CI ? withServer() : withoutServer(),
  },
});
