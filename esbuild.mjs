// Bundles what ships into dist/ and, with --tests, the suites that run inside VS Code into out/test/.
//   node esbuild.mjs            minified, as packaged
//   node esbuild.mjs --dev      readable, with source maps
//   node esbuild.mjs --watch    the same, again on every change
//   node esbuild.mjs --tests    the test suites too
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { writeCodeCache } from './scripts/codeCache.mjs';

const { values: flags } = parseArgs({
  options: { dev: { type: 'boolean' }, watch: { type: 'boolean' }, tests: { type: 'boolean' } },
});
const dev = flags.dev === true || flags.watch === true;

const common = {
  bundle: true,
  absWorkingDir: import.meta.dirname,
  target: 'es2022',
  minify: !dev,
  sourcemap: dev,
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * Takes from the protocol's library what makes a server start late. It was compiled for modules in circles, so its 600 exports are
 * bound to their modules one by one, again in each file that passes them on: here they are copied, as TypeScript does itself
 * where a language has no getters, but for Node's own modules, of which a copy would load all that they load late. What Node has
 * for pipes, sockets and module look-ups is loaded where it is used: a server that is asked over its standard input, or by its
 * parent, never uses it. Our own library.ts takes single values from the library's exports, where esbuild would bind them all.
 */
const lightLibrary = {
  name: 'light-library',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vscode-(jsonrpc|languageserver)[\w-]*[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      contents = contents.replace('(this && this.__createBinding) || (Object.create ?', '(false ?');
      contents = contents.replace(/__importStar\((require\("(?:fs|path|url)"\))\)/g, '$1');
      for (const [line, name, builtin] of contents.matchAll(
        /const (\w+_1) = require\("(crypto|child_process|net)"\);/g,
      )) {
        contents = contents.replace(line, '').replaceAll(`${name}.`, `require("${builtin}").`);
      }
      return { contents };
    });
    onLoad({ filter: /[\\/]server[\\/]src[\\/]\w+[\\/]library\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      const single = contents.replace(
        /export (\{[^}]*\}) from ('[^']+');/,
        'const library = require($2);\nexport const $1 = library;',
      );
      if (single === contents) throw new Error(`${path} is not as expected: it exports nothing from elsewhere`);
      return { contents: single, loader: 'ts' };
    });
  },
};

// ES modules first: some packages' "main" is UMD, whose require() calls no bundler can follow. The platform adds
// the export condition (node or browser) under which the language server libraries show their entry points.
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  plugins: [lightLibrary],
};
const browser = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
  external: ['vscode'],
  plugins: [lightLibrary],
};

// A part that is loaded late is `import()`ed: in one CommonJS file it is still only evaluated when first asked for.
const shipped = [
  { ...node, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: ['server/src/node/slipway.ts'], outfile: 'dist/slipway.js' },
  { ...node, entryPoints: ['server/src/node/boot/server.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['server/src/node/boot/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...browser, entryPoints: ['client/src/browser/extension.ts'], outfile: 'dist/web/client.js' },
  // a worker has no module loader: one plain script
  {
    ...browser,
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/web/server.js',
    format: 'iife',
    external: [],
  },
];

const suites = [
  // mocha stays outside: the entry loads it from node_modules
  {
    ...node,
    minify: false,
    sourcemap: 'inline',
    entryPoints: ['index', 'extension.test', 'project.test'].map((name) => `test/vscode/suite/${name}.ts`),
    outdir: 'out/test/vscode',
    external: ['vscode', 'mocha'],
  },
  {
    ...browser,
    minify: false,
    sourcemap: 'inline',
    entryPoints: ['test/vscode/suite/index.web.ts'],
    outfile: 'out/test/vscode/web/index.js',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"test"' },
    banner: { js: 'globalThis.process ??= { env: {}, nextTick: (f, ...a) => queueMicrotask(() => f(...a)) };' },
    // mocha's browser build is UMD and overwrites module.exports of the whole bundle: set back what the entry left
    footer: { js: 'module.exports = globalThis.slipwayTests;' },
  },
];

const jobs = flags.tests ? [...shipped, ...suites] : shipped;
if (flags.watch) {
  for (const job of jobs) await (await context({ ...job, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(jobs.map((job) => build({ ...job, metafile: true })));
  for (const result of results) {
    if (result.status === 'rejected') process.exitCode = 1;
    else
      for (const [file, { bytes }] of Object.entries(result.value.metafile.outputs)) {
        if (!file.endsWith('.map')) console.log(`${file.padEnd(36)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB`);
      }
  }
  if (!process.exitCode) await writeCodeCache(import.meta.dirname);
}
