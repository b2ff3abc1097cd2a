import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // run by their own runners: inside VS Code, in a browser, beside a Docker engine, with ShellCheck
    exclude: ['test/vscode/**', 'test/e2e/**', 'test/docker/**', 'test/shellcheck/**', 'node_modules/**'],
    testTimeout: 60_000,
  },
});
