import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { detectSyntax, readDirectives } from '../../server/src/language/syntax/directives';
import { type Environment, expand } from '../../server/src/language/syntax/expand';
import { heredocMarks, heredocOfWord } from '../../server/src/language/syntax/heredoc';
import { type Instruction, readInstruction } from '../../server/src/language/syntax/instruction';
import { parseJsonStrings } from '../../server/src/language/syntax/json';
import { splitQuoted } from '../../server/src/language/syntax/words';
import { hasShared, readShared } from '../support/shared';

interface Vector {
  readonly kind: string;
  readonly name: string;
  readonly dockerfile: string;
  readonly text: string;
  readonly word: string;
  readonly line: string;
  readonly words: string[];
  readonly names: string[];
  readonly sexpr: string;
  readonly env: Record<string, string>;
  readonly result: string | null;
  readonly error: unknown;
  readonly matched: string[];
  readonly unmatched: string[];
  readonly value: string[] | string | null;
  readonly directive: string;
  readonly found: boolean;
  readonly startLine?: number;
  readonly astLines: number[];
  readonly childLines: number[][];
  readonly warnings: string[];
  readonly heredocs: ({ Name: string; Content: string; Expand: boolean; Chomp: boolean }[] | null)[];
  readonly dest: string;
  readonly sources: string[];
  readonly contents: { path: string; data: string; expand: boolean }[];
  readonly shell: boolean;
  readonly command: string[];
  readonly files: { name: string; data: string; chomp: boolean }[];
}

const vectors: Vector[] = hasShared ? JSON.parse(readShared('vectors/buildkit-parser.json')) : [];
const of = (kind: string) => vectors.filter((vector) => vector.kind === kind);
const environment = (env: Record<string, string>): Environment => ({
  get: (name) => (Object.hasOwn(env, name) ? env[name] : undefined),
});
const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
/** Go's strconv.Quote, as far as these texts need it. */
const quote = (text: string) => JSON.stringify(text);

/** BuildKit's parse tree as its Node.Dump prints it. */
function dump(instruction: Instruction): string {
  const flags = instruction.flags.map(({ name, value }) => quote(`--${name}${value === undefined ? '' : `=${value}`}`));
  const head = instruction.keyword.toLowerCase() + (flags.length ? ` [${flags.join(' ')}]` : '');
  if (instruction.trigger) return `${head} (${dump(instruction.trigger.instruction)})`;
  const words =
    instruction.keyword === 'ENV' || instruction.keyword === 'LABEL'
      ? instruction.pairs.flatMap(({ key, value, legacy }) => [key.text, value!.text, legacy ? '' : '='])
      : instruction.words.map((word) => word.text);
  return [head, ...words.map(quote)].join(' ');
}
const squash = (text: string) => text.replace(/\(\s+/g, '(').replace(/\s+\)/g, ')').trim();
const bodyOf = (instruction: Instruction, i: number) => {
  const heredoc = instruction.heredocs[i]!;
  return instruction.text.slice(heredoc.body.start, heredoc.body.end);
};

describe.skipIf(!hasShared)('BuildKit’s own parser cases', () => {
  it.each(of('parse'))('parse tree: $name', ({ dockerfile, sexpr }) => {
    const tree = Dockerfile.parse(dockerfile).instructions.map(({ instruction }) => `(${dump(instruction)})`);
    expect(squash(tree.join('\n'))).toBe(squash(sexpr));
  });

  it.each(of('lines'))('lines: $name', ({ dockerfile, astLines, childLines }) => {
    const { instructions } = Dockerfile.parse(dockerfile);
    const lines = instructions.map(({ start, end }) => [lineOf(dockerfile, start), lineOf(dockerfile, end)]);
    expect([lines[0]![0], lines.at(-1)![1]]).toEqual(astLines);
    expect(lines).toEqual(childLines);
  });

  it.each(of('emptycont'))('blank continuation lines: $name', ({ dockerfile, warnings }) => {
    const found = Dockerfile.parse(dockerfile).instructions.filter(
      ({ instruction }) => instruction.blankLines.length > 0,
    );
    expect(found.map(({ instruction }) => instruction.line.text.trim())).toEqual(warnings);
  });

  it.each(of('words'))('words: $text', ({ text, words }) => {
    expect(splitQuoted(text, 0, text.length, '\\').map((word) => word.text)).toEqual(words);
  });

  it.each(of('heredocs'))('heredocs: $name', ({ dockerfile, heredocs }) => {
    const found = Dockerfile.parse(dockerfile).instructions.filter(({ instruction }) => instruction.keyword !== 'FROM');
    expect(
      found.map(({ instruction }) => (instruction.heredocs.length === 0 ? null : instruction.heredocs.length)),
    ).toEqual(heredocs.map((list) => (list ? list.length : null)));
  });

  it.each(of('heredoc-word'))('heredoc word: $word', ({ word, result, error }) => {
    expect(heredocOfWord(word)?.name).toBe(error ? undefined : (result ?? undefined));
  });

  it.each(of('heredoc-line'))('heredoc line: $line', ({ line, names }) => {
    expect(heredocMarks(line).map((mark) => mark.name)).toEqual(names);
  });

  it.each(of('copy-heredoc'))('COPY heredoc: $dockerfile', ({ dockerfile, dest, sources, contents }) => {
    const copy = readInstruction(dockerfile)!;
    const words = copy.words.map((word) => word.text);
    expect(words.at(-1)).toBe(dest);
    expect(words.slice(0, -1).filter((word) => !heredocOfWord(word))).toEqual(sources);
    const found = copy.heredocs.map((heredoc, i) => {
      const data = bodyOf(copy, i);
      return { path: heredoc.name, data: heredoc.chomp ? data.replace(/^\t+/gm, '') : data, expand: heredoc.expand };
    });
    expect(found).toEqual(contents);
  });

  it.each(of('run-heredoc'))('RUN heredoc: $dockerfile', ({ dockerfile, shell, command, files }) => {
    const run = readInstruction(dockerfile)!;
    expect(run.json === undefined).toBe(shell);
    expect(run.words.map((word) => word.text)).toEqual(command);
    const found = run.heredocs.map(({ name, chomp }, i) => ({ name, data: bodyOf(run, i), chomp }));
    expect(found).toEqual(files);
  });

  it.each(of('json'))('JSON form: $text', ({ text, value }) => {
    const result = parseJsonStrings(text.trim(), 0, text.trim().length);
    expect(result.kind === 'strings' ? result.items.map((item) => item.value) : null).toEqual(value);
  });

  it.each(of('expand'))('expansion: $word', ({ word, env, result, error }) => {
    const found = expand(word, environment(env), { escape: '\\' });
    if (error) expect(found.error).toBeDefined();
    else expect([found.error, found.result]).toEqual([undefined, result]);
  });

  it.each(of('expand-words'))('expanded words: $text', ({ text, env, words }) => {
    expect(expand(text, environment(env), { escape: '\\' }).words.map((word) => word.text)).toEqual(words);
  });

  it.each(of('expand-matches'))('matched variables: $word', ({ word, env, result, error, matched, unmatched }) => {
    const found = expand(word, environment(env), { escape: '\\' });
    if (error) return expect(found.error).toBeDefined();
    expect(found.result).toBe(result);
    expect([...found.matched].sort()).toEqual(matched);
    expect([...found.unmatched].sort()).toEqual(unmatched);
  });

  it.each(of('directive'))('directive: $dockerfile', ({ dockerfile, directive, found, value, startLine }) => {
    if (directive === 'syntax') {
      const syntax = detectSyntax(dockerfile);
      expect(syntax !== undefined).toBe(found);
      if (!found) return;
      expect(syntax!.value).toBe(value);
      if (startLine !== undefined) expect(syntax!.line + 1).toBe(startLine);
      return;
    }
    expect(readDirectives(dockerfile).list.find((each) => each.name === directive)?.value).toBe(
      found ? value : undefined,
    );
  });

  it('leaves no kind of case out but the refusals, which are problems', () => {
    const kinds = new Set(vectors.map((vector) => vector.kind));
    const tested =
      'parse lines emptycont words heredocs heredoc-word heredoc-line copy-heredoc run-heredoc json expand expand-words expand-matches directive'.split(
        ' ',
      );
    expect([...kinds].filter((kind) => !tested.includes(kind)).sort()).toEqual(['instr-error', 'parse-error']);
  });
});
