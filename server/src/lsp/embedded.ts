import type { CodeAction, CompletionItem, Diagnostic, Hover } from 'vscode-languageserver';
import { loadReference, offsetIn, type Source, writtenIn } from '../language';
import { completion, hover } from '../language/features';
import { proposalsOf } from './completion';
import { embeddedActions } from './embeddedActions';
import { around, type Block, embeddedFindings, read } from './embeddedBlocks';
import { type AnyHandler, handler } from './handler';
import { hoverOf } from './hover';
import {
  EMBEDDED_ACTIONS_METHOD,
  EMBEDDED_COMPLETION_METHOD,
  EMBEDDED_DIAGNOSTICS_METHOD,
  EMBEDDED_HOVER_METHOD,
  type EmbeddedParams,
  type EmbeddedPositionParams,
  type EmbeddedRangeParams,
} from './protocol';

/** Requests about Dockerfiles that stand in other files: texts come with each, and nothing is kept. */
export const embedded: readonly AnyHandler[] = [
  handler<EmbeddedParams, Diagnostic[]>({
    method: EMBEDDED_DIAGNOSTICS_METHOD,
    empty: [],
    async answer(session, params) {
      return (await embeddedFindings(session, params)).findings.map(({ item }) => item);
    },
  }),
  handler<EmbeddedRangeParams, CodeAction[]>({
    method: EMBEDDED_ACTIONS_METHOD,
    empty: [],
    answer: embeddedActions,
  }),
  handler<EmbeddedPositionParams, Hover | null>({
    method: EMBEDDED_HOVER_METHOD,
    empty: null,
    async answer({ client, settings, checker }, params) {
      const { locale } = await settings.of(params.uri);
      const { source, blocks } = await read(params);
      const place = placeIn(blocks, source, params);
      if (!place) return null;
      const { file, rangeOf, offset } = place;
      const found = hover(file, offset, await loadReference(locale), around(checker, params.uri));
      return found ? hoverOf(found, rangeOf(found.span), client) : null;
    },
  }),
  handler<EmbeddedPositionParams, CompletionItem[]>({
    method: EMBEDDED_COMPLETION_METHOD,
    empty: [],
    async answer({ client, settings, checker }, params) {
      const { locale } = await settings.of(params.uri);
      const { source, kind, blocks } = await read(params);
      const place = placeIn(blocks, source, params);
      if (!place) return [];
      const { file, rangeOf, offset } = place;
      const { at, items } = completion(file, offset, await loadReference(locale), around(checker, params.uri));
      // what replaces nothing goes where the cursor is: in a blank line that may be behind the text's own place
      const { position } = params;
      const range = at.start === at.end ? { start: position, end: position } : rangeOf(at);
      return proposalsOf(items, range, client, kind === 'markdown' ? undefined : (text) => writtenIn(kind!, text));
    },
  }),
];

function placeIn(blocks: readonly Block[], source: Source, { position }: EmbeddedPositionParams) {
  const at = source.offsetAt(position);
  for (const block of blocks) {
    const offset = offsetIn(block.text, at, source.text);
    if (offset !== undefined) return { ...block, offset };
  }
  return undefined;
}
