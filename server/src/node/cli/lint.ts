import { type Diagnostic, type Locale, pageUrl, Source } from '../../language';
import type { FailOn } from '../../lsp/configurationFile';
import type { Format, LintCommand } from './args';
import type { Trouble } from './files';
import { reason } from './files';
import { type Input, inputs } from './inputs';
import type { FileReport, ReportedFinding, Reporter } from './report/report';

const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('./report/text')).text,
  json: async () => (await import('./report/json')).json,
  sarif: async () => (await import('./report/sarif')).sarif,
  github: async () => (await import('./report/github')).github,
};

const loudness: Readonly<Record<FailOn, number>> = {
  hint: 0,
  info: 1,
  warning: 2,
  error: 3,
  never: 4,
};

/** Checks files and reports on standard output; the exit code. */
export async function lint(command: LintCommand): Promise<number> {
  const reporter = await reporters[command.format]();
  const troubles: Trouble[] = [];
  const onTrouble = (trouble: Trouble) => troubles.push(trouble);
  const files: FileReport[] = [];
  let fails = false;
  for await (const input of inputs(command, onTrouble)) {
    try {
      const report = reportOn(input, command.locale, onTrouble);
      const limit = loudness[command.failOn ?? input.failOn ?? 'warning'];
      fails ||= report.findings.some(({ level }) => loudness[level] >= limit);
      files.push(report);
    } catch (error) {
      onTrouble({ path: input.path, message: reason(error) });
    }
  }
  process.stdout.write(reporter({ files, troubles, locale: command.locale, colour: hasColour() }));
  for (const { path, message } of troubles) process.stderr.write(`slipway: ${path}: ${message}\n`);
  if (troubles.length > 0) return 2;
  return fails ? 1 : 0;
}

function reportOn(
  { path, file, linter, around }: Input,
  locale: Locale,
  onTrouble: (trouble: Trouble) => void,
): FileReport {
  // as BuildKit, hadolint and git count lines
  const source = Source.byLineFeed(file.text);
  const onError = (rule: string, error: unknown) =>
    onTrouble({ path, message: `rule ${rule} failed: ${reason(error)}` });
  const findings = linter.lint(file, around, { onError }).map((each) => reported(each, source, locale));
  return { path, source, findings };
}

function reported(diagnostic: Diagnostic, source: Source, locale: Locale): ReportedFinding {
  const { rule, code, aliases, category, level, at, placed, fixes, builder } = diagnostic;
  const { start, end } = source.rangeOf(at);
  return {
    rule,
    ...(code !== undefined && { code }),
    aliases,
    category,
    level,
    message: diagnostic.message(locale),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    instructionLine: placed ? source.lineAt(placed.start) + 1 : start.line + 1,
    fix: fixes.some(({ safety }) => safety === 'safe') ? 'safe' : fixes.length > 0 ? 'unsafe' : 'no',
    builder,
    url: pageUrl(rule),
  };
}

/** Colours are for terminals whose owner did not turn them off (no-color.org). */
function hasColour(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
