import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a server: see vitest.postgres.config.ts.
    exclude: ['test/postgres/**', 'test/two/**'],
    ...{ testTimeout: 60_000, hookTimeout: 60_000 },
    // Many wait for a program or a platform to answer, so that no core need be kept free for vitest itself.
    maxWorkers: '100%',
  },
});
