import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // run by their own runners: inside VS Code, in a browser, beside a Docker engine, with ShellCheck
    exclude: ['test/vscode/**', 'test/e2e/**', 'test/docker/**', 'test/shellcheck/**', 'node_modules/**'],
    setupFiles: ['test/support/properties.ts'],
    testTimeout: 60_000 * Math.max(1, Number(process.env.SLIPWAY_FUZZ) || 1),
  },
});
