import { commandsAt } from '../../model/commands';
import type { InForce } from '../../model/inForce';
import { installsOf } from '../../model/installs';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import { applyEdits } from '../../text/edit';
import { spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { continued, inFile } from './tools/layout';
import { sameInstruction } from './tools/same';
import { scriptOf } from './tools/script';

/** One line for each argument, pair or command of an instruction. */
export const splitLines = defineRefactoring({
  id: 'split-lines',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Put each part of this instruction on its own line' },
    ko: { title: '이 명령의 각 부분을 한 줄씩 나누기' },
  },
  propose({ file, placed, inForce }) {
    const { instruction } = placed;
    const { text } = instruction;
    const edits = [...new Set(partsOf(instruction, inForce))].flatMap((at) => {
      let start = at;
      while (/[ \t]/.test(text[start - 1] ?? '')) start--;
      // the first word stays beside the keyword, and what begins a line stays there
      const newline = start <= instruction.keywordAt.end || text[start - 1] === '\n';
      return newline ? [] : [{ at: spanOf(start, at), text: ` ${continued(file)}` }];
    });
    if (edits.length === 0 || !sameInstruction(instruction, applyEdits(text, edits), inForce)) return undefined;
    return { title: (texts) => texts.title, edits: edits.map((edit) => ({ ...edit, at: inFile(placed, edit.at) })) };
  },
});

/** Where the parts begin. */
function partsOf(instruction: Instruction, inForce: InForce): readonly number[] {
  const { keyword, json, pairs, words, argumentAt, flags } = instruction;
  const starts = (list: readonly { readonly at: { readonly start: number } }[]) => list.map(({ at }) => at.start);
  // the first string stays behind its bracket
  if (json) return starts(json.slice(1));
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return pairs.length > 1 ? starts(pairs) : [];
    case 'COPY':
    case 'ADD':
    case 'EXPOSE':
    case 'VOLUME':
      return words.length > 2 || keyword === 'EXPOSE' || keyword === 'VOLUME' ? starts(words) : [];
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT': {
      const commands = inScript(instruction, inForce);
      return flags.length > 0 && keyword === 'RUN' ? [...starts(flags), argumentAt.start, ...commands] : commands;
    }
    default:
      return [];
  }
}

/** Commands of a list, the operator in front; of a lone one its packages, else its flags. */
function inScript(instruction: Instruction, inForce: InForce): readonly number[] {
  const read = scriptOf(instruction, inForce, 'line');
  if (!read || read.comments.length > 0) return [];
  const { script, entries } = read;
  if (entries.length > 1) {
    return entries.slice(1).flatMap(({ pipeline }, i) => {
      const { operator } = entries[i]!;
      const start = script.spanAt(pipeline.at.start, pipeline.at.end).start;
      if (!operator || operator.text === ';' || operator.text === '&') return [start];
      const { start: from, end } = script.spanAt(operator.at.start, operator.at.end);
      // who ends lines with the operator goes on to do so
      return instruction.text.slice(end, start).includes('\n') ? [] : [from];
    });
  }
  const commands = commandsAt(viewOf(instruction, inForce));
  const [command] = commands;
  if (!command || commands.length > 1) return [];
  const install = installsOf(command);
  const words = install?.packages.map(({ word }) => word) ?? command.flags;
  return words.length > 1 ? words.map(({ at }) => at.start) : [];
}
