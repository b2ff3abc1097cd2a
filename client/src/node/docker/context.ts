/** The build context of a Dockerfile. Pure but for the platform's path rules. */
import { dirname, isAbsolute, resolve } from 'node:path';

/**
 * The folder that is sent to the builder: the Dockerfile's own, unless the setting names another; `${workspaceFolder}`
 * and relative paths are taken from the workspace folder, or from the Dockerfile's folder where there is none.
 */
export function resolveContext(setting: string, file: string, workspaceFolder: string | undefined): string {
  const folder = dirname(file);
  const wanted = setting.trim();
  if (wanted === '') {
    return folder;
  }
  const root = workspaceFolder ?? folder;
  const path = wanted.replaceAll('${workspaceFolder}', root);
  return isAbsolute(path) ? resolve(path) : resolve(root, path);
}
