import type {
  DefinitionLink,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  PrepareRenameParams,
  PrepareRenameResult,
  ReferenceParams,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  definition,
  documentHighlight,
  isRefusal,
  namedOutside,
  prepareRename,
  references,
  refusalText,
  rename,
} from '../language/features';
import type { OpenDocument } from './documents';
import { type ForeignEdits, workspaceEdit } from './edits';
import { type AnyHandler, handler, type Session } from './handler';
import { chain } from './host';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from './library';
import { placesIn } from './project/find';

/** Requests about names: where they are given, where they are used, and giving others. */
export const navigation: readonly AnyHandler[] = [
  handler<DefinitionParams, Location | DefinitionLink[] | null>({
    method: 'textDocument/definition',
    empty: null,
    answer({ client, document }, { textDocument, position }) {
      const open = document(textDocument);
      if (!open) return null;
      const { file, uri } = open;
      const found = definition(file, file.source.offsetAt(position));
      if (!found) return null;
      const targetSelectionRange = file.source.rangeOf(found.name);
      if (!client.can.definitionLinks) return { uri, range: targetSelectionRange };
      const originSelectionRange = file.source.rangeOf(found.origin);
      const targetRange = file.source.rangeOf(found.target);
      return [{ originSelectionRange, targetUri: uri, targetRange, targetSelectionRange }];
    },
  }),
  handler<ReferenceParams, Location[]>({
    method: 'textDocument/references',
    empty: [],
    async answer(session, { textDocument, position, context }) {
      const open = session.document(textDocument);
      return open ? referencesAt(session, open, open.file.source.offsetAt(position), context.includeDeclaration) : [];
    },
  }),
  handler<DocumentHighlightParams, DocumentHighlight[]>({
    method: 'textDocument/documentHighlight',
    empty: [],
    answer({ document }, { textDocument, position }) {
      const file = document(textDocument)?.file;
      if (!file) return [];
      return documentHighlight(file, file.source.offsetAt(position)).map(({ at, kind }) => ({
        range: file.source.rangeOf(at),
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    },
  }),
  handler<PrepareRenameParams, PrepareRenameResult | null>({
    method: 'textDocument/prepareRename',
    empty: null,
    answer({ settings, document }, { textDocument, position }) {
      const open = document(textDocument);
      if (!open) return null;
      const { file } = open;
      const found = prepareRename(file, file.source.offsetAt(position));
      if (!isRefusal(found)) return { range: file.source.rangeOf(found.at), placeholder: found.name };
      return chain(settings.of(open.uri), ({ locale }) => refused(refusalText(found, locale)));
    },
  }),
  handler<RenameParams, WorkspaceEdit | null>({
    method: 'textDocument/rename',
    empty: null,
    async answer({ client, settings, document, projectFiles }, { textDocument, position, newName }) {
      const open = document(textDocument);
      if (!open) return null;
      const offset = open.file.source.offsetAt(position);
      const result = rename(open.file, offset, newName);
      if (isRefusal(result)) {
        return chain(settings.of(open.uri), ({ locale }) => refused(refusalText(result, locale)));
      }
      const named = namedOutside(open.file, offset);
      if (!named) return workspaceEdit(open, client, result.edits);
      const outside = (await projectFiles(open.uri)).map(
        (project): ForeignEdits => ({
          uri: project.uri,
          edits: placesIn(project, named).map((place) => ({ range: project.source.rangeOf(place), newText: newName })),
        }),
      );
      return workspaceEdit(open, client, result.edits, outside);
    },
  }),
];

/** All places that name what stands at an offset of a Dockerfile, those in files beside it too. */
export async function referencesAt(
  { projectFiles }: Session,
  { uri, file }: Pick<OpenDocument, 'uri' | 'file'>,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const own = references(file, offset, includeDeclaration).map((span) => ({ uri, range: file.source.rangeOf(span) }));
  const named = namedOutside(file, offset);
  if (!named) return own;
  const outside = (await projectFiles(uri)).flatMap((project) =>
    placesIn(project, named).map((place) => ({ uri: project.uri, range: project.source.rangeOf(place) })),
  );
  return [...own, ...outside];
}

const refused = (message: string) => new ResponseError<void>(LSPErrorCodes.RequestFailed, message);
