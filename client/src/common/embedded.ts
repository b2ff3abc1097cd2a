/** Hovers, completion, findings and their fixes for Dockerfiles that stand in Markdown, Compose and Bake files. */
import {
  type CancellationToken,
  CodeActionKind,
  type DocumentFilter,
  type ExtensionContext,
  languages,
  type Position,
  type TextDocument,
  workspace,
} from 'vscode';
import type { CodeAction, CompletionItem, Diagnostic, Hover } from 'vscode-languageclient';
import {
  DIAGNOSTIC_SOURCE,
  EMBEDDED_ACTIONS_METHOD,
  EMBEDDED_COMPLETION_METHOD,
  EMBEDDED_DIAGNOSTICS_METHOD,
  EMBEDDED_HOVER_METHOD,
  type EmbeddedParams,
  type EmbeddedPositionParams,
  type EmbeddedRangeParams,
  SETTINGS_SECTION,
} from '../../../server/src/lsp/protocol';
import { type Server, STATE } from './server';
import { setting } from './settings';

/** The files; the language client does not have them, so that no other feature shows up in them. */
const selector: DocumentFilter[] = [
  { language: 'markdown' },
  { pattern: '**/{compose,docker-compose}{,[.-]*}.{yml,yaml}' },
  { pattern: '**/docker-bake{,.*}.{hcl,json}' },
];
/** What a text has that has a Dockerfile in it: others are never sent. */
const hint = /(?:`{3}|~{3})[ \t]*(?:dockerfile|docker|containerfile)|dockerfile[_-]inline/i;
/** So many milliseconds after the last change findings are asked for. */
const PAUSE = 300;

/** Registers all of it. */
export function registerEmbedded(context: ExtensionContext, server: Server): void {
  const at = <R>(method: string, document: TextDocument, position: Position) => {
    const params = paramsOf(document);
    const asked: EmbeddedPositionParams | undefined = params && { ...params, position: place(position) };
    return asked && server.request<R>(method, asked);
  };
  const findings = languages.createDiagnosticCollection('slipway-embedded');
  const waiting = new Map<string, Timer>();

  const stop = ({ uri }: TextDocument) => {
    clearTimeout(waiting.get(uri.toString()));
    waiting.delete(uri.toString());
  };
  const check = async (document: TextDocument) => {
    const { uri, version } = document;
    const params = setting('embedded.diagnostics', uri, true) ? paramsOf(document) : undefined;
    if (!params) return findings.delete(uri);
    const found = await server.request<Diagnostic[]>(EMBEDDED_DIAGNOSTICS_METHOD, params);
    const items = await server.convert?.asDiagnostics(found ?? []);
    // a newer version asks for itself
    if (!document.isClosed && document.version === version) findings.set(uri, items);
  };
  const later = (document: TextDocument) => {
    if (!isOurs(document)) return;
    stop(document);
    waiting.set(
      document.uri.toString(),
      setTimeout(() => {
        stop(document);
        void check(document);
      }, PAUSE),
    );
  };
  const all = () => workspace.textDocuments.forEach(later);

  context.subscriptions.push(
    findings,
    languages.registerHoverProvider(selector, {
      async provideHover(document, position, _token: CancellationToken) {
        const hover = await at<Hover | null>(EMBEDDED_HOVER_METHOD, document, position);
        return hover && server.convert?.asHover(hover);
      },
    }),
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position, token) {
          const items = await at<CompletionItem[]>(EMBEDDED_COMPLETION_METHOD, document, position);
          return items && server.convert?.asCompletionResult(items, undefined, token);
        },
      },
      '-',
      '=',
      '$',
      '{',
    ),
    languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, { start, end }, { diagnostics }, token) {
          // wherever else the cursor goes, nothing is asked
          const isOn = diagnostics.some(({ source }) => source === DIAGNOSTIC_SOURCE);
          const params = isOn && isOurs(document) ? paramsOf(document) : undefined;
          if (!params) return undefined;
          const asked: EmbeddedRangeParams = { ...params, range: { start: place(start), end: place(end) } };
          const actions = await server.request<CodeAction[]>(EMBEDDED_ACTIONS_METHOD, asked);
          return actions && server.convert?.asCodeActionResult(actions, token);
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    workspace.onDidOpenTextDocument(later),
    workspace.onDidChangeTextDocument(({ document }) => later(document)),
    workspace.onDidCloseTextDocument((document) => {
      stop(document);
      findings.delete(document.uri);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS_SECTION)) all();
    }),
    server.onDidChangeState((state) => {
      if (state === STATE.running) all();
    }),
    {
      dispose() {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  );
  // those that were open before
  all();
}

/** As the protocol has it. */
const place = ({ line, character }: Position) => ({ line, character });

/** Only what the user can write: no pages of rules, no old versions. */
const isOurs = (document: TextDocument): boolean =>
  languages.match(selector, document) > 0 &&
  (document.isUntitled || workspace.fs.isWritableFileSystem(document.uri.scheme) === true);

function paramsOf(document: TextDocument): EmbeddedParams | undefined {
  const text = document.getText();
  return hint.test(text) ? { uri: document.uri.toString(), languageId: document.languageId, text } : undefined;
}
