import type { Place, ProjectBuild } from './build';

interface Token extends Place {
  /** `word`: an identifier; `string`: without its quotes; `other`: a sign, a number, a heredoc, a string with a template in it. */
  readonly kind: 'word' | 'string' | 'other' | 'newline';
}

const token =
  /(?<blank>[ \t\r]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<newline>\n)|(?<word>[A-Za-z_][\w-]*)|"(?<string>[^"\\\n]*)"|(?<template>"(?:[^"\\\n]|\\.)*"?)|<<-?(?<mark>\w+)[^\n]*\n|(?<other>[\s\S])/y;

/** The tokens of HCL, as far as blocks and their attributes need them: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const groups = token.exec(text)!.groups!;
    const end = token.lastIndex;
    if (groups.blank !== undefined) continue;
    if (groups.newline !== undefined) tokens.push({ kind: 'newline', text: '\n', start, end });
    else if (groups.word !== undefined) tokens.push({ kind: 'word', text: groups.word, start, end });
    else if (groups.string !== undefined && !groups.string.includes('${')) {
      tokens.push({ kind: 'string', text: groups.string, start: start + 1, end: end - 1 });
    } else {
      if (groups.mark !== undefined) token.lastIndex = behindHeredoc(text, end, groups.mark);
      tokens.push({ kind: 'other', text: text.slice(start, Math.min(end, start + 1)), start, end: token.lastIndex });
    }
  }
  return tokens;
}

function behindHeredoc(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (text.slice(at, end).trim() === mark) return end;
    at = end + 1;
  }
  return text.length;
}

interface Target {
  readonly values: ReadonlyMap<string, Token>;
  readonly args: readonly Place[];
  readonly inherits: readonly string[];
}

/**
 * The targets of a Bake file in HCL, with what they inherit: https://docs.docker.com/build/bake/reference/ (July 2026). A value
 * that is no plain string is taken for one that is not known.
 */
export function bakeHclBuilds(text: string): readonly ProjectBuild[] {
  const tokens = tokensOf(text);
  const targets = new Map<string, Target>();
  for (let i = 0; i < tokens.length; i++) {
    const [keyword, name, brace] = tokens.slice(i, i + 3);
    if (keyword!.kind !== 'word' || keyword!.text !== 'target') continue;
    if (name?.kind === 'string' && brace?.text === '{') targets.set(name.text, targetFrom(tokens, i + 3));
  }
  return [...targets.values()].flatMap((target): ProjectBuild[] => {
    const inherited = (key: string): string | undefined => valueIn(targets, target, key, 8);
    if (target.values.has('dockerfile-inline')) return [];
    const own = target.values.get('target');
    return [
      {
        context: inherited('context'),
        dockerfile: inherited('dockerfile'),
        dockerfileFrom: 'context',
        target: own?.kind === 'string' ? own : undefined,
        args: target.args,
      },
    ];
  });
}

/** A value of a target or of those that it inherits from, the last of them first; a template where it is not known. */
function valueIn(targets: ReadonlyMap<string, Target>, target: Target, key: string, depth: number): string | undefined {
  const own = target.values.get(key);
  if (own) return own.kind === 'string' ? own.text : '$';
  if (depth === 0) return undefined;
  for (const name of target.inherits.toReversed()) {
    const base = targets.get(name);
    const value = base && valueIn(targets, base, key, depth - 1);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Reads `name = value` from behind a block's `{` to its `}`. */
function targetFrom(tokens: readonly Token[], from: number): Target {
  const values = new Map<string, Token>();
  const args: Place[] = [];
  const inherits: string[] = [];
  let depth = 0;
  let key = '';
  for (let i = from; i < tokens.length && depth >= 0; i++) {
    const each = tokens[i]!;
    const next = tokens[i + 1];
    const names = (each.kind === 'word' || each.kind === 'string') && (next?.text === '=' || next?.text === ':');
    if (names && depth === 0) {
      key = each.text;
      const value = tokens[i + 2];
      const ends = tokens[i + 3]?.kind === 'newline' || tokens[i + 3]?.text === '}' || !tokens[i + 3];
      if (value) values.set(key, ends ? value : { ...value, kind: 'other' });
    } else if (names && depth === 1 && key === 'args') args.push(each);
    else if (each.kind === 'string' && depth === 1 && key === 'inherits') inherits.push(each.text);
    if (each.kind === 'other' && /[{[(]/.test(each.text)) depth++;
    else if (each.kind === 'other' && /[}\])]/.test(each.text)) depth--;
  }
  return { values, args, inherits };
}
