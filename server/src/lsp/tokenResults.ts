import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { OpenDocument } from './documents';

/** Of so many documents the last answer is remembered. */
const mostRemembered = 16;

/** The last answers, against which changes are counted. */
export class TokenResults {
  private readonly last = new Map<string, SemanticTokens & { resultId: string }>();
  private count = 0;

  /** All tokens of a document, which `data` holds, under a name. */
  full({ uri }: OpenDocument, data: number[]): SemanticTokens {
    const result = { resultId: `${++this.count}`, data };
    this.last.delete(uri);
    this.last.set(uri, result);
    if (this.last.size > mostRemembered) this.last.delete(this.last.keys().next().value!);
    return result;
  }

  /** What changed since an answer; all tokens where that is no longer known. */
  delta(open: OpenDocument, data: number[], previous: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(open.uri);
    const result = this.full(open, data);
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
