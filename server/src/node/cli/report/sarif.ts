import { homepage, pageUrl, rules, textOf } from '../../../language';
import { version } from '../version';
import type { ReportedFinding, Reporter } from './report';

const levels: Readonly<Record<ReportedFinding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, as code scanning services read it. */
export const sarif: Reporter = ({ files, troubles, locale }) => {
  const used = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  const index = new Map(used.map((id, i) => [id, i]));
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Slipway',
            version: version(),
            informationUri: homepage,
            rules: used.map((id) => describeRule(id, locale)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: troubles.length === 0,
            toolExecutionNotifications: troubles.map(({ path, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: index.get(finding.rule),
            level: levels[finding.level],
            message: { text: finding.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: artifact(path),
                  region: {
                    startLine: finding.line,
                    startColumn: finding.column,
                    endLine: finding.endLine,
                    endColumn: finding.endColumn,
                  },
                },
              },
            ],
            properties: { aliases: finding.aliases, fix: finding.fix, ...(finding.code && { code: finding.code }) },
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(report)}\n`;
};

function describeRule(id: string, locale: 'en' | 'ko') {
  const rule = rules.find((each) => each.id === id);
  if (!rule)
    return {
      id,
      helpUri: pageUrl(id),
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['correctness'] },
    };
  const { summary } = textOf(rule, locale);
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `${summary}\n${pageUrl(id)}` },
    helpUri: pageUrl(id),
    defaultConfiguration: { level: rule.level === 'off' ? 'none' : levels[rule.level] },
    properties: { tags: [rule.category, ...(rule.aliases ?? [])] },
  };
}

/** A path below the current directory is given from the root of the checkout, which the service knows. */
function artifact(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('../') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}
