import { type Block, blocksOf, indicesOf, instructionsOn } from '../../model/block';
import { fact } from '../../model/fact';
import type { Instruction, Pair } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noEnvSelfReference = defineRule({
  id: 'no-env-self-reference',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3044'],
  needs: ['ARG', 'ENV'],
  reads: ['ARG', 'ENV'],
  text: {
    en: {
      summary: 'ENV that uses a variable which it sets itself',
      found: (name: string) =>
        `All values of one ENV are filled in before any of its variables is set: \`$${name}\` is not the one beside it, but empty. Set it in an ENV of its own before.`,
      fix: 'Begin a new ENV here',
    },
    ko: {
      summary: '같은 ENV에서 정한 변수를 쓰는 ENV',
      found: (name: string) =>
        `한 ENV의 값은 변수가 하나라도 정해지기 전에 모두 채워져요. \`$${name}\`은(는) 옆에서 정한 값이 아니라 빈 값이 돼요. 앞의 ENV에서 따로 정해 주세요.`,
      fix: '여기부터 새 ENV로 나누기',
    },
  },
  *checkFile(file) {
    if (!blocksOf(file).some(({ block }) => hasReferences(block))) return;
    const known = new Set<string>();
    for (const { instruction, start } of instructionsOn(file, 'ENV', 'ARG')) {
      const { keyword, pairs } = instruction;
      if (keyword === 'ENV' && pairs.length > 1) {
        for (const { pair, name, at, defined } of referencesIn(instruction)) {
          // one that was set before has its old value, which may be meant
          if (known.has(name)) continue;
          const edit = defined < pairs.indexOf(pair) ? newEnv(instruction, pair) : undefined;
          yield {
            at: shift(at, start),
            say: (text) => text.found(name),
            as: ['DL3044'],
            ...(edit && {
              fix: {
                title: (text) => text.fix,
                safety: 'unsafe',
                edits: [{ ...edit, at: shift(edit.at, start) }],
              },
            }),
          };
        }
      }
      for (const { key } of pairs) known.add(key.text);
    }
  },
});

const hasReferences = fact((block: Block): boolean =>
  indicesOf(block, ['ENV']).some((index) => {
    const instruction = block.instructions[index]!;
    return instruction.pairs.length > 1 && referencesIn(instruction).length > 0;
  }),
);

/** Uses in one ENV of names that another pair of it sets, the last of which is `defined`. */
const referencesIn = fact((instruction: Instruction) => [...references(instruction)]);

function* references(instruction: Instruction) {
  const { pairs } = instruction;
  const setBy = new Map<string, number[]>();
  for (const [index, { key }] of pairs.entries()) {
    const list = setBy.get(key.text);
    if (list) list.push(index);
    else setBy.set(key.text, [index]);
  }
  for (const [index, pair] of pairs.entries()) {
    if (!pair.value) continue;
    for (const { name, at, operandAt } of instruction.usesIn(pair.value)) {
      // who writes `${NAME:-default}` has thought of a name that is not set
      if (operandAt) continue;
      const defined = setBy.get(name)?.findLast((other) => other !== index);
      if (defined !== undefined) yield { pair, name, at, defined };
    }
  }
}

/** A new ENV in front of a pair; undefined where a comment stands there. */
function newEnv(instruction: Instruction, pair: Pair): Edit | undefined {
  const before = instruction.pairs[instruction.pairs.indexOf(pair) - 1];
  if (!before) return undefined;
  const at = { start: before.at.end, end: pair.at.start };
  if (instruction.text.slice(at.start, at.end).includes('#')) return undefined;
  return { at, text: `\n${instruction.written} ` };
}
