import type { CodeAction, CodeActionParams, ExecuteCommandParams, Hover, HoverParams } from 'vscode-languageserver';
import { asksForContext, dockerignore, starters } from '../language/features';
import { calls } from './calls';
import { codeActions, type PendingFixes, resolveAction } from './codeActions';
import { completions } from './completion';
import { embedded } from './embedded';
import { describeDocument, explainRule, listRules } from './explain';
import { formattings } from './formatting';
import { type AnyHandler, handler } from './handler';
import { chain } from './host';
import { hoverAt } from './hover';
import { ignoreFiles } from './ignoreFiles';
import { inlays } from './inlays';
import { lenses } from './lenses';
import { listed } from './listing';
import { navigation } from './navigation';
import { isPin, pinActions, resolvePin } from './pinning';
import { projectPlaces } from './project/places';
import {
  BUILDS_METHOD,
  type BuildsResult,
  DESCRIBE_METHOD,
  type DescribeParams,
  type DescribeResult,
  DOCKERIGNORE_METHOD,
  EXPLAIN_METHOD,
  EXPLAIN_RULE_COMMAND,
  type ExplainParams,
  type ExplainResult,
  type ExplainRuleArgument,
  RULES_METHOD,
  type RuleSummary,
  type RulesParams,
  STARTERS_METHOD,
  type StarterSummary,
  type StartersParams,
} from './protocol';
import { signatures } from './signatures';
import { structure } from './structure';
import { tokens } from './tokens';

/** All requests but those for diagnostics. */
const all: readonly AnyHandler[] = [
  handler<CodeActionParams, CodeAction[]>({
    method: 'textDocument/codeAction',
    empty: [],
    answer({ client, checker, document }, params) {
      const open = document(params.textDocument);
      if (!open) return [];
      return chain(checker.report(open), (report) => [
        ...codeActions(report, client, params),
        ...pinActions(report, client, params),
      ]);
    },
  }),
  handler<CodeAction, CodeAction | null>({
    method: 'codeAction/resolve',
    empty: null,
    answer(session, action, token) {
      if (isPin(action.data)) return resolvePin(session, action, token);
      const { client, checker, document } = session;
      const open = document(action.data as PendingFixes);
      return open ? chain(checker.report(open), (report) => resolveAction(report, client, action)) : action;
    },
  }),
  handler<ExecuteCommandParams, null>({
    method: 'workspace/executeCommand',
    empty: null,
    async answer({ connection, settings, readPage }, { command, arguments: [argument] = [] }) {
      if (command !== EXPLAIN_RULE_COMMAND) return null;
      const { rule } = argument as ExplainRuleArgument;
      const page = await explainRule(readPage, { rule, locale: settings.locale });
      if (page) await connection.window.showDocument({ uri: page.url, external: true });
      return null;
    },
  }),
  handler<HoverParams, Hover | null>({
    method: 'textDocument/hover',
    empty: null,
    async answer({ client, settings, checker, contexts, document, readFolder }, { textDocument, position }, token) {
      const open = document(textDocument);
      if (!open) return null;
      const own = await settings.of(open.uri);
      const { locale } = own;
      let around = checker.around(open.uri);
      const asked = asksForContext(open.file, open.file.source.offsetAt(position));
      const context = asked ? await contexts.of(open.uri, own) : undefined;
      if (context !== undefined) {
        const cancelled = () => token.isCancellationRequested;
        around = await listed(context, await checker.surrounded(open.uri), readFolder, cancelled);
      }
      return hoverAt(open, position, { locale, around, client });
    },
  }),
  handler<DescribeParams, DescribeResult | null>({
    method: DESCRIBE_METHOD,
    empty: null,
    answer({ settings, document }, { textDocument }) {
      const open = document(textDocument);
      return open ? chain(settings.of(open.uri), (own) => describeDocument(open, own)) : null;
    },
  }),
  handler<DescribeParams, BuildsResult | null>({
    method: BUILDS_METHOD,
    empty: null,
    answer({ settings, contexts, document }, { textDocument }) {
      const open = document(textDocument);
      if (!open) return null;
      return chain(settings.of(open.uri), (own) => chain(contexts.builds(open.uri, own), (found) => found ?? null));
    },
  }),
  handler<ExplainParams, ExplainResult | null>({
    method: EXPLAIN_METHOD,
    empty: null,
    answer: ({ readPage }, params) => explainRule(readPage, params),
  }),
  handler<RulesParams, RuleSummary[]>({
    method: RULES_METHOD,
    empty: [],
    answer: (_session, { locale }) => listRules(locale),
  }),
  handler<StartersParams, StarterSummary[]>({
    method: STARTERS_METHOD,
    empty: [],
    answer: (_session, { names, locale }) => starters(names, locale).map(({ title, snippet }) => ({ title, snippet })),
  }),
  handler<StartersParams, string>({
    method: DOCKERIGNORE_METHOD,
    empty: '',
    answer: (_session, { names, locale }) => dockerignore(names, locale),
  }),
  ...completions,
  ...signatures,
  ...navigation,
  ...structure,
  ...tokens,
  ...inlays,
  ...formattings,
  ...lenses,
  ...calls,
  ...embedded,
  ...projectPlaces,
  ...ignoreFiles,
];

/** The same by method. */
export const handlers: ReadonlyMap<string, AnyHandler> = new Map(all.map((each) => [each.method, each]));
