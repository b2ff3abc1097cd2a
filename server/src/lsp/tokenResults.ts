import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { type Dockerfile, type Span, semanticTokens, tokenSize } from '../language';
import type { OpenDocument } from './documents';

/** Of so many documents the last answer is remembered. */
const mostRemembered = 16;

/** The last answers, against which changes are counted. */
export class TokenResults {
  private readonly last = new Map<string, SemanticTokens & { resultId: string }>();
  private count = 0;

  /** All tokens of a document. */
  full({ uri, file }: OpenDocument): SemanticTokens {
    const result = { resultId: `${++this.count}`, data: encode(file) };
    this.last.delete(uri);
    this.last.set(uri, result);
    if (this.last.size > mostRemembered) this.last.delete(this.last.keys().next().value!);
    return result;
  }

  /** What changed since an answer; all tokens where that is no longer known. */
  delta(open: OpenDocument, previous: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(open.uri);
    const result = this.full(open);
    if (before?.resultId !== previous) return result;
    return { resultId: result.resultId!, edits: change(before.data, result.data) };
  }
}

/** The one edit that makes `after` of `before`. */
function change(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Tokens as the protocol has them: each counted from the one before. */
export function encode(file: Dockerfile, within?: Span): number[] {
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
