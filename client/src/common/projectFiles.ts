/** Definitions, references and hovers in the files that describe builds: for what they name of a Dockerfile. */
import { type DocumentFilter, type ExtensionContext, languages, type Position, type TextDocument } from 'vscode';
import type { DefinitionLink, Hover, Location } from 'vscode-languageclient';
import {
  type EmbeddedPositionParams,
  PROJECT_DEFINITION_METHOD,
  PROJECT_HOVER_METHOD,
  PROJECT_REFERENCES_METHOD,
} from '../../../server/src/lsp/protocol';
import type { Server } from './server';

/** The files; as in `embedded`, the language client does not have them. */
const selector: DocumentFilter[] = [
  { pattern: '**/{compose,docker-compose}{,[.-]*}.{yml,yaml}' },
  { pattern: '**/docker-bake{,.*}.{hcl,json}' },
  { pattern: '**/{.,}devcontainer.json' },
  { pattern: '**/.vscode/tasks.json' },
];
/** What a text has that describes a build: others are never sent. */
const hint = /build|docker-?file/i;

/** Registers all of it. */
export function registerProjectFiles(context: ExtensionContext, server: Server): void {
  const at = async <R>(method: string, document: TextDocument, { line, character }: Position) => {
    const text = document.getText();
    if (!hint.test(text)) return undefined;
    const { uri, languageId } = document;
    const params: EmbeddedPositionParams = { uri: uri.toString(), languageId, text, position: { line, character } };
    return server.request<R>(method, params);
  };
  context.subscriptions.push(
    languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position, token) {
        const links = await at<DefinitionLink[]>(PROJECT_DEFINITION_METHOD, document, position);
        return links && server.convert?.asDefinitionResult(links, token);
      },
    }),
    languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, _context, token) {
        const places = await at<Location[]>(PROJECT_REFERENCES_METHOD, document, position);
        return places && server.convert?.asReferences(places, token);
      },
    }),
    languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const hover = await at<Hover | null>(PROJECT_HOVER_METHOD, document, position);
        return hover && server.convert?.asHover(hover);
      },
    }),
  );
}
