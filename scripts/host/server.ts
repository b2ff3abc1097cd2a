// A real VS Code server on loopback with a throw-away profile.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Leashed, printed, startLeashed } from './leashed';
import { hostDir } from './paths';

const NODE = join(hostDir, 'node');
const SERVER = join(hostDir, 'vscode/out/server-main.js');
const START_LIMIT_MS = 60_000;

/** Settings of the throw-away profile: nothing that asks the network, moves by itself or covers the editor. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.menuBarVisibility': 'classic',
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
};

/** The folders of one throw-away profile. Nothing of the user's is read or written. */
export interface Profile {
  readonly root: string;
  /** Where VS Code keeps its state; the user settings are data/User/settings.json in it. */
  readonly data: string;
  readonly extensions: string;
  /** The folder to open: a copy of the template. */
  readonly workspace: string;
  readonly home: string;
  /** The user settings file: written again, VS Code applies it at once. */
  readonly settingsFile: string;
  remove(): void;
}

/** Makes a throw-away profile, its workspace a copy of the folder `template`, with `settings` over the quiet ones. */
export function makeProfile(template?: string, settings: Readonly<Record<string, unknown>> = {}): Profile {
  const top = mkdtempSync(join(tmpdir(), 'slipway-'));
  const user = join(top, 'data/data/User');
  const profile: Profile = {
    root: top,
    data: join(top, 'data'),
    extensions: join(top, 'extensions'),
    workspace: join(top, template ? basename(template) : 'empty'),
    home: join(top, 'home'),
    settingsFile: join(user, 'settings.json'),
    remove: () => rmSync(top, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
  for (const dir of [user, profile.extensions, profile.workspace, profile.home]) mkdirSync(dir, { recursive: true });
  writeSettings(profile, settings);
  if (template) cpSync(template, profile.workspace, { recursive: true });
  return profile;
}

/** Writes the profile's user settings: `settings` over the quiet ones. */
export function writeSettings(profile: Profile, settings: Readonly<Record<string, unknown>>): void {
  writeFileSync(profile.settingsFile, JSON.stringify({ ...quiet, ...settings }, null, 2));
}

function serverArgs(profile: Profile): string[] {
  return [
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--server-data-dir',
    profile.data,
    '--user-data-dir',
    join(profile.data, 'data'),
    '--extensions-dir',
    profile.extensions,
  ];
}

// EXTENSIONS_GALLERY: no gallery is asked. HOME: nothing touches the developer's own settings. VSCODE_CLI: as if started
// from a terminal, so that the environment is the one given, and not what a login shell makes of PATH.
function serverEnv(profile: Profile, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = { HOME: profile.home, NODE_OPTIONS: '', EXTENSIONS_GALLERY: '{}', VSCODE_CLI: '1' };
  return { ...process.env, ...ours, ...env };
}

/**
 * Installs a packaged extension into the profile as a user would.
 * @returns the folder into which VS Code unpacked it
 * @throws when VS Code refuses it
 */
export function installExtension(profile: Profile, vsix: string): string {
  const before = new Set(readdirSync(profile.extensions));
  const run = spawnSync(NODE, [SERVER, ...serverArgs(profile), '--install-extension', vsix, '--force'], {
    env: serverEnv(profile, {}),
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  const folder = readdirSync(profile.extensions, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && !before.has(entry.name) && !entry.name.startsWith('.'),
  );
  if (run.status !== 0 || !folder) {
    throw new Error(`--install-extension ${vsix} failed (${run.status}):\n${run.stdout}\n${run.stderr}`);
  }
  return join(profile.extensions, folder.name);
}

/** A running VS Code server. */
export interface Server {
  /** host:port, as in vscode-remote: addresses. */
  readonly authority: string;
  readonly origin: string;
  /** Everything the server printed. */
  readonly log: string;
  stop(): Promise<void>;
}

/**
 * Starts the VS Code server on a free port of 127.0.0.1.
 * @param options.token the connection token that the page must bring; none: anybody on this machine may connect
 * @param options.env set over the environment of the server and all it starts
 * @throws when it is not installed or does not come up
 */
export async function startServer(
  profile: Profile,
  options: { token?: string; env?: NodeJS.ProcessEnv; args?: readonly string[] } = {},
): Promise<Server> {
  if (!existsSync(SERVER)) throw new Error(`no VS Code server in ${hostDir}`);
  const token = options.token ? ['--connection-token', options.token] : ['--without-connection-token'];
  const where = ['--host', '127.0.0.1', '--port', '0'];
  const leashed: Leashed = startLeashed(
    NODE,
    [SERVER, ...serverArgs(profile), ...where, ...token, ...(options.args ?? [])],
    { env: serverEnv(profile, options.env ?? {}) },
  );
  const log = join(profile.root, 'server.log');
  const out = createWriteStream(log);
  leashed.child.stdout.pipe(out, { end: false });
  leashed.child.stderr.pipe(out, { end: false });
  try {
    const [, port] = await printed(leashed, /Extension host agent listening on (\d+)/, START_LIMIT_MS);
    const authority = `127.0.0.1:${port}`;
    return { authority, origin: `http://${authority}`, log, stop: () => leashed.stop().then(() => void out.end()) };
  } catch (error) {
    await leashed.stop();
    throw error;
  }
}
