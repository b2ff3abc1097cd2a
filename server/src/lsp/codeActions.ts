import type * as lsp from 'vscode-languageserver';
import {
  applyEdits,
  builderError,
  chosenFix,
  type Diagnostic,
  difference,
  type Edit,
  editsOf,
  type FixOptions,
  fixAll,
  type Locale,
  overlaps,
  type Safety,
} from '../language';
import { ignoreHere, ignoreInFile } from '../language/features';
import type { Report } from './checker';
import type { Client } from './client';
import { workspaceEdit } from './edits';
import { codeOf } from './items';
import {
  DISABLE_RULE_COMMAND,
  type DisableRuleArgument,
  EXPLAIN_RULE_COMMAND,
  type ExplainRuleArgument,
  FIX_ALL_KIND,
} from './protocol';
import { type PendingRefactoring, refactorActions, resolveRefactoring } from './refactorings';
import { texts } from './texts';

export const QUICK_FIX = 'quickfix';

/** What an action that is worked out when chosen must remember. */
export interface PendingFixes {
  readonly uri: string;
  readonly safety: Safety;
  /** The code of the only findings to fix; absent: all. */
  readonly code?: string;
}

/** The actions for a range of a document, most useful first. */
export function codeActions(report: Report, client: Client, params: lsp.CodeActionParams): lsp.CodeAction[] {
  const { document, settings } = report;
  const { only } = params.context;
  const wants = (kind: string) =>
    !only || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
  const say = texts[settings.locale];
  const actions: lsp.CodeAction[] = [];
  const fixable = report.findings.some((finding) => chosenFix(finding, 'safe'));
  // a source action is made only where it is asked for by its kind: clients show it in a menu of its own
  if (only && wants(FIX_ALL_KIND) && fixable) {
    actions.push(
      lazily(report, client, { title: say.fixAll, kind: FIX_ALL_KIND }, { uri: document.uri, safety: 'safe' }),
    );
  }
  if (wants(QUICK_FIX)) actions.push(...quickFixes(report, client, params.range, params.context.diagnostics, fixable));
  return [...actions, ...refactorActions(report, client, params, wants)];
}

/** What can be done about the findings in a range. */
function quickFixes(
  report: Report,
  client: Client,
  range: lsp.Range,
  known: readonly lsp.Diagnostic[],
  fixable: boolean,
): lsp.CodeAction[] {
  const { document, settings } = report;
  const say = texts[settings.locale];
  const actions: lsp.CodeAction[] = [];
  const at = document.file.source.spanOf(range);
  const here = report.findings.flatMap((finding, index) => (overlaps(finding.at, at) ? [{ finding, index }] : []));
  if (here.length === 0) return actions;
  for (const { finding, index } of here) {
    const item = shownAs(report.items[index]!, known);
    const safe = finding.fixes.filter(({ safety }) => safety === 'safe').length;
    for (const fix of finding.fixes) {
      actions.push({
        title: fix.title(settings.locale),
        kind: QUICK_FIX,
        diagnostics: [item],
        ...(safe === 1 && fix.safety === 'safe' && { isPreferred: true }),
        edit: workspaceEdit(document, client, fix.edits),
      });
    }
  }
  const each = distinct(here, ({ finding }) => codeOf(finding)).map(({ finding, index }) => ({
    finding,
    item: shownAs(report.items[index]!, known),
  }));
  for (const { finding, item } of each) actions.push(...fixRule(report, client, finding, item));
  if (fixable) {
    actions.push(lazily(report, client, { title: say.fixAll, kind: QUICK_FIX }, { uri: document.uri, safety: 'safe' }));
  }
  for (const { finding, item } of each) actions.push(...silence(report, client, finding, item));
  for (const { finding, item } of each) actions.push(...explaining(finding, item, settings.locale, client));
  return actions;
}

/** The whole of an action whose edit was left for later; as it was where there is nothing to do any more. */
export function resolveAction(report: Report, client: Client, action: lsp.CodeAction): lsp.CodeAction {
  const data = action.data as PendingFixes | PendingRefactoring;
  if ('refactoring' in data) return resolveRefactoring(report, client, action);
  const { safety, code } = data;
  const edits = allFixes(report, {
    safety,
    ...(code !== undefined && { only: (finding: Diagnostic) => codeOf(finding) === code }),
  });
  return { ...action, edit: workspaceEdit(report.document, client, edits) };
}

/** Fixes every finding like this one, where there are more of them. */
function fixRule(report: Report, client: Client, finding: Diagnostic, item: lsp.Diagnostic): lsp.CodeAction[] {
  const fix = chosenFix(finding, 'unsafe');
  if (!fix) return [];
  const code = codeOf(finding);
  const isLike = (other: Diagnostic) => codeOf(other) === code && chosenFix(other, fix.safety) !== undefined;
  // each look makes a fix: it is over at the first other one
  if (!report.findings.some((other) => other !== finding && isLike(other))) return [];
  const title = texts[report.settings.locale].fixRule(code);
  const action = { title, kind: QUICK_FIX, diagnostics: [item] };
  return [lazily(report, client, action, { uri: report.document.uri, safety: fix.safety, code })];
}

/** Ignore here, in the file, in the workspace. What the builder refuses cannot be silenced. */
function silence(report: Report, client: Client, finding: Diagnostic, item: lsp.Diagnostic): lsp.CodeAction[] {
  const { rule, placed } = finding;
  if (rule === builderError) return [];
  const { document, settings } = report;
  const { file, uri } = document;
  const say = texts[settings.locale];
  const action = (title: string, edit: Edit): lsp.CodeAction => ({
    title,
    kind: QUICK_FIX,
    diagnostics: [item],
    edit: workspaceEdit(document, client, [edit]),
  });
  const actions = placed ? [action(say.ignoreHere(rule), ignoreHere(file, placed, rule))] : [];
  actions.push(action(say.ignoreInFile(rule), ignoreInFile(file, rule)));
  if (client.ours) {
    const title = say.disableInWorkspace(rule);
    const argument: DisableRuleArgument = { rule, uri };
    const command = { title, command: DISABLE_RULE_COMMAND, arguments: [argument] };
    actions.push({ title, kind: QUICK_FIX, diagnostics: [item], command });
  }
  return actions;
}

/** Opens the page of a finding's rule, where the client can. */
export function explaining(
  finding: Diagnostic,
  item: lsp.Diagnostic,
  locale: Locale,
  { ours, can }: Client,
): lsp.CodeAction[] {
  // its own page is a link at the finding
  if (finding.page || !(ours || can.showDocument)) return [];
  const title = texts[locale].explain(codeOf(finding));
  const argument: ExplainRuleArgument = { rule: codeOf(finding) };
  const command = { title, command: EXPLAIN_RULE_COMMAND, arguments: [argument] };
  return [{ title, kind: QUICK_FIX, diagnostics: [item], command }];
}

/** An action that fixes many findings: worked out now only for a client that cannot ask later. */
function lazily(report: Report, client: Client, action: lsp.CodeAction, data: PendingFixes): lsp.CodeAction {
  const pending = { ...action, data };
  return client.can.resolveEdit ? pending : resolveAction(report, client, pending);
}

/** The edits of all fixes, until nothing is left to fix. */
function allFixes(report: Report, options: FixOptions): readonly Edit[] {
  const { document, settings, around, findings } = report;
  const { text } = document.file;
  const first = editsOf(findings, options).edits;
  const fixed = fixAll(text, settings.linter, around, options).text;
  // small edits keep the cursor and folds where they are; fixes upon fixes are given as one
  return applyEdits(text, first) === fixed ? first : [difference(text, fixed)];
}

/** The diagnostic as the client knows it, else as we would send it. */
const shownAs = (item: lsp.Diagnostic, shown: readonly lsp.Diagnostic[]): lsp.Diagnostic =>
  shown.find(
    ({ code, range }) =>
      code === item.code &&
      range.start.line === item.range.start.line &&
      range.start.character === item.range.start.character,
  ) ?? item;

function distinct<T>(list: readonly T[], key: (each: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((each) => !seen.has(key(each)) && seen.add(key(each)));
}
