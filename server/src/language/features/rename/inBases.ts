import type { Dockerfile } from '../../model/dockerfile';
import { type Stage, stagesOf } from '../../model/stages';

/**
 * The first later stage whose FROM may name `stage` with the help of a variable: by the default value, or, as
 * `${TARGET}-base` may name every `…-base`, by another one. A FROM that is a variable and nothing else counts only where its
 * default is a stage or where it has none: it could name anything.
 */
export function inBases(file: Dockerfile, stage: Stage): Stage | undefined {
  const name = stage.name?.key ?? '';
  return stagesOf(file).find(({ index, base }) => {
    if (index <= stage.index || !base.text.includes('$')) return false;
    if (base.parent) return base.parent === stage || matches(literalParts(base.text), name);
    const parts = literalParts(base.text);
    const bare = parts.every((part) => part === '');
    return bare ? base.unresolved.length > 0 : matches(parts, name);
  });
}

/** What stands before, between and behind the variables of a word. */
function literalParts(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '$') {
      part += text[at++];
      continue;
    }
    parts.push(part);
    part = '';
    at = text[at + 1] === '{' ? closing(text, at + 1) : nameEnd(text, at + 1);
  }
  parts.push(part);
  return parts;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

function nameEnd(text: string, from: number): number {
  let at = from;
  while (/\w/.test(text[at] ?? '')) at++;
  return at;
}

/** True where `name` is those parts with anything between them. */
function matches(parts: readonly string[], name: string): boolean {
  const first = parts[0]!.toLowerCase();
  const last = parts.at(-1)!.toLowerCase();
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part.toLowerCase(), at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
