import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Set by the build, which runs the program once to see what it compiles. */
const writes = process.env.SLIPWAY_WRITE_CODE_CACHE === '1';

/**
 * Loads the bundle beside this program with what V8 compiled of it before: a third of the time until the first answer is
 * compilation. Newer Node keeps such a cache by itself (https://nodejs.org/api/module.html#module-compile-cache); for Node 20
 * the build leaves one beside the bundle, which V8 refuses, and we do without, where its version is another.
 */
export function load(name: string): unknown {
  const file = join(__dirname, name);
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  const own = createRequire(file);
  if (enableCompileCache) {
    enableCompileCache();
    return own(file);
  }
  const cachedData = read(`${file}.cache`);
  if (!cachedData && !writes) return own(file);
  const script = new Script(wrapped(file), { filename: file, ...(cachedData && { cachedData }) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, own, loaded, file, dirname(file));
  if (writes) process.once('exit', () => writeFileSync(`${file}.cache`, script.createCachedData()));
  return loaded.exports;
}

/**
 * The text of a module as Node wraps it, put together as bytes: of two strings V8 would make a third before it compiled it. The build
 * sees to it that it is ASCII: one byte a character is read, and compiled, in a third of the time.
 */
function wrapped(path: string): string {
  const [head, tail] = nodeModule.wrap('').split('\n') as [string, string];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(head.length + size + 1 + tail.length);
    bytes.write(head, 'latin1');
    readSync(file, bytes, head.length, size, 0);
    bytes.write(`\n${tail}`, head.length + size, 'latin1');
    return bytes.toString('latin1');
  } finally {
    closeSync(file);
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
