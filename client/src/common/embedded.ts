/** Hovers, completion and findings for Dockerfiles that stand in Markdown, Compose and Bake files. */
import {
  type CancellationToken,
  type DocumentFilter,
  type ExtensionContext,
  languages,
  type Position,
  type TextDocument,
  workspace,
} from 'vscode';
import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageclient';
import {
  EMBEDDED_COMPLETION_METHOD,
  EMBEDDED_DIAGNOSTICS_METHOD,
  EMBEDDED_HOVER_METHOD,
  type EmbeddedParams,
  type EmbeddedPositionParams,
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
    const { line, character } = position;
    const asked: EmbeddedPositionParams | undefined = params && { ...params, position: { line, character } };
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
}

/** Only what the user can write: no pages of rules, no old versions. */
const isOurs = (document: TextDocument): boolean =>
  languages.match(selector, document) > 0 &&
  (document.isUntitled || workspace.fs.isWritableFileSystem(document.uri.scheme) === true);

function paramsOf(document: TextDocument): EmbeddedParams | undefined {
  const text = document.getText();
  return hint.test(text) ? { uri: document.uri.toString(), languageId: document.languageId, text } : undefined;
}
