// Runs the mocha suite of test/vscode/suite inside a real VS Code extension host, on the packaged extension.
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { hostDir, root, vsixFile } from '../../scripts/host/paths';
import { installExtension, makeProfile, type Profile, type Server, startServer } from '../../scripts/host/server';
import { addDevelopmentOptions, type Folders, launchBrowser, serveFolders } from '../support/host/browser';
import type { Counts } from '../support/host/counts';
import { MOCHA, STATS } from './suite/report';

/**
 * Where the extension runs: `node` the remote extension host, the packaged extension installed as a user would;
 * `web` the web worker extension host beside a remote; `pure-web` with no remote at all, as on vscode.dev.
 */
export type HostKind = 'node' | 'web' | 'pure-web';

const LIMIT_MS = 90_000;
const suites = join(root, 'out/test/vscode');
const shots = join(root, 'test-results');

/**
 * Runs the suite in one kind of host and prints mocha's report.
 * @returns mocha's counts
 * @throws when the host reports nothing, or an exit code that the counts do not explain
 */
export async function runInHost(kind: HostKind, vsix: string = vsixFile): Promise<Counts> {
  const profile = makeProfile(kind === 'pure-web' ? undefined : join(root, 'sample'));
  const said: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  let page: Page | undefined;
  let done = false;
  try {
    // a built VS Code takes extensionTestsPath only with the smoke test driver on
    const extension = kind === 'node' ? installExtension(profile, vsix) : unpack(vsix, stops);
    const server = await startServer(profile, { args: ['--enable-smoke-test-driver'] });
    stops.push(server.stop);
    const browser = await launchBrowser();
    stops.push(() => browser.close());
    // the page's content security policy lets no http: but its own origin in
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: kind !== 'node' });
    const { report } = await listen(page, said);
    const query =
      kind === 'node'
        ? await nodeQuery(profile, server)
        : await webQuery(page, kind, profile, extension, (folders) => stops.push(folders.stop));
    await page.goto(`${server.origin}/?${new URLSearchParams(query)}`);
    const counts = await report;
    done = counts.failed === 0;
    if (!done) console.error(said.join('\n'));
    return counts;
  } catch (error) {
    await page?.screenshot({ path: join(shots, `vscode-${kind}.png`) }).catch(() => undefined);
    console.error(said.join('\n'));
    throw error;
  } finally {
    for (const stop of stops.reverse()) await stop();
    if (done) profile.remove();
    else console.error(`left for a look: ${profile.root}`);
  }
}

/** Unpacks the .vsix by installing it into a profile that no server uses: what the web worker host is served is what ships. */
function unpack(vsix: string, stops: (() => Promise<void>)[]): string {
  const shelf = makeProfile();
  stops.push(async () => shelf.remove());
  return installExtension(shelf, vsix);
}

/** Listens to the extension host through the page; `report` resolves with the counts when the host has exited. */
async function listen(page: Page, said: string[]): Promise<{ report: Promise<Counts> }> {
  let counts: Counts | undefined;
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`[page] ${message.text()}`);
  });
  let resolve: (counts: Counts) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const report = new Promise<Counts>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // awaited later: a failure before that is not an unhandled one
  report.catch(() => undefined);
  setTimeout(() => reject(new Error(`the extension host reported nothing in ${LIMIT_MS} ms`)), LIMIT_MS).unref();
  page.on('crash', () => reject(new Error('the page crashed')));
  // VS Code calls these two if the window has them
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = format(...args);
    if (line.startsWith(MOCHA)) console.log(line.slice(MOCHA.length));
    else if (line.startsWith(STATS)) {
      const stats = JSON.parse(line.slice(STATS.length));
      counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending, failures: stats.failed };
    } else if (type !== 'debug' && type !== 'trace') said.push(`[${type}] ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (!counts) reject(new Error(`the extension host exited with ${code} and no counts`));
    else if (code !== 0 && counts.failed === 0) reject(new Error(`the extension host exited with ${code}`));
    else resolve(counts);
  });
  return { report };
}

async function nodeQuery(profile: Profile, server: Server): Promise<Record<string, string>> {
  // the host wants some extension under development; ours is an installed one
  writeFileSync(
    join(profile.home, 'package.json'),
    '{ "name": "tests", "publisher": "slipway-tests", "version": "0.0.1", "engines": { "vscode": "^1.91.0" } }',
  );
  const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(profile.home)],
    ['extensionTestsPath', remote(join(suites, 'index'))],
    ['skipWelcome', 'true'],
  ];
  return { folder: profile.workspace, payload: JSON.stringify(payload) };
}

async function webQuery(
  page: Page,
  kind: 'web' | 'pure-web',
  profile: Profile,
  extension: string,
  started: (folders: Folders) => void,
): Promise<Record<string, string>> {
  // A web worker cannot start its own worker from a vscode-remote: location, so the extension comes over http, and
  // only developmentOptions of the page's configuration can name such a location.
  const product = join(hostDir, 'vscode');
  const folders = await serveFolders({
    // VS Code looks for the tests in an extension: the first mount that fits wins
    '/slipway/tests': join(suites, 'web'),
    '/slipway': extension,
    '/docker': join(product, 'extensions/docker'),
  });
  started(folders);
  const uri = (path: string) => ({ scheme: 'http', authority: folders.authority, path });
  const options = { extensions: [uri('/slipway')], extensionTestsPath: uri('/slipway/tests/index.js') };
  if (kind === 'web') {
    await addDevelopmentOptions(page, options);
    return { folder: profile.workspace };
  }
  // code-server's page insists on a remote: take that out
  const script = 'code/browser/workbench/workbench.js';
  await page.route(new RegExp(`/${script}$`), async (route) => {
    const body = await readFile(join(product, 'out/vs', script), 'utf8');
    const patched = body.replace('remoteAuthority:location.host', 'remoteAuthority:void 0');
    if (patched === body) throw new Error(`${script} is not as expected: no remoteAuthority in it`);
    await route.fulfill({ body: patched, contentType: 'text/javascript' });
  });
  await addDevelopmentOptions(page, options, {
    remoteAuthority: undefined,
    userDataPath: undefined,
    additionalBuiltinExtensions: [uri('/docker')],
  });
  return { folder: 'tmp:/sample' };
}
