import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package.json beside `dist`. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;
