import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** A rule that throws, put in front of all others. */
const withBrokenRule: Plugin = {
  name: 'broken rule',
  setup({ onLoad }) {
    onLoad({ filter: /lint[\\/]rules[\\/]index\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: `${readFileSync(path, 'utf8').replace('export const rules:', 'const sound:')}
        const fail = () => { throw new Error('broken on purpose'); };
        export const rules: readonly AnyRule[] = [
          { id: 'broken', category: 'style', level: 'warning', fixable: 'no', since: '0.1.0',
            text: { en: { summary: '' }, ko: { summary: '' } }, checkInstruction: fail, checkFile: fail },
          ...sound,
        ];`,
    }));
  },
};

/** What is bundled, and what is called at its end. */
const entries = {
  cli: { path: 'server/src/node/slipway.ts', start: 'module.exports.runCommand(process.argv.slice(2));' },
  server: { path: 'server/src/node/slipway.ts', start: 'module.exports.serve();' },
  worker: { path: 'server/src/browser/main.ts', start: '' },
};

/**
 * Bundles an entry from its sources as `esbuild.mjs` does, one folder below the root like `dist`, and gives the bundle's
 * path. Several test files may do so at once: a bundle takes its place in one step.
 */
export async function bundle(entry: keyof typeof entries, variant: 'sound' | 'broken' = 'sound'): Promise<string> {
  const file = join(root, 'out', `test-${entry}-${variant}.js`);
  const own = `${file}.${process.pid}`;
  mkdirSync(join(root, 'out'), { recursive: true });
  await build({
    bundle: true,
    absWorkingDir: root,
    entryPoints: [entries[entry].path],
    footer: { js: entries[entry].start },
    outfile: own,
    ...(entry === 'worker'
      ? { platform: 'browser', format: 'iife', mainFields: ['browser', 'module', 'main'] }
      : { platform: 'node', format: 'cjs', mainFields: ['module', 'main'] }),
    target: 'es2022',
    logLevel: 'warning',
    plugins: variant === 'broken' ? [withBrokenRule] : [],
  });
  renameSync(own, file);
  return file;
}
