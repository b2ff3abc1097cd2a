import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import { callHierarchy, type StageCall, type StageItem } from '../language/features';
import type { OpenDocument } from './documents';
import { type AnyHandler, handler, type Session } from './handler';
import { SymbolKind } from './library';

/** Requests for which stage takes from which. */
export const calls: readonly AnyHandler[] = [
  handler<CallHierarchyPrepareParams, CallHierarchyItem[] | null>({
    method: 'textDocument/prepareCallHierarchy',
    empty: null,
    answer({ document }, { textDocument, position }) {
      const open = document(textDocument);
      const found = open && callHierarchy(open.file, open.file.source.offsetAt(position));
      return found ? [itemOf(open, found.stage)] : null;
    },
  }),
  handler<CallHierarchyIncomingCallsParams, CallHierarchyIncomingCall[]>({
    method: 'callHierarchy/incomingCalls',
    empty: [],
    answer: (session, { item }) =>
      callsOf(session, item, 'incoming', (from, fromRanges): CallHierarchyIncomingCall => ({ from, fromRanges })),
  }),
  handler<CallHierarchyOutgoingCallsParams, CallHierarchyOutgoingCall[]>({
    method: 'callHierarchy/outgoingCalls',
    empty: [],
    answer: (session, { item }) =>
      callsOf(session, item, 'outgoing', (to, fromRanges): CallHierarchyOutgoingCall => ({ to, fromRanges })),
  }),
];

function callsOf<Call>(
  { document }: Session,
  { uri, range }: CallHierarchyItem,
  direction: 'incoming' | 'outgoing',
  make: (item: CallHierarchyItem, ranges: CallHierarchyIncomingCall['fromRanges']) => Call,
): Call[] {
  const open = document({ uri });
  if (!open) return [];
  const { file } = open;
  // the item's own FROM: what it is built upon may stand at the same place
  const found = callHierarchy(file, file.source.offsetAt(range.start));
  const list: readonly StageCall[] = found?.[direction] ?? [];
  return list.map(({ stage, places }) =>
    make(
      itemOf(open, stage),
      places.map((at) => file.source.rangeOf(at)),
    ),
  );
}

function itemOf({ uri, file }: OpenDocument, { name, detail, at, nameAt }: StageItem): CallHierarchyItem {
  const { source } = file;
  return {
    name,
    detail,
    kind: SymbolKind.Class,
    uri,
    range: source.rangeOf(at),
    selectionRange: source.rangeOf(nameAt),
  };
}
