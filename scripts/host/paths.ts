import { homedir } from 'node:os';
import { join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '../..');

/** Where VS Code, the Docker engine and its base system are kept between runs: never inside the repository. */
export const cache =
  process.env.SLIPWAY_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'slipway');

/** The VS Code that tests and `npm start` run: the version of the npm package code-server, 4.x for VS Code 1.x. */
export const codeServerVersion = process.env.CODE_SERVER_VERSION ?? '4.139.1';

/** The unpacked VS Code server: `vscode/` with its product, `node` to run it with. */
export const hostDir = join(cache, 'vscode-host', codeServerVersion);

/** The packaged extension, made by `packageExtension`. */
export const vsixFile = join(root, 'out', 'slipway.vsix');
