import type { Locale } from '../../../language';
import { type Counts, countsOf, type FileReport, type ReportedFinding, type Reporter } from './report';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan';
const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34, cyan: 36 };
type Paint = (style: Style, text: string) => string;

const looks: Readonly<Record<ReportedFinding['level'], Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
};

interface Words {
  readonly levels: Readonly<Record<ReportedFinding['level'], string>>;
  readonly summary: (counts: Counts, files: number, looked: number) => string;
  readonly clean: (files: number) => string;
  readonly fixable: (count: number) => string;
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const words: Readonly<Record<Locale, Words>> = {
  en: {
    levels: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
    summary: ({ findings, error, warning, info, hint }, files, looked) =>
      `${many(findings, 'problem')} (${[many(error, 'error'), many(warning, 'warning'), `${info} info`, many(hint, 'hint')].filter((each) => !each.startsWith('0 ')).join(', ')}) in ${files} of ${many(looked, 'file')}`,
    clean: (files) => `No problems in ${many(files, 'file')}`,
    fixable: (count) => `${count} can be fixed with \`slipway fix\``,
  },
  ko: {
    levels: { error: '오류', warning: '경고', info: '정보', hint: '힌트' },
    summary: ({ findings, error, warning, info, hint }, files, looked) =>
      `파일 ${looked}개 중 ${files}개에서 문제 ${findings}개를 찾았어요(${[`오류 ${error}`, `경고 ${warning}`, `정보 ${info}`, `힌트 ${hint}`].filter((each) => !each.endsWith(' 0')).join(', ')})`,
    clean: (files) => `파일 ${files}개에서 문제를 찾지 못했어요`,
    fixable: (count) => `${count}개는 \`slipway fix\`로 고칠 수 있어요`,
  },
};

/** For people: each finding with its line, and a summary. */
export const text: Reporter = ({ files, locale, colour }) => {
  const paint: Paint = (style, each) => (colour ? `\u001b[${codes[style]}m${each}\u001b[0m` : each);
  const say = words[locale];
  const parts = files.flatMap((file) => file.findings.map((finding) => findingText(file, finding, say, paint)));
  const counts = countsOf(files);
  if (counts.findings === 0) return files.length === 0 ? '' : `${say.clean(files.length)}\n`;
  const summary = say.summary(counts, files.filter(({ findings }) => findings.length > 0).length, files.length);
  const fixable = counts.fixable > 0 ? `\n${say.fixable(counts.fixable)}` : '';
  return `${parts.join('\n')}\n${paint('bold', summary)}${fixable}\n`;
};

function findingText({ path, source }: FileReport, finding: ReportedFinding, say: Words, paint: Paint): string {
  const { line, column, level, message, rule, code, aliases } = finding;
  const place = paint('bold', `${printable(path)}:${line}:${column}`);
  const names = [code ? `${rule}: ${code}` : rule, ...aliases].join(', ');
  const head = `${place} ${paint(looks[level], say.levels[level])} ${printable(message)} ${paint('dim', `[${names}]`)}`;
  const start = source.lineStart(line - 1);
  const shown = source.text.slice(start, source.lineEnd(line - 1));
  if (shown.trim() === '') return `${head}\n`;
  const last = finding.endLine === line ? finding.endColumn - 1 : shown.length;
  return `${head}\n${excerpt(shown, line, column - 1, last, paint, looks[level])}\n`;
}

/** So many units of a long line are shown. */
const widest = 120;

/** A line with marks under a part of it: units from `start` to `end`. */
function excerpt(line: string, number: number, start: number, end: number, paint: Paint, style: Style): string {
  const from = start > widest / 2 ? start - Math.floor(widest / 4) : 0;
  const gutter = String(number).padStart(5);
  const before = line.slice(from, start);
  const marks = Math.max(1, Math.min(end, from + widest) - start);
  return [
    `${paint('dim', `${gutter} |`)} ${printable(line.slice(from, from + widest))}`,
    `${paint('dim', `${' '.repeat(gutter.length)} |`)} ${before.replace(/[^\t]/g, ' ')}${paint(style, '^'.repeat(marks))}`,
  ].join('\n');
}

/** What a file holds must not steer the terminal. */
const printable = (each: string): string => each.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd');
