/** Hovers and completion in `.dockerignore` files. */
import {
  type CancellationToken,
  type DocumentFilter,
  type ExtensionContext,
  languages,
  type Position,
  type TextDocument,
} from 'vscode';
import type { CompletionItem, Hover } from 'vscode-languageclient';
import { IGNORE_COMPLETION_METHOD, IGNORE_HOVER_METHOD, type IgnoreParams } from '../../../server/src/lsp/protocol';
import type { Server } from './server';

/** By name: the language `ignore` is that of `.gitignore`, too, and another extension may give these files one of its own. */
const selector: DocumentFilter = { pattern: '**/*.dockerignore' };

/** Registers both; the language client does not have these files, so that no other feature shows up in them. */
export function registerIgnoreFiles(context: ExtensionContext, server: Server): void {
  const at = <R>(method: string, document: TextDocument, position: Position, token: CancellationToken) => {
    const { line, character } = position;
    const params: IgnoreParams = {
      uri: document.uri.toString(),
      text: document.getText(),
      position: { line, character },
    };
    return server.request<R>(method, params, token);
  };
  context.subscriptions.push(
    languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        const hover = await at<Hover | null>(IGNORE_HOVER_METHOD, document, position, token);
        return hover && server.convert?.asHover(hover);
      },
    }),
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position, token) {
          const items = await at<CompletionItem[]>(IGNORE_COMPLETION_METHOD, document, position, token);
          return items && server.convert?.asCompletionResult(items, undefined, token);
        },
      },
      '/',
      '!',
    ),
  );
}
