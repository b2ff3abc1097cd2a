import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  Connection,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Checker } from './checker';
import type { Client } from './client';
import { codeActions, type PendingFixes, resolveAction } from './codeActions';
import type { OpenDocument } from './documents';
import { describeDocument, explainRule, listRules } from './explain';
import { chain, type Host, type MaybePromise } from './host';
import { hoverAt } from './hover';
import type { Log } from './log';
import {
  DESCRIBE_METHOD,
  type DescribeParams,
  type DescribeResult,
  EXPLAIN_METHOD,
  EXPLAIN_RULE_COMMAND,
  type ExplainParams,
  type ExplainResult,
  type ExplainRuleArgument,
  FIX_ALL_KIND,
  RULES_METHOD,
  type RuleSummary,
  type RulesParams,
} from './protocol';
import type { Settings } from './settings';

/** What every handler may use once the client has initialized the server. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly settings: Settings;
  readonly checker: Checker;
  readonly readPage: Host['readPage'];
  readonly log: Log;
  /** The open document that a request names. */
  document(identifier: TextDocumentIdentifier): OpenDocument | undefined;
}

/** One request that the server answers. To add a feature, add one of these to {@link handlers}. */
export interface Handler<P, R> {
  readonly method: string;
  /** What the server declares for it, given what the client can do. */
  readonly capabilities?: (client: Client) => Partial<ServerCapabilities>;
  /** The answer where there is nothing to say, or where answering failed. */
  readonly empty: R;
  readonly answer: (session: Session, params: P, token: CancellationToken) => MaybePromise<R>;
}

// biome-ignore lint/suspicious/noExplicitAny: each handler knows its own parameters
export type AnyHandler = Handler<any, any>;

const handler = <P, R>(each: Handler<P, R>): Handler<P, R> => each;

/** All requests but those for diagnostics. */
export const handlers: readonly AnyHandler[] = [
  handler<CodeActionParams, CodeAction[]>({
    method: 'textDocument/codeAction',
    capabilities: (client) =>
      client.can.actions
        ? {
            codeActionProvider: {
              codeActionKinds: ['quickfix', FIX_ALL_KIND],
              ...(client.can.resolveEdit && { resolveProvider: true }),
            },
          }
        : {},
    empty: [],
    answer({ client, checker, document }, params) {
      const open = document(params.textDocument);
      return open ? chain(checker.report(open), (report) => codeActions(report, client, params)) : [];
    },
  }),
  handler<CodeAction, CodeAction | null>({
    method: 'codeAction/resolve',
    empty: null,
    answer({ client, checker, document }, action) {
      const open = document(action.data as PendingFixes);
      return open ? chain(checker.report(open), (report) => resolveAction(report, client, action)) : action;
    },
  }),
  handler<ExecuteCommandParams, null>({
    method: 'workspace/executeCommand',
    // our own client has the command itself
    capabilities: (client) =>
      client.can.showDocument && !client.ours ? { executeCommandProvider: { commands: [EXPLAIN_RULE_COMMAND] } } : {},
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
    capabilities: () => ({ hoverProvider: true }),
    empty: null,
    answer({ client, settings, checker, document }, { textDocument, position }) {
      const open = document(textDocument);
      if (!open) return null;
      const around = checker.around(open.uri);
      return chain(settings.of(open.uri), ({ locale }) => hoverAt(open, position, { locale, around, client }));
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
];
