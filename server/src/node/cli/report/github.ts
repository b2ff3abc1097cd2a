import type { ReportedFinding, Reporter } from './report';

const commands: Readonly<Record<ReportedFinding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Annotations of GitHub Actions: one workflow command a finding. */
export const github: Reporter = ({ files, troubles }) =>
  [
    ...files.flatMap(({ path, findings }) => findings.map((finding) => annotation(path, finding))),
    ...troubles.map(({ path, message }) => `::error file=${property(path)},title=slipway::${data(message)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');

function annotation(
  path: string,
  { level, line, column, endLine, endColumn, rule, aliases, message }: ReportedFinding,
): string {
  // GitHub takes columns only for what begins and ends on one line
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const title = property([rule, ...aliases].join(', '));
  return `::${commands[level]} file=${property(path)},line=${line},endLine=${endLine}${columns},title=${title}::${data(message)}`;
}

/** What a runner would read as the end of a command (actions/toolkit, core/src/command.ts). */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
