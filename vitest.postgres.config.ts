import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const OWN = join(import.meta.dirname, 'src/store/open-store.ts');
const THERE = join(import.meta.dirname, 'test/support/postgres/open-store.ts');

/** The store's tests, and those above it that lean on it most, on a real PostgreSQL: whoever opens a store gets one there. */
export default defineConfig({
  plugins: [
    {
      name: 'on-postgres',
      enforce: 'pre',
      async resolveId(source, importer, options) {
        // Its id keeps the mark, as it is asked for once more by that.
        if (source.endsWith('open-store.ts?own')) return `${OWN}?own`;
        if (!source.endsWith('/open-store.ts') || importer === THERE) return undefined;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        return found?.id === OWN ? THERE : undefined;
      },
    },
  ],
  test: {
    include: [
      'test/{store,postgres}/**/*.test.ts',
      'test/tutor/{group,lab,lesson,link,organisers,posts,quiz,report,respond,review,round*,settings}.test.ts',
      'test/tutor/{daily/daily,packs/packs}.test.ts',
    ],
    // What files and SQLite's own words are about.
    exclude: [
      'test/store/backup/**',
      'test/store/{examine,observe-query,open-store,privacy-coverage,query-plans,references,sqlite,standing}.test.ts',
      'test/tutor/round-crowd.test.ts',
    ],
    globalSetup: ['test/support/postgres/once.ts'],
    ...{ testTimeout: 400_000, hookTimeout: 120_000 },
    maxWorkers: '100%',
  },
});
