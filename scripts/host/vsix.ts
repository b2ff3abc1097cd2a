import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, vsixFile } from './paths';

/** Packages the extension into out/slipway.vsix; vsce first runs `vscode:prepublish`, which builds it. */
export function packageExtension(): { file: string; status: number; output: string } {
  mkdirSync(dirname(vsixFile), { recursive: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const run = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '-o', vsixFile], {
    cwd: root,
    encoding: 'utf8',
  });
  return { file: vsixFile, status: run.status ?? 1, output: `${run.stdout}${run.stderr}${run.error ?? ''}` };
}
