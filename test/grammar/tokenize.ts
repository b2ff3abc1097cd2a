import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as Textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { grammarPath } from '../../scripts/grammar/index';

/** One token: its text and its scopes from the outermost to the innermost. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/**
 * A stand-in for the shell's grammar, with what makes embedding hard: strings and blocks that stay open over lines, a
 * comment that takes the rest of its line, and here-documents of its own.
 */
const stubShell = {
  scopeName: 'source.shell',
  patterns: [
    { name: 'comment.line.number-sign.shell', match: '(?:^|[ \\t]+)#.*' },
    { name: 'constant.character.escape.shell', match: '\\\\.' },
    { name: 'string.quoted.double.shell', begin: '"', end: '"' },
    { name: 'string.quoted.single.shell', begin: "'", end: "'" },
    { name: 'string.unquoted.heredoc.shell', begin: '<<-?\\s*(\\w+)', end: '^\\s*\\1$' },
    {
      name: 'meta.scope.if-block.shell',
      begin: '\\bif\\b',
      end: '\\bfi\\b',
      patterns: [{ include: '$self' }],
    },
    { name: 'keyword.operator.shell', match: '&&|\\|\\|?|;' },
    { name: 'entity.name.command.shell', match: '\\b(?:echo|apt-get|curl)\\b' },
  ],
};

const stub = (scopeName: string): object => ({
  scopeName,
  patterns: [{ name: `string.quoted.double.${scopeName}`, begin: '"', end: '"' }],
});

/** The folder of a cached VS Code's built-in extensions, or undefined where there is none. */
export function cachedVsCodeExtensions(): string | undefined {
  const cache = process.env.VSCODE_HOST_DIR ?? join(homedir(), '.cache', 'vscode-host');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .flatMap((name) => [
      join(cache, name, 'vscode', 'extensions'),
      join(cache, name, 'vscode', 'lib', 'vscode', 'extensions'),
    ])
    .find((folder) => existsSync(join(folder, 'shellscript', 'syntaxes')));
}

/** The grammars that VS Code ships, by scope name. */
function shippedGrammars(extensions: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(extensions)) {
    const manifest = join(extensions, name, 'package.json');
    if (!existsSync(manifest)) continue;
    const { contributes } = JSON.parse(readFileSync(manifest, 'utf8'));
    for (const { scopeName, path } of contributes?.grammars ?? []) found.set(scopeName, join(extensions, name, path));
  }
  return found;
}

/** Where the other languages' grammars come from: small stand-ins, or those that VS Code ships. */
export type Embedded = { readonly kind: 'stubs' } | { readonly kind: 'shipped'; readonly extensions: string };

// Both are CommonJS bundles whose names no loader finds by reading them.
const require = createRequire(import.meta.url);
const oniguruma: typeof Oniguruma = require('vscode-oniguruma');
const textmate: typeof Textmate = require('vscode-textmate');
const engine = oniguruma
  .loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  .then(() => oniguruma);

/**
 * Loads our grammar, or another one that embeds it.
 * @param host a grammar that is read in place of ours and may include `source.dockerfile`
 */
export async function loadGrammar(embedded: Embedded, host?: { readonly scopeName: string }): Promise<IGrammar> {
  const shipped = embedded.kind === 'shipped' ? shippedGrammars(embedded.extensions) : new Map<string, string>();
  const registry = new textmate.Registry({
    onigLib: engine.then((o) => ({
      createOnigScanner: (sources: string[]) => new o.OnigScanner(sources),
      createOnigString: (text: string) => new o.OnigString(text),
    })),
    loadGrammar: async (scopeName: string): Promise<IRawGrammar | null> => {
      if (scopeName === host?.scopeName) return host as unknown as IRawGrammar;
      if (scopeName === 'source.dockerfile') {
        return textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath);
      }
      const path = shipped.get(scopeName);
      if (path !== undefined) return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
      if (embedded.kind === 'shipped') return null;
      return (scopeName === 'source.shell' ? stubShell : stub(scopeName)) as unknown as IRawGrammar;
    },
  });
  const grammar = await registry.loadGrammar(host?.scopeName ?? 'source.dockerfile');
  if (grammar === null) throw new Error('the grammar could not be loaded');
  return grammar;
}

/** The tokens of each line of a text, as an editor would show them. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split(/\r\n|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    if (result.stoppedEarly) throw new Error(`the grammar took too long on: ${line.slice(0, 200)}`);
    state = result.ruleStack;
    return result.tokens.map((t) => ({ text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes }));
  });
}

/** The scopes of what stands between `«` and `»` in a Dockerfile; the marks are taken out before it is read. */
export function scopesAt(grammar: IGrammar, marked: string): string[] {
  const start = marked.indexOf('«');
  const text = marked.replace(/[«»]/g, '');
  const line = text.slice(0, start).split('\n').length - 1;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  let at = 0;
  for (const token of tokenize(grammar, text)[line]!) {
    if (at === column) {
      const expected = marked.slice(start + 1, marked.indexOf('»'));
      if (token.text !== expected) throw new Error(`the token at the mark is ${JSON.stringify(token.text)}`);
      return [...token.scopes];
    }
    at += token.text.length;
  }
  throw new Error(`no token begins at the mark of: ${marked}`);
}
