import { isUtf8 } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { applyEdits, type Dockerfile, type FormatOptions, type Locale } from '../../language';
import { formatting } from '../../language/features';
import type { FormatCommand } from './args';
import { type EditorConfig, EditorConfigs } from './editorconfig';
import { reason, type Trouble } from './files';
import { type Input, inputs } from './inputs';

interface Words {
  readonly formatted: (path: string) => string;
  readonly wouldFormat: (path: string) => string;
  readonly nothing: string;
  readonly several: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    formatted: (path) => `${path}: formatted`,
    wouldFormat: (path) => `${path}: not formatted`,
    nothing: 'Nothing to format',
    several: 'more than one file: say --check or --write',
  },
  ko: {
    formatted: (path) => `${path}: 포맷했어요`,
    wouldFormat: (path) => `${path}: 포맷이 필요해요`,
    nothing: '포맷할 것이 없어요',
    several: '파일이 여러 개예요. --check 또는 --write를 붙여 주세요',
  },
};

/** Formats files, or tells which are not formatted; the exit code. */
export async function format(command: FormatCommand): Promise<number> {
  const { mode, locale } = command;
  const say = words[locale];
  const troubles: Trouble[] = [];
  const onTrouble = (trouble: Trouble) => troubles.push(trouble);
  const configs = new EditorConfigs();
  let changed = 0;
  const shown: string[] = [];
  for await (const input of inputs(command, onTrouble)) {
    const { path, target, bytes, file } = input;
    try {
      // what is not UTF-8 would come back as something else
      if (!isUtf8(bytes)) throw new Error('not UTF-8: left as it is');
      const text = formatted(input, configs.of(input.asPath));
      if (mode === 'show') shown.push(text);
      else if (text !== file.text) {
        changed++;
        if (mode === 'write' && target !== undefined) writeFileSync(target, text);
        process.stdout.write(`${(mode === 'write' ? say.formatted : say.wouldFormat)(path)}\n`);
      }
    } catch (error) {
      onTrouble({ path, message: reason(error) });
    }
  }
  if (shown.length === 1) process.stdout.write(shown[0]!);
  if (shown.length > 1) onTrouble({ path: command.paths.join(' '), message: say.several });
  if (mode !== 'show' && changed === 0 && troubles.length === 0) process.stdout.write(`${say.nothing}\n`);
  for (const { path, message } of troubles) process.stderr.write(`slipway: ${path}: ${message}\n`);
  if (troubles.length > 0) return 2;
  return mode === 'check' && changed > 0 ? 1 : 0;
}

function formatted({ file, format }: Input, config: EditorConfig): string {
  const { indentStyle, indentSize, tabWidth, insertFinalNewline, trimTrailingWhitespace, endOfLine } = config;
  const tabs = indentStyle === undefined ? prefersTabs(file.text) : indentStyle === 'tab';
  const size = (tabs ? (tabWidth ?? indentSize) : (indentSize ?? tabWidth)) || 4;
  const options: FormatOptions = {
    ...format,
    tabSize: Math.min(size, 16),
    insertSpaces: !tabs,
    insertFinalNewline: insertFinalNewline === true,
    trimTrailingWhitespace: trimTrailingWhitespace !== false,
  };
  const text = applyEdits(file.text, formatting(file, options));
  return endOfLine === 'lf' || endOfLine === 'crlf'
    ? withLineEnds(text, file, endOfLine === 'lf' ? '\n' : '\r\n')
    : text;
}

/** As editors guess it where nothing is said: more lines begin with tabs than with blanks. */
const prefersTabs = (text: string): boolean => count(text, /^\t/gm) > count(text, /^ /gm);
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Line ends are a part of what heredocs hold: a file with heredocs keeps those it has. */
const withLineEnds = (text: string, file: Dockerfile, lineEnd: string): string =>
  file.instructions.some(({ instruction }) => instruction.heredocs.length > 0) ? text : text.replace(/\r*\n/g, lineEnd);
