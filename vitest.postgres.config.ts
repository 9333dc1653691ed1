import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const OWN = join(import.meta.dirname, 'src/store/open-store.ts');
const THERE = join(import.meta.dirname, 'test/support/postgres/open-store.ts');

/** The store's tests, and those of all above it, on a real PostgreSQL: whoever opens a store gets one there. */
export default defineConfig({
  plugins: [
    {
      name: 'on-postgres',
      enforce: 'pre',
      async resolveId(source, importer, options) {
        if (source.endsWith('open-store.ts?own')) return OWN;
        if (!source.endsWith('/open-store.ts') || importer === THERE) return undefined;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        return found?.id === OWN ? THERE : undefined;
      },
    },
  ],
  test: {
    include: ['test/{store,tutor,postgres}/**/*.test.ts'],
    // What files and SQLite's own words are about.
    exclude: ['test/store/{open-store,examine,sqlite}.test.ts'],
    globalSetup: ['test/support/postgres/once.ts'],
    ...{ testTimeout: 120_000, hookTimeout: 120_000 },
    maxWorkers: '100%',
  },
});
