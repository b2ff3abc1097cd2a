import type { Flag, From, JSONInstruction, ModifiableInstruction, PropertyInstruction, Variable } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import type { VariableUse } from '../../server/src/language/syntax/expand';
import type { Instruction } from '../../server/src/language/syntax/instruction';
import { type Typed, typedOf } from '../../server/src/language/syntax/typed';
import { corpus, hasShared } from '../support/shared';

/** What both readers can be asked, as plain data. */
interface Opinion {
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly json: readonly string[] | undefined;
  readonly words: readonly string[] | undefined;
  readonly pairs: readonly (string | undefined)[] | undefined;
  readonly variables: readonly string[];
}

const inWords = new Set(['FROM', 'EXPOSE', 'COPY', 'ADD', 'VOLUME']);
const inPairs = new Set(['ENV', 'LABEL', 'ARG']);
const inJson = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME']);
const expanded = new Set([
  'FROM',
  'EXPOSE',
  'COPY',
  'ADD',
  'VOLUME',
  'ENV',
  'LABEL',
  'ARG',
  'USER',
  'WORKDIR',
  'STOPSIGNAL',
]);

/**
 * Where dockerfile-ast reads otherwise than BuildKit by its nature, settled by BuildKit's parser (whose cases and corpus our
 * own reading equals): it leaves blanks out of JSON strings, takes heredoc bodies for arguments, keeps quotes in flags and
 * drops them from keys, reads one name of an ARG, counts variables of flags, and reads nested variables with their outer one.
 */
const outermost = (uses: readonly VariableUse[]): readonly VariableUse[] =>
  uses.filter(
    (use) =>
      !uses.some(
        (outer) => outer.operandAt && outer.operandAt.start <= use.at.start && use.at.end <= outer.operandAt.end,
      ),
  );
const plain = (name: string, escape: string) => name.replace(/["']/g, '').replaceAll(escape, '');
const noBlanks = (text: string) => text.replace(/\s/g, '');

const ours = (instruction: Instruction): Opinion => {
  const { keyword, escape } = instruction;
  const pairs = keyword === 'ARG' ? instruction.pairs.slice(0, 1) : instruction.pairs;
  const uses = instruction.words.flatMap((word) => outermost(instruction.usesIn(word)));
  return {
    keyword,
    flags: instruction.flags.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    json: inJson.has(keyword) ? instruction.json?.map((word) => noBlanks(word.text)) : undefined,
    words:
      inWords.has(keyword) && !instruction.json && instruction.heredocs.length === 0
        ? instruction.words.map((word) => word.text)
        : undefined,
    pairs: inPairs.has(keyword) ? pairs.map((pair) => plain(pair.key.text, escape)) : undefined,
    variables:
      expanded.has(keyword) && !instruction.json && instruction.heredocs.length === 0
        ? uses.map((use) => use.name)
        : [],
  };
};

const theirs = ({ instruction }: Typed, own: Instruction): Opinion => {
  const keyword = instruction.getKeyword();
  const flags: Flag[] = 'getFlags' in instruction ? (instruction as ModifiableInstruction).getFlags() : [];
  const from = keyword === 'FROM' ? (instruction as From).getPlatformFlag() : null;
  const all = from && flags.length === 0 ? [from] : flags;
  const strings = inJson.has(keyword) ? (instruction as JSONInstruction).getJSONStrings() : [];
  const closed = inJson.has(keyword) && (instruction as JSONInstruction).getClosingBracket() !== null;
  const json = closed && own.json ? strings.map((each) => noBlanks(each.getJSONValue())) : undefined;
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const inFlag = (variable: Variable) =>
    all.some(
      (flag) =>
        flag.getRange().start.line === variable.getRange().start.line &&
        flag.getRange().end.character >= variable.getRange().end.character,
    );
  const simple = !own.json && own.heredocs.length === 0;
  const properties = inPairs.has(keyword) ? (instruction as PropertyInstruction).getProperties() : [];
  const variables = expanded.has(keyword) && simple ? instruction.getVariables() : [];
  return {
    keyword,
    flags: all.map((flag) =>
      flag.getValue() === null ? flag.getName() : `${flag.getName()}=${flag.getValue()!.replace(/["']/g, '')}`,
    ),
    json,
    words: inWords.has(keyword) && simple ? words : undefined,
    pairs: inPairs.has(keyword) ? properties.map((property) => plain(property.getName(), own.escape)) : undefined,
    variables: variables.filter((variable) => !inFlag(variable)).map((variable) => variable.getName()),
  };
};

describe.skipIf(!hasShared)('dockerfile-ast as a second opinion', () => {
  it('differs only where it reads otherwise than BuildKit', () => {
    const differences: string[] = [];
    let compared = 0;
    for (const { id, text } of corpus) {
      for (const { instruction } of Dockerfile.parse(text).instructions) {
        const typed = typedOf(instruction);
        if (!typed || !instruction.known) continue;
        compared++;
        const a = ours(instruction);
        const b = theirs(typed, instruction);
        for (const key of Object.keys(a) as (keyof Opinion)[]) {
          if (JSON.stringify(a[key]) !== JSON.stringify(b[key])) differences.push(`${id} ${key}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(15_000);
    // each one looked at; BuildKit's lexer (shell/lex.go) decides
    const settled = {
      'single quotes inside ${name:-…} end its reading of the variable': ['0d78ab1073760971 variables'],
      '$(PREFIX) is no variable, it finds one without a name': ['50135098e918dfec variables'],
      'a second nested variable is listed, the first is not': [
        '673cb8d2e82c81fc variables',
        '673cb8d2e82c81fc variables',
      ],
      'it takes #pattern for a part of the name': Array<string>(4).fill('697b000e5d422dab variables'),
      'it unescapes words that BuildKit hands on as they are': ['621afd3a697a0322 words', '62a106326256dc30 words'],
    };
    expect(differences.sort()).toEqual(Object.values(settled).flat().sort());
  });
});
