import type {
  DocumentLink,
  DocumentLinkParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
  SelectionRange,
  SelectionRangeParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { fact } from '../language';
import {
  documentLink,
  documentSymbol,
  foldingRange,
  linkedEditingRange,
  type DocumentSymbol as OwnSymbol,
  selectionRange,
  workspaceSymbol,
} from '../language/features';
import { type AnyHandler, handler } from './handler';
import { encodePath } from './host';
import { FoldingRangeKind, SymbolKind } from './library';
import { type Json, jsonOf, listOf, withList, writtenBy } from './written';

/** Requests about how a file is built up: outline, folds, selections, links. */
export const structure: readonly AnyHandler[] = [
  handler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>({
    method: 'textDocument/documentSymbol',
    empty: [],
    answer({ client, document }, { textDocument }) {
      const open = document(textDocument);
      if (!open) return [];
      const symbols = documentSymbol(open.file);
      if (!client.can.symbolTree) return symbols.flatMap((symbol) => flatSymbols(open.uri, symbol, undefined));
      const tree = symbols.map(treeSymbol);
      return writtenBy(tree, () => listOf(tree.map(jsonOfSymbol)));
    },
  }),
  handler<WorkspaceSymbolParams, SymbolInformation[]>({
    method: 'workspace/symbol',
    empty: [],
    answer({ documents }, { query }) {
      return documents().flatMap(({ uri, file }) =>
        workspaceSymbol(file, query).map(({ kind, name, container, at }) => ({
          name,
          kind: kind === 'stage' ? SymbolKind.Class : SymbolKind.Variable,
          location: { uri, range: file.source.rangeOf(at) },
          ...(container !== undefined && { containerName: container }),
        })),
      );
    },
  }),
  handler<FoldingRangeParams, FoldingRange[]>({
    method: 'textDocument/foldingRange',
    empty: [],
    answer({ document }, { textDocument }) {
      const open = document(textDocument);
      if (!open) return [];
      return foldingRange(open.file).map(({ kind, startLine, endLine }) => ({
        startLine,
        endLine,
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
        ...(kind === 'region' && { kind: FoldingRangeKind.Region }),
      }));
    },
  }),
  handler<SelectionRangeParams, SelectionRange[]>({
    method: 'textDocument/selectionRange',
    empty: [],
    answer({ document }, { textDocument, positions }) {
      const open = document(textDocument);
      if (!open) return [];
      const { file } = open;
      return positions.map((position) => {
        const spans = selectionRange(file, file.source.offsetAt(position));
        let around: SelectionRange | undefined;
        for (const span of spans.toReversed()) {
          around = { range: file.source.rangeOf(span), ...(around && { parent: around }) };
        }
        return around ?? { range: { start: position, end: position } };
      });
    },
  }),
  handler<DocumentLinkParams, DocumentLink[]>({
    method: 'textDocument/documentLink',
    empty: [],
    async answer({ checker, settings, contexts, document }, { textDocument }) {
      const open = document(textDocument);
      if (!open) return [];
      const { uri, file } = open;
      const context = await contexts.of(uri, await settings.of(uri));
      return documentLink(file, checker.around(uri)).flatMap(({ at, target }) => {
        const range = file.source.rangeOf(at);
        if ('url' in target) return [{ range, target: target.url }];
        return context === undefined ? [] : [{ range, target: `${context}/${encodePath(target.path)}` }];
      });
    },
  }),
  handler<LinkedEditingRangeParams, LinkedEditingRanges | null>({
    method: 'textDocument/linkedEditingRange',
    empty: null,
    answer({ document }, { textDocument, position }) {
      const open = document(textDocument);
      if (!open) return null;
      const { source } = open.file;
      const spans = linkedEditingRange(open.file, source.offsetAt(position));
      return spans ? { ranges: spans.map((span) => source.rangeOf(span)), wordPattern: '[A-Za-z0-9_.-]*' } : null;
    },
  }),
];

const kinds: Readonly<Record<string, SymbolKind>> = {
  ADD: SymbolKind.File,
  ARG: SymbolKind.Variable,
  CMD: SymbolKind.Event,
  COPY: SymbolKind.File,
  ENTRYPOINT: SymbolKind.Event,
  ENV: SymbolKind.Constant,
  EXPOSE: SymbolKind.Interface,
  FROM: SymbolKind.Class,
  LABEL: SymbolKind.Property,
  RUN: SymbolKind.Function,
  USER: SymbolKind.Key,
  VOLUME: SymbolKind.Object,
  WORKDIR: SymbolKind.Namespace,
};

const kindOf = ({ keyword }: OwnSymbol): SymbolKind =>
  Object.hasOwn(kinds, keyword) ? kinds[keyword]! : SymbolKind.Method;

/** Entries are often the same as in the version before: then so is what is sent. */
const shown = new WeakMap<OwnSymbol, DocumentSymbol>();

function treeSymbol(symbol: OwnSymbol): DocumentSymbol {
  const known = shown.get(symbol);
  if (known) return known;
  const { name, detail, range, nameRange, children } = symbol;
  const made: DocumentSymbol = {
    name,
    ...(detail !== '' && { detail }),
    kind: kindOf(symbol),
    range,
    selectionRange: nameRange,
    ...(children.length > 0 && { children: children.map(treeSymbol) }),
  };
  shown.set(symbol, made);
  return made;
}

const jsonOfEntry = fact((entry: DocumentSymbol): Json => jsonOf(entry));

/** The JSON of a symbol; of an instruction's it is kept, of a stage it is put together from these. */
function jsonOfSymbol(symbol: DocumentSymbol): Json {
  const { children, ...own } = symbol;
  if (!children) return jsonOfEntry(symbol);
  return withList(own, 'children', children.map(jsonOfSymbol));
}

function flatSymbols(uri: string, symbol: OwnSymbol, container: string | undefined): SymbolInformation[] {
  const { name, range, children } = symbol;
  const location = { uri, range };
  return [
    { name, kind: kindOf(symbol), location, ...(container !== undefined && { containerName: container }) },
    ...children.flatMap((child) => flatSymbols(uri, child, name)),
  ];
}
