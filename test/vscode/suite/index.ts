// Entry that the Node extension host loads (extensionTestsPath) and calls.
import { join } from 'node:path';
import { format } from 'node:util';
import type MochaClass from 'mocha';
import { markReport, printStats } from './report';

/** Runs the suite; rejects when a test fails. */
export async function run(): Promise<void> {
  // mocha 12 is an ES module: Node 20 hands out its namespace, Node 22 and newer the class itself
  const loaded: unknown = require('mocha');
  const Mocha = ((loaded as { default?: unknown }).default ?? loaded) as typeof MochaClass;
  markReport(Mocha.reporters.Base, format);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, forbidOnly: true });
  for (const name of ['extension', 'project']) mocha.addFile(join(__dirname, `${name}.test.js`));
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      printStats(runner);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
