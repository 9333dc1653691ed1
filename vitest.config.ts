import { defineConfig } from 'vitest/config';
import { WORKERS } from './test/support/workers.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a server: see vitest.postgres.config.ts.
    exclude: ['test/postgres/**', 'test/two/**'],
    // Only what hangs is to meet them: where processors are shared, a program was seen to take fifteen seconds to start.
    ...{ testTimeout: 240_000, hookTimeout: 120_000 },
    maxWorkers: WORKERS,
  },
});
