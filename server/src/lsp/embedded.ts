import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver';
import {
  completion,
  Dockerfile,
  type EmbeddingKind,
  embeddingKindOf,
  hover,
  loadEmbeddedReader,
  loadReference,
  looksWhole,
  nowhere,
  offsetIn,
  type Range,
  Source,
  type Span,
  type Surroundings,
  spanIn,
  type Text,
  writtenIn,
} from '../language';
import type { Checker } from './checker';
import { proposalsOf } from './completion';
import { type AnyHandler, handler } from './handler';
import { hoverOf } from './hover';
import { itemOf } from './items';
import {
  EMBEDDED_COMPLETION_METHOD,
  EMBEDDED_DIAGNOSTICS_METHOD,
  EMBEDDED_HOVER_METHOD,
  type EmbeddedParams,
  type EmbeddedPositionParams,
} from './protocol';

/** Requests about Dockerfiles that stand in other files: texts come with each, and nothing is kept. */
export const embedded: readonly AnyHandler[] = [
  handler<EmbeddedParams, Diagnostic[]>({
    method: EMBEDDED_DIAGNOSTICS_METHOD,
    empty: [],
    async answer({ client, settings, checker, log }, params) {
      const { linter, locale } = await settings.of(params.uri);
      const { kind, blocks } = await read(params);
      return blocks
        .filter(({ file }) => looksWhole(kind!, file.text))
        .flatMap(({ file, rangeOf }) =>
          linter
            .lint(file, around(checker, params.uri), {
              editing: true,
              onError: (rule, error) => log.error(`rule ${rule} in ${params.uri}`, error),
            })
            .map((finding) => itemOf(finding, { uri: params.uri, rangeOf }, locale, client)),
        );
    },
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

/** A Dockerfile and where it stands. */
interface Block {
  readonly text: Text;
  readonly file: Dockerfile;
  rangeOf(at: Span): Range;
}

interface Embedding {
  readonly source: Source;
  /** Undefined for a file in which no Dockerfiles stand. */
  readonly kind: EmbeddingKind | undefined;
  readonly blocks: readonly Block[];
}

async function read({ uri, languageId, text }: EmbeddedParams): Promise<Embedding> {
  const source = new Source(text);
  const kind = embeddingKindOf(uri, languageId);
  if (!kind) return { source, kind, blocks: [] };
  const embeddedDockerfiles = await loadEmbeddedReader();
  const blocks = embeddedDockerfiles(kind, text).map((each) => ({
    text: each,
    file: Dockerfile.parse(each.text!),
    rangeOf: (at: Span) => source.rangeOf(spanIn(each.pieces!, at)),
  }));
  return { source, kind, blocks };
}

function placeIn(blocks: readonly Block[], source: Source, { position }: EmbeddedPositionParams) {
  const at = source.offsetAt(position);
  for (const block of blocks) {
    const offset = offsetIn(block.text, at, source.text);
    if (offset !== undefined) return { ...block, offset };
  }
  return undefined;
}

/** The host's own name says nothing of the Dockerfile, and its folder need not be the build context. */
const around = (checker: Checker, uri: string): Surroundings => ({ ...nowhere, today: checker.around(uri).today });
