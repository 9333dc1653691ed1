import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a server: see vitest.postgres.config.ts.
    exclude: ['test/postgres/**', 'test/two/**'],
    // Only what hangs is to meet them: where processors are shared, a program was seen to take fifteen seconds to start.
    ...{ testTimeout: 240_000, hookTimeout: 120_000 },
    // Many wait for a program or a platform to answer, so that no core need be kept free for vitest itself.
    maxWorkers: '100%',
  },
});
