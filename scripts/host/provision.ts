// Puts what the tests and `npm start` need on this machine, outside the repository, and says first what that is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, onPath } from './chromium';
import { cache, codeServerVersion, hostDir, root } from './paths';

/** What can be asked for. */
export type Need = 'browser' | 'vscode' | 'docker' | 'shellcheck';

/** For each need that cannot be met here: why. */
export type Missing = Partial<Record<Need, string>>;

const TRIES = 3;
const dockerDir = join(cache, 'docker');
const dockerScript = join(root, 'test/docker/engine.sh');

/** One thing to install: what the user is told, and how. */
interface Step {
  readonly need: Need;
  readonly what: string;
  /** Why it cannot be had on this machine. */
  readonly impossible?: string;
  readonly apt?: readonly string[];
  readonly run?: readonly string[];
}

/**
 * Installs what is missing of `needs`, saying so first; a failing step is tried again, since registries stumble.
 * With SLIPWAY_NO_INSTALL set nothing is installed.
 * @returns the needs that are not met afterwards, each with the reason
 */
export function provision(needs: readonly Need[]): Missing {
  const missing: Missing = {};
  const steps = needs.flatMap(planned).filter(({ need, what, impossible }) => {
    if (impossible) missing[need] = `${what}: ${impossible}`;
    return !impossible;
  });
  if (steps.length === 0) return missing;
  if (process.env.SLIPWAY_NO_INSTALL) {
    for (const { need, what } of steps)
      missing[need] = `${what} is missing and SLIPWAY_NO_INSTALL forbids to install it`;
    return missing;
  }
  console.log('To be installed:');
  for (const { what } of steps) console.log(`  ${what}`);
  const packages = [...new Set(steps.flatMap(({ apt }) => apt ?? []))];
  const aptTrouble = packages.length > 0 ? installPackages(packages) : undefined;
  for (const { need, what, apt, run } of steps) {
    if (missing[need]) continue;
    if (apt && aptTrouble) missing[need] = `${what}: ${aptTrouble}`;
    else if (run && !repeat(run)) missing[need] = `${what} could not be installed`;
  }
  return missing;
}

function planned(need: Need): Step[] {
  switch (need) {
    case 'browser':
      return planBrowser();
    case 'vscode':
      return planVscode();
    case 'docker':
      return planDocker();
    case 'shellcheck':
      return planShellcheck();
  }
}

function planShellcheck(): Step[] {
  if (onPath('shellcheck')) return [];
  const what = 'ShellCheck (Debian package)';
  const impossible = noDebian();
  return [{ need: 'shellcheck', what, ...(impossible && { impossible }), apt: ['shellcheck'] }];
}

function planBrowser(): Step[] {
  const steps: Step[] = [];
  if (!findChromium()) steps.push({ need: 'browser', what: 'Chromium (Debian package)', apt: ['chromium'] });
  // without such a font Korean hovers are boxes on the screenshots
  const fonts = spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' });
  if (process.platform === 'linux' && !fonts.stdout) {
    steps.push({ need: 'browser', what: 'Korean fonts (Debian package)', apt: ['fontconfig', 'fonts-noto-cjk'] });
  }
  return steps;
}

function planVscode(): Step[] {
  if (existsSync(hostDir)) return [];
  const script = join(root, 'scripts/host/install-vscode.sh');
  const what = `VS Code (npm package code-server ${codeServerVersion}) in ${hostDir}`;
  return [{ need: 'vscode', what, run: [script, hostDir, codeServerVersion] }];
}

function planDocker(): Step[] {
  const impossible = noDebian();
  if (impossible) return [{ need: 'docker', what: 'a Docker engine of our own', impossible }];
  const steps: Step[] = [];
  const wanted = spawnSync(dockerScript, ['packages'], { encoding: 'utf8' }).stdout.trim().split('\n');
  const apt = wanted.filter((name) => spawnSync('dpkg', ['-s', name]).status !== 0);
  if (apt.length > 0) steps.push({ need: 'docker', what: `Debian packages ${apt.join(', ')}`, apt });
  if (!existsSync(join(dockerDir, 'packages/root')) || !existsSync(join(dockerDir, 'seed-root'))) {
    const what = `a Docker engine and the sample's base system (Debian packages) in ${dockerDir}`;
    steps.push({ need: 'docker', what, run: [dockerScript, 'install', dockerDir] });
  }
  return steps;
}

/** Why Debian packages cannot be installed, nor an engine started, on this machine. */
function noDebian(): string | undefined {
  if (!onPath('apt-get') || !existsSync('/etc/debian_version')) return 'this is not Debian';
  if (process.getuid?.() !== 0) return 'not root';
  return undefined;
}

/** Installs Debian packages; returns why that is not possible, if so. */
function installPackages(packages: readonly string[]): string | undefined {
  const impossible = noDebian();
  if (impossible) return impossible;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Acquire::Retries=3'];
  if (!repeat([...apt, 'update'])) return 'apt-get update failed';
  if (!repeat([...apt, 'install', '-y', '--no-install-recommends', ...packages])) return 'apt-get install failed';
  return undefined;
}

/** Runs a command until it succeeds, a few times; shows what it printed when it fails. */
function repeat([command = '', ...args]: readonly string[]): boolean {
  for (let i = 1; i <= TRIES; i++) {
    const run = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (run.status === 0) return true;
    console.error(
      `${command} ${args.join(' ')} failed (try ${i} of ${TRIES}):\n${run.stdout}${run.stderr}${run.error ?? ''}`,
    );
  }
  return false;
}
