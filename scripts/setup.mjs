// Runs before `npm test` and `npm start`: plain Node, since nothing may be installed yet.
// Installs the packages of package-lock.json when node_modules is missing or not what the lock file says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const TRIES = 3;

/** The lock file's packages, or undefined when there is no such file. */
function packages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Why node_modules does not hold what the lock file asks for; undefined when it does. */
function stale() {
  const wanted = packages('package-lock.json');
  const installed = packages('node_modules/.package-lock.json');
  if (!wanted) return 'there is no package-lock.json';
  if (!installed) return 'nothing is installed yet';
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    // packages for other platforms are optional and rightly absent
    if (path === '' || (optional && !installed[path])) continue;
    if (installed[path]?.version !== version) return `${path} is not ${version}`;
  }
  return undefined;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`setup: Node 20.19 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}
const reason = stale();
if (reason && process.env.SLIPWAY_NO_INSTALL) {
  console.error(`setup: ${reason}, and SLIPWAY_NO_INSTALL forbids npm ci`);
  process.exit(1);
}
if (reason) {
  console.log(`setup: npm ci (${reason})`);
  let status = 1;
  // a registry may stumble: what was fetched is cached, so another try is cheap
  for (let i = 1; i <= TRIES && status !== 0; i++) {
    status = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
    if (status !== 0 && i < TRIES) console.error(`setup: npm ci failed, try ${i + 1} of ${TRIES}`);
  }
  process.exitCode = status;
}
