import { isPosix } from '../shell/dialect';
import type * as Shell from '../shell/tree';
import type { Span } from '../text/span';
import { interpreterAt } from './commands';
import { fact } from './fact';
import { type ScriptText, scriptsOf, treeOf } from './scripts';
import type { InstructionView } from './view';

/** A pipe between two commands. */
export interface Pipe {
  /** The sign, in the instruction. */
  readonly at: Span;
  readonly script: ScriptText;
}

/** The pipes in the scripts of an instruction, also those in substitutions; none where the script is no shell script. */
export function pipesAt({ instruction, inForce }: InstructionView): readonly Pipe[] {
  if (!instruction.text.includes('|')) return none;
  const { dialect } = interpreterAt(inForce);
  return scriptsOf(instruction).flatMap((script) =>
    isPosix(script.interpreter?.dialect ?? dialect) ? pipesIn(script) : none,
  );
}

const none: readonly Pipe[] = [];

const pipesIn: (script: ScriptText) => readonly Pipe[] = fact((script) => {
  const pipes: Pipe[] = [];
  inList(treeOf(script).body, (operator) =>
    pipes.push({ at: script.spanAt(operator.at.start, operator.at.end), script }),
  );
  return pipes;
});

type Found = (operator: Shell.Operator) => void;

function inList({ entries }: Shell.List, found: Found): void {
  for (const { pipeline } of entries) {
    pipeline.operators.forEach(found);
    for (const command of pipeline.commands) {
      if (command.kind === 'simple') {
        for (const { value, elements } of command.assignments) {
          if (value) inWord(value, found);
          for (const element of elements) inWord(element, found);
        }
      } else for (const { list } of command.parts) inList(list, found);
      for (const word of command.words) inWord(word, found);
      for (const { target } of command.redirects) if (target) inWord(target, found);
    }
  }
}

function inWord(word: Shell.Word, found: Found): void {
  if (!word.raw.includes('|')) return;
  inExpansions(word.expansions, found);
}

function inExpansions(expansions: readonly Shell.Expansion[], found: Found): void {
  for (const expansion of expansions) {
    if (expansion.kind === 'arithmetic') inExpansions(expansion.inner, found);
    else if (expansion.kind === 'variable') for (const operand of expansion.operands) inWord(operand, found);
    else inList(expansion.list, found);
  }
}
