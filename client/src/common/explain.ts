/** Opens a rule's bundled page as a rendered preview, with no network. */
import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  l10n,
  languages,
  type Position,
  type QuickPickItem,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  DIAGNOSTIC_SOURCE,
  EXPLAIN_METHOD,
  type ExplainParams,
  type ExplainResult,
  type ExplainRuleArgument,
  RULES_METHOD,
  type RuleSummary,
  type RulesParams,
} from '../../../server/src/lsp/protocol';
import type { Server } from './server';
import { contentLocale } from './settings';

/**
 * Scheme of the pages. Their paths are those of the repository, `/docs/rules/no-sudo.md` and
 * `/docs/ko/rules/no-sudo.md`, so that the links from page to page hold.
 */
const SCHEME = 'slipway-rule';

/** Registers the pages. */
export function registerRulePages(context: ExtensionContext, server: Server): void {
  const provider: TextDocumentContentProvider = {
    async provideTextDocumentContent(uri: Uri, _token: CancellationToken) {
      const rule = /([^/]+)\.md$/.exec(uri.path)?.[1] ?? '';
      const page = await explain(server, rule, uri.path.startsWith('/docs/ko/') ? 'ko' : 'en');
      return page?.markdown ?? l10n.t('There is no page for this rule.');
    },
  };
  context.subscriptions.push(workspace.registerTextDocumentContentProvider(SCHEME, provider));
}

/** `Explain Rule`: the rule that is asked for, else one under the cursor, else one picked from all. */
export async function explainRule(server: Server, argument?: Partial<ExplainRuleArgument>): Promise<void> {
  const rule = argument?.rule ?? ruleAtCursor() ?? (await pickRule(server));
  if (rule === undefined) {
    return;
  }
  const locale = contentLocale();
  if ((await explain(server, rule, locale)) === undefined) {
    const log = l10n.t('Show Output');
    const shown = window.showErrorMessage(l10n.t('Slipway has no page for “{0}”.', rule), log);
    void shown.then((chosen) => (chosen === log ? server.output.show() : undefined));
    return;
  }
  const path = `/docs/${locale === 'ko' ? 'ko/' : ''}rules/${rule}.md`;
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path }));
}

async function explain(server: Server, rule: string, locale: 'en' | 'ko'): Promise<ExplainResult | undefined> {
  const params: ExplainParams = { rule, locale };
  return (await server.request<ExplainResult | null>(EXPLAIN_METHOD, params)) ?? undefined;
}

/** The rule of the finding that covers the cursor most closely. */
function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    return undefined;
  }
  const at = editor.selection.active;
  const length = (range: { start: Position; end: Position }) =>
    (range.end.line - range.start.line) * 10_000 + range.end.character - range.start.character;
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter((d) => d.source === DIAGNOSTIC_SOURCE && d.code !== undefined && d.range.contains(at))
    .sort((a, b) => length(a.range) - length(b.range))[0]?.code;
  return found === undefined ? undefined : String(typeof found === 'object' ? found.value : found);
}

async function pickRule(server: Server): Promise<string | undefined> {
  const params: RulesParams = { locale: contentLocale() };
  const items = server
    .request<RuleSummary[]>(RULES_METHOD, params)
    .then((rules) =>
      (rules ?? []).map(
        (rule): QuickPickItem => ({ label: rule.id, description: rule.aliases.join(', '), detail: rule.title }),
      ),
    );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Explain Rule'),
    placeHolder: l10n.t('Which rule?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}
