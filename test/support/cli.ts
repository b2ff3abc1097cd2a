import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from './bundles';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with files in it, and the command line run there. */
export class Folder {
  private constructor(
    readonly path: string,
    private readonly program: string,
  ) {}

  static async make(variant: 'sound' | 'broken' = 'sound'): Promise<Folder> {
    return new Folder(realpathSync(mkdtempSync(join(tmpdir(), 'slipway-cli-'))), await bundle('cli', variant));
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  run(args: readonly string[], given: { input?: string; env?: Record<string, string> } = {}): Run {
    const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, SLIPWAY_LANGUAGE: _own, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.program, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      input: given.input ?? '',
      // hadolint's own places are not those of whoever runs the tests
      env: { ...env, HOME: this.path, XDG_CONFIG_HOME: join(this.path, '.config'), ...given.env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
