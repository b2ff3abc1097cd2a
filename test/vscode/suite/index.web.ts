// Entry that the web worker extension host loads (extensionTestsPath) and calls.
import 'mocha/mocha.js'; // mocha's browser build: sets globalThis.mocha and globalThis.Mocha
import { markReport, printStats } from './report';

/** What node:util's format does with the few directives that mocha's reporters use. */
function format(first?: unknown, ...rest: unknown[]): string {
  if (first === undefined) return '';
  const text = String(first).replace(/%[sdj]/g, (directive) => (rest.length ? String(rest.shift()) : directive));
  return [text, ...rest.map(String)].join(' ');
}

async function run(): Promise<void> {
  markReport(Mocha.reporters.Base, format);
  mocha.setup({ ui: 'bdd', timeout: 30_000, color: false, reporter: Mocha.reporters.Spec, forbidOnly: true });
  // in this bundle too, evaluated after setup() has made describe and it
  await import('./extension.test');
  await import('./project.test');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      printStats(runner);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}

// esbuild.mjs makes this the bundle's exports: mocha's UMD build overwrites module.exports
Object.assign(globalThis, { slipwayTests: { run } });
