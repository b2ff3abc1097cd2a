import { isUtf8 } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { fixAll, type Locale } from '../../language';
import type { FixCommand } from './args';
import { reason, type Trouble } from './files';
import { inputs } from './inputs';
import { diff } from './report/diff';

interface Words {
  readonly fixed: (count: number, path: string) => string;
  readonly wouldFix: (count: number, path: string) => string;
  readonly nothing: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    fixed: (count, path) => `${path}: ${count} fixed`,
    wouldFix: (count, path) => `${path}: ${count} would be fixed`,
    nothing: 'Nothing to fix',
  },
  ko: {
    fixed: (count, path) => `${path}: ${count}개를 고쳤어요`,
    wouldFix: (count, path) => `${path}: ${count}개를 고칠 수 있어요`,
    nothing: '고칠 것이 없어요',
  },
};

/** Makes the fixes in files, or shows them; the exit code. */
export async function fix(command: FixCommand): Promise<number> {
  const say = words[command.locale];
  const troubles: Trouble[] = [];
  const onTrouble = (trouble: Trouble) => troubles.push(trouble);
  let files = 0;
  let toStdout = false;
  for await (const { path, target, bytes, file, linter, around } of inputs(command, onTrouble)) {
    try {
      // what is not UTF-8 would come back as something else
      if (!isUtf8(bytes)) throw new Error('not UTF-8: left as it is');
      const { text, count } = fixAll(file.text, linter, around, { safety: command.unsafe ? 'unsafe' : 'safe' });
      if (target === undefined && !command.dryRun) {
        toStdout = true;
        process.stdout.write(text);
      } else if (text !== file.text) {
        files++;
        if (target !== undefined && !command.dryRun) writeFileSync(target, text);
        const shown = command.dryRun ? diff(path, file.text, text) : '';
        process.stdout.write(`${shown}${(command.dryRun ? say.wouldFix : say.fixed)(count, path)}\n`);
      }
    } catch (error) {
      onTrouble({ path, message: reason(error) });
    }
  }
  if (files === 0 && !toStdout && troubles.length === 0) process.stdout.write(`${say.nothing}\n`);
  for (const { path, message } of troubles) process.stderr.write(`slipway: ${path}: ${message}\n`);
  return troubles.length > 0 ? 2 : 0;
}
