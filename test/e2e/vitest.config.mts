import { defineConfig } from 'vitest/config';

// one workbench at a time: the machine may have two cores
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
