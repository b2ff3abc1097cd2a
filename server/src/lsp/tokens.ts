import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Dockerfile, Span } from '../language';
import { semanticTokens, tokenSize } from '../language/features';
import { type AnyHandler, handler } from './handler';

const none: SemanticTokens = { data: [] };

/** Requests for what the parts of a document mean. */
export const tokens: readonly AnyHandler[] = [
  handler<SemanticTokensParams, SemanticTokens>({
    method: 'textDocument/semanticTokens/full',
    empty: none,
    answer({ document, tokenResults }, { textDocument }) {
      const open = document(textDocument);
      return open ? tokenResults.full(open, encode(open.file)) : none;
    },
  }),
  handler<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>({
    method: 'textDocument/semanticTokens/full/delta',
    empty: none,
    answer({ document, tokenResults }, { textDocument, previousResultId }) {
      const open = document(textDocument);
      return open ? tokenResults.delta(open, encode(open.file), previousResultId) : none;
    },
  }),
  handler<SemanticTokensRangeParams, SemanticTokens>({
    method: 'textDocument/semanticTokens/range',
    empty: none,
    answer({ document }, { textDocument, range }) {
      const file = document(textDocument)?.file;
      return file ? { data: encode(file, file.source.spanOf(range)) } : none;
    },
  }),
];

/** Tokens as the protocol has them: each counted from the one before. */
function encode(file: Dockerfile, within?: Span): number[] {
  const { source } = file;
  const tokens = semanticTokens(file, within);
  const data: number[] = [];
  let line = 0;
  let next = source.lineStart(1);
  let before = 0;
  let column = 0;
  for (let i = 0; i < tokens.length; i += tokenSize) {
    const offset = tokens[i]!;
    if (offset >= next) {
      // most tokens stand on the line of the one before or the next one
      line = offset < source.lineStart(line + 2) ? line + 1 : source.lineAt(offset);
      next = line + 1 < source.lineCount ? source.lineStart(line + 1) : Number.POSITIVE_INFINITY;
    }
    const character = offset - source.lineStart(line);
    const down = line - before;
    data.push(down, down === 0 ? character - column : character, tokens[i + 1]!, tokens[i + 2]!, tokens[i + 3]!);
    before = line;
    column = character;
  }
  return data;
}
