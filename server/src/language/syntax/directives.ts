import type { Span } from '../text/span';
import { nextLine, skipSpaces, trimNewline } from './characters';

/** A parser directive: a comment of the form `# name=value` before anything else. Offsets count in the file. */
export interface Directive {
  /** Lower case. */
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly at: Span;
  readonly nameAt: Span;
  readonly valueAt: Span;
}

export interface Directives {
  readonly list: readonly Directive[];
  readonly escape: '\\' | '`';
  /** Behind the last directive's line: nothing after it can be one. */
  readonly end: number;
  /** A second `escape`, `syntax` or `check`, which the builder refuses. */
  readonly duplicate?: Directive;
  /** An `escape` that is neither a backslash nor a backtick, which the builder refuses. */
  readonly invalidEscape?: Directive;
}

const directive = /^([a-zA-Z][a-zA-Z0-9]*)[ \t\n\f\r]*=[ \t\n\f\r]*/;
const known = new Set(['syntax', 'escape', 'check']);

/** The directive on the line `[start, end)` behind its comment mark, or undefined. */
function directiveOn(text: string, start: number, end: number, prefix: string): Directive | undefined {
  if (!text.startsWith(prefix, start)) return undefined;
  const nameStart = skipSpaces(text, start + prefix.length, end);
  const line = text.slice(nameStart, end);
  const match = directive.exec(line);
  if (!match || !known.has(match[1]!.toLowerCase())) return undefined;
  const value = line.slice(match[0].length).trimEnd();
  if (value === '') return undefined;
  const valueStart = nameStart + match[0].length;
  return {
    name: match[1]!.toLowerCase() as Directive['name'],
    value,
    at: { start, end: valueStart + value.length },
    nameAt: { start: nameStart, end: nameStart + match[1]!.length },
    valueAt: { start: valueStart, end: valueStart + value.length },
  };
}

/** The directives at the top of a Dockerfile, as the parser itself reads them. */
export function readDirectives(text: string): Directives {
  const list: Directive[] = [];
  let escape: '\\' | '`' = '\\';
  let duplicate: Directive | undefined;
  let invalidEscape: Directive | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = nextLine(text, at);
    const end = trimNewline(text, at, next);
    const found = directiveOn(text, skipSpaces(text, at, end), end, '#');
    if (!found) break;
    if (list.some((other) => other.name === found.name)) duplicate ??= found;
    else if (found.name === 'escape') {
      if (found.value === '\\' || found.value === '`') escape = found.value;
      else invalidEscape = found;
    }
    list.push(found);
    at = next;
  }
  return { list, escape, end: at, ...(duplicate && { duplicate }), ...(invalidEscape && { invalidEscape }) };
}

/**
 * The front end that a file asks for: `# syntax=` behind an optional `#!` line, else `// syntax=`, else a JSON object with
 * that key (BuildKit's DetectSyntax).
 */
export function detectSyntax(text: string): { readonly value: string; readonly line: number } | undefined {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const shebang = text.startsWith('#!', start);
  if (shebang) start = nextLine(text, start);
  for (const prefix of ['#', '//']) {
    let line = shebang ? 1 : 0;
    for (let at = start; at < text.length; line++) {
      const next = nextLine(text, at);
      const found = directiveOn(text, at, trimNewline(text, at, next), prefix);
      if (!found) break;
      if (found.name === 'syntax') return { value: found.value.split(' ')[0]!, line };
      at = next;
    }
  }
  // an exception for each file that is no JSON would cost more than all the rest
  if (text[skipSpaces(text, start, text.length)] !== '{') return undefined;
  try {
    const json: unknown = JSON.parse(text.slice(start));
    const value = json && typeof json === 'object' && 'syntax' in json ? json.syntax : undefined;
    return typeof value === 'string' ? { value, line: 0 } : undefined;
  } catch {
    return undefined;
  }
}
