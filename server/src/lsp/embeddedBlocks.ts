import type { Diagnostic } from 'vscode-languageserver';
import {
  Dockerfile,
  type EmbeddingKind,
  embeddingKindOf,
  type Diagnostic as Finding,
  loadEmbeddedReader,
  looksWhole,
  nowhere,
  type Range,
  Source,
  type Span,
  type Surroundings,
  spanIn,
  type Text,
} from '../language';
import type { Checker } from './checker';
import type { Session } from './handler';
import { itemOf } from './items';
import type { EmbeddedParams } from './protocol';

/** A finding in a Dockerfile, and as the client gets it. */
export interface EmbeddedFinding {
  readonly finding: Finding;
  readonly block: Block;
  readonly item: Diagnostic;
}

/** What is wrong with the Dockerfiles of a file that look whole. */
export async function embeddedFindings(
  { client, settings, checker, log }: Session,
  params: EmbeddedParams,
): Promise<{ readonly embedding: Embedding; readonly findings: readonly EmbeddedFinding[] }> {
  const { linter, locale } = await settings.of(params.uri);
  const embedding = await read(params);
  const { kind, blocks } = embedding;
  const findings = blocks
    .filter(({ file }) => looksWhole(kind!, file.text))
    .flatMap((block) => {
      const options = {
        editing: true,
        onError: (rule: string, error: unknown) => log.error(`rule ${rule} in ${params.uri}`, error),
      };
      return linter.lint(block.file, around(checker, params.uri), options).map((finding) => ({
        finding,
        block,
        item: itemOf(finding, { uri: params.uri, rangeOf: block.rangeOf, isRangeOf: () => false }, locale, client),
      }));
    });
  return { embedding, findings };
}

/** A Dockerfile and where it stands. */
export interface Block {
  readonly text: Text;
  readonly file: Dockerfile;
  rangeOf(at: Span): Range;
}

export interface Embedding {
  readonly source: Source;
  /** Undefined for a file in which no Dockerfiles stand. */
  readonly kind: EmbeddingKind | undefined;
  readonly blocks: readonly Block[];
}

/** Reads a file that came with a request. */
export async function read({ uri, languageId, text }: EmbeddedParams): Promise<Embedding> {
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

/** The host's own name says nothing of the Dockerfile, and its folder need not be the build context. */
export const around = (checker: Checker, uri: string): Surroundings => ({
  ...nowhere,
  today: checker.around(uri).today,
});
