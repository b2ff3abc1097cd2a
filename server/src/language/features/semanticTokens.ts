import type { ImagePart } from '../model/cursor';
import { partsOf } from '../model/cursor/images';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { stageReferences } from '../model/references';
import { stagesOf } from '../model/stages';
import { isPosix } from '../shell/dialect';
import { type Span, shift, slice } from '../text/span';
import { dialectAt } from './shell/interpretedAt';
import { flatten, tokenSize } from './tokens/flatten';
import { flatTokensOf, tokensOf } from './tokens/ofInstruction';
import { type Token, type TokenType, token } from './tokens/types';

/**
 * What the parts of a file mean, side by side, none over the end of a line: four numbers a token: offset in the file, length,
 * number in `tokenTypes`, bits of `tokenModifiers`.
 * @param within only instructions and comments that touch it
 */
export function semanticTokens(file: Dockerfile, within?: Span): readonly number[] {
  const { text } = file;
  const { start, end } = within ?? { start: 0, end: text.length };
  const tokens: number[] = [];
  const put = (flat: readonly number[], by: number) => {
    for (let i = 0; i < flat.length; i += tokenSize)
      tokens.push(flat[i]! + by, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!);
  };
  const comments = (spans: readonly Span[]) => {
    for (const span of spans) put(flatten(text, [token(span, 'comment')]), 0);
  };
  if (start <= file.directives.end) put(flatten(text, directives(file)), 0);
  const names = namesOf(file);
  for (const placed of file.instructions) {
    if (placed.next < start) continue;
    if (placed.gap > end) return tokens;
    if (placed.gap < placed.start) comments(file.commentsBefore(placed));
    put(flatOf(file, placed, names.get(placed.index)), placed.start);
  }
  comments(file.trailingComments);
  return tokens;
}

function flatOf(
  file: Dockerfile,
  { instruction, index }: Placed,
  names: readonly Token[] | undefined,
): readonly number[] {
  const posix = isPosix(dialectAt(file, index));
  return names
    ? flatten(instruction.text, [...names, ...tokensOf(instruction, posix)])
    : flatTokensOf(instruction, posix);
}

function directives(file: Dockerfile): readonly Token[] {
  return file.directives.list.flatMap(({ at, nameAt, valueAt }) => [
    token(at, 'comment'),
    token(nameAt, 'keyword'),
    token(valueAt, 'string'),
  ]);
}

const partTypes: Readonly<Record<ImagePart, TokenType>> = {
  registry: 'namespace',
  repository: 'type',
  tag: 'enumMember',
  digest: 'macro',
};

/** Stages and images in FROM, `--from` and `from=`, by the instruction's index; spans count in the instruction. */
const namesOf = fact((file: Dockerfile): ReadonlyMap<number, readonly Token[]> => {
  const names = new Map<number, Token[]>();
  const add = (index: number, at: Span, stage: boolean, text: string) => {
    const list = names.get(index) ?? [];
    names.set(index, list);
    const own = shift(at, -file.instructions[index]!.start);
    if (stage || slice(file.text, at) !== text) list.push(token(own, stage ? 'class' : 'type'));
    else {
      for (const { part, at: within } of partsOf(text)) {
        if (within.end > within.start) list.push(token(shift(within, own.start), partTypes[part]));
      }
    }
  };
  for (const { first, base } of stagesOf(file)) {
    if (base.text !== '') add(first, base.at, base.parent !== undefined, base.text);
  }
  for (const { index, at, stage, text } of stageReferences(file).flat()) add(index, at, stage !== undefined, text);
  return names;
});
