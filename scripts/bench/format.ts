/**
 * The formatter beside dockerfmt and dockerfile-utils', over real files:   npx tsx scripts/bench/format.ts [FILES.jsonl]
 * Each line of the file is JSON with a `text`. A file is broken if, by our parser and the shell's tree, it builds something else
 * afterwards; unstable if a second pass changes it again; refused if the formatter throws. Contenders take turns.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDockerfileContents } from '@reteps/dockerfmt';
import { format as formatEdits } from 'dockerfile-utils';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, Dockerfile, defaultFormat } from '../../server/src/language';
import { formatting } from '../../server/src/language/features';
import { builtReading } from './readings';

const rounds = 2;
const options = {
  ...defaultFormat,
  tabSize: 4,
  insertSpaces: true,
  insertFinalNewline: true,
  trimTrailingWhitespace: true,
};
const shared = process.env.SLIPWAY_SHARED ?? join(import.meta.dirname, '../../../shared');

type Format = (text: string) => string | Promise<string>;

const contenders: Readonly<Record<string, Format>> = {
  Slipway: (text) => applyEdits(text, formatting(Dockerfile.parse(text), options)),
  dockerfmt: (text) => formatDockerfileContents(text, { indent: 4, trailingNewline: true, spaceRedirects: false }),
  'dockerfile-utils': (text) => {
    const edits = formatEdits(text, { insertSpaces: true, tabSize: 4 });
    return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
  },
};

interface Row {
  changed: number;
  broken: number;
  unstable: number;
  refused: number;
  /** Milliseconds a pass over all files, the best of all rounds. */
  time: number;
}

// one contender prints what it cannot read
console.log = () => {};
console.warn = () => {};
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const read = (text: string): string => builtReading(Dockerfile.parse(text)).join('\n');

/** What the formatter makes of the text; undefined where it throws. */
async function attempt(format: Format, text: string): Promise<string | undefined> {
  try {
    return await format(text);
  } catch {
    return undefined;
  }
}

async function judge(row: Row, format: Format, text: string): Promise<void> {
  const after = await attempt(format, text);
  if (after === undefined) row.refused++;
  else if (after !== text) {
    row.changed++;
    if (read(after) !== read(text)) row.broken++;
    if ((await attempt(format, after)) !== after) row.unstable++;
  }
}

async function compare(path: string): Promise<void> {
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const rows = new Map<string, Row>();
  for (const [name, format] of Object.entries(contenders)) {
    const row: Row = { changed: 0, broken: 0, unstable: 0, refused: 0, time: Number.POSITIVE_INFINITY };
    rows.set(name, row);
    for (const text of texts) await judge(row, format, text);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, format] of Object.entries(contenders)) {
      const start = performance.now();
      for (const text of texts) await attempt(format, text);
      const row = rows.get(name)!;
      row.time = Math.min(row.time, performance.now() - start);
    }
  }
  print(`| ${texts.length} files | changed | broken | unstable | refused | ms a file |`);
  print('| --- | --- | --- | --- | --- | --- |');
  for (const [name, { changed, broken, unstable, refused, time }] of rows) {
    const each = (time / texts.length).toFixed(2);
    print(`| ${name} | ${changed} | ${broken} | ${unstable} | ${refused} | ${each} |`);
  }
}

void compare(process.argv[2] ?? join(shared, 'corpus/dev.jsonl'));
