import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { storesFrom } from './test/support/postgres/redirect.ts';

/** What files and SQLite's own words are about. */
const OF_FILES = [
  'test/store/backup/**',
  'test/store/{examine,observe-query,open-store,privacy-coverage,query-plans,references,sqlite,standing}.test.ts',
  // Its programs share a file.
  'test/tutor/round-crowd.test.ts',
];
/** Of what is above the store, what leans on it most. */
const TUTOR = [
  'test/tutor/{command-for,group,hint,lab,lesson,link,organisers,posts,quiz,report,respond}.test.ts',
  'test/tutor/{review,round*,sandbox,scores,settings,worlds,zone-accounts}.test.ts',
  'test/tutor/{daily/{daily,post-due-prompts},drafts/drafts,packs/packs}.test.ts',
  'test/{discord/start,slack/courier}.test.ts',
];
/** All that is done in turns, by people or by the clock. */
const ROUNDS_AND_PROMPTS = [
  'test/two/**',
  // In the crowd's, programs are started and killed that are told of the place themselves.
  'test/tutor/{posts,round,round-[!c]*,round-clock}.test.ts',
  'test/tutor/daily/{daily,post-due-prompts,quiet-hours}.test.ts',
];

const project = (
  name: string,
  test: { readonly include: string[]; readonly exclude?: string[] },
  oneIsKilled?: boolean,
): TestProjectConfiguration => ({
  plugins: [storesFrom(oneIsKilled === undefined ? 'postgres' : 'two')],
  test: {
    ...{ name, ...test },
    ...(oneIsKilled !== undefined && { provide: { oneIsKilled } }),
    globalSetup: ['test/support/postgres/once.ts'],
    ...{ testTimeout: 400_000, hookTimeout: 120_000 },
  },
});

/**
 * The tests of the store and of what is above it, on a real PostgreSQL: whoever opens a store gets one there. Rounds and
 * prompts besides by two that take turns on one database, and again with one of them killed.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      project('one process', {
        include: ['test/{store,postgres}/**/*.test.ts', ...TUTOR],
        exclude: OF_FILES,
      }),
      project('two in turns', { include: ROUNDS_AND_PROMPTS }, false),
      project('one of two killed', { include: ROUNDS_AND_PROMPTS }, true),
    ],
  },
});
