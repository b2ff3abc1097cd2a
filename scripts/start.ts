// Opens VS Code with Slipway on a copy of the sample folder:   npm start [-- --browser | --desktop]
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onPath } from './host/chromium';
import { root } from './host/paths';
import { provision } from './host/provision';
import { installExtension, makeProfile, type Profile, startServer } from './host/server';
import { packageExtension } from './host/vsix';

/** Resolves on Ctrl-C or when told to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** The desktop VS Code to use: `code` on PATH where there is a display. */
function findDesktop(): string | undefined {
  // in VS Code's own remote terminal `code` only talks to the window it belongs to
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display ? onPath(process.platform === 'win32' ? 'code.cmd' : 'code') : undefined;
}

/** Opens the desktop VS Code with a profile of its own and waits until its window is closed. */
async function openDesktop(code: string, vsix: string, profile: Profile): Promise<void> {
  const own = ['--user-data-dir', join(profile.data, 'data'), '--extensions-dir', profile.extensions];
  // started by root, VS Code asks for both
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const code_ = (args: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(code, [...own, ...asRoot, ...args], {
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
      child.once('error', reject);
      child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`${code} ended with ${status}`))));
    });
  await code_(['--install-extension', vsix]);
  console.log(`VS Code opens ${profile.workspace}; close its window, or press Ctrl-C here, to end.`);
  const file = join(profile.workspace, 'Dockerfile');
  await Promise.race([code_(['--new-window', '--wait', profile.workspace, '--goto', file]), interrupted()]);
}

/** Serves the workbench on 127.0.0.1, prints its address and waits for Ctrl-C. */
async function openBrowser(vsix: string, profile: Profile): Promise<void> {
  const { vscode } = provision(['vscode']);
  if (vscode) throw new Error(vscode);
  installExtension(profile, vsix);
  const token = randomBytes(16).toString('hex');
  // the user's own home: docker and the terminal behave as anywhere else, while VS Code keeps to the profile
  const env = { HOME: process.env.HOME };
  const server = await startServer(profile, { token, env });
  const file = `vscode-remote://${server.authority}${join(profile.workspace, 'Dockerfile')}`;
  const query = { tkn: token, folder: profile.workspace, payload: JSON.stringify([['openFile', file]]) };
  console.log(`\nVS Code with Slipway:\n\n  ${server.origin}/?${new URLSearchParams(query)}\n`);
  console.log('Only this machine can reach it. Ctrl-C ends it.');
  await interrupted();
  await server.stop();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { browser: { type: 'boolean' }, desktop: { type: 'boolean' } } });
  const desktop = values.browser ? undefined : findDesktop();
  if (values.desktop && !desktop) throw new Error('no desktop VS Code: `code` must be on PATH and a display there');
  console.log('Building and packaging Slipway …');
  const { file, status, output } = packageExtension();
  if (status !== 0) throw new Error(output);
  // a copy: what is tried out leaves the repository as it was
  const profile = makeProfile(join(root, 'sample'));
  try {
    await (desktop ? openDesktop(desktop, file, profile) : openBrowser(file, profile));
  } finally {
    profile.remove();
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
