import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../language';
import { type AnyHandler, handler } from './handler';
import { encode } from './tokenResults';

const none: SemanticTokens = { data: [] };

/** Requests for what the parts of a document mean. */
export const tokens: readonly AnyHandler[] = [
  handler<SemanticTokensParams, SemanticTokens>({
    method: 'textDocument/semanticTokens/full',
    capabilities: () => ({
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
      },
    }),
    empty: none,
    answer({ document, tokenResults }, { textDocument }) {
      const open = document(textDocument);
      return open ? tokenResults.full(open) : none;
    },
  }),
  handler<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>({
    method: 'textDocument/semanticTokens/full/delta',
    empty: none,
    answer({ document, tokenResults }, { textDocument, previousResultId }) {
      const open = document(textDocument);
      return open ? tokenResults.delta(open, previousResultId) : none;
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
