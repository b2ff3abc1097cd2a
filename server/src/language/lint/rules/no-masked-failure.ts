import { interpreterAt } from '../../model/commands';
import { type Masked, maskedIn } from '../../model/masked';
import { type ScriptText, scriptsOf } from '../../model/scripts';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const noMaskedFailure = defineRule({
  id: 'no-masked-failure',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  mentions: /[;\n\\]/,
  inOnbuild: true,
  text: {
    en: {
      summary: 'Failing step that the build does not see',
      semicolon: (name: string) =>
        `\`;\` goes on when \`${name}\` has failed, and the RUN succeeds if only its last command does. Use \`&&\`, or begin with \`set -e\`.`,
      heredoc: (name: string) =>
        `This script goes on when \`${name}\` has failed, and the RUN succeeds if only its last line does. Begin it with \`set -e\`.`,
      fixAnd: 'Join with &&',
      fixSet: 'Begin with set -e',
    },
    ko: {
      summary: '빌드가 알아채지 못하는 실패',
      semicolon: (name: string) =>
        `\`;\`는 \`${name}\`이(가) 실패해도 다음으로 넘어가고, 마지막 명령만 성공하면 RUN도 성공해요. \`&&\`로 잇거나 \`set -e\`로 시작해 주세요.`,
      heredoc: (name: string) =>
        `이 스크립트는 \`${name}\`이(가) 실패해도 계속되고, 마지막 줄만 성공하면 RUN도 성공해요. \`set -e\`로 시작해 주세요.`,
      fixAnd: '&&로 잇기',
      fixSet: 'set -e로 시작하기',
    },
  },
  *checkInstruction({ instruction, inForce }) {
    for (const script of scriptsOf(instruction)) {
      const masked = maskedIn(script, script.interpreter ?? interpreterAt(inForce));
      if (!masked) continue;
      const { command, operator, separators } = masked;
      const name = nameOf(command);
      const { heredoc } = script;
      yield {
        at: heredoc ? heredoc.at : script.spanOf(operator),
        say: (text) => (heredoc ? text.heredoc(name) : text.semicolon(name)),
        fix: {
          title: (text) => (separators && !heredoc ? text.fixAnd : text.fixSet),
          safety: 'unsafe',
          edits: heredoc || !separators ? [withErrexit(instruction, script)] : joined(instruction, script, separators),
        },
      };
    }
  },
});

/** How a command is called in a sentence. */
function nameOf({ words, assignments }: Masked['command']): string {
  const [name] = words;
  if (name) return name.literal ?? name.raw;
  return `${assignments[0]?.name}=$(…)`;
}

/** `set -e` in front of a script, behind its `#!` line. */
function withErrexit({ text }: Instruction, script: ScriptText): Edit {
  const begin = script.text.startsWith('#!') ? script.text.indexOf('\n') + 1 : 0;
  const { start } = script.spanAt(begin, begin);
  if (!script.heredoc) return { at: { start, end: start }, text: 'set -e; ' };
  // the tabs that `<<-` takes away
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return { at: { start, end: start }, text: `set -e\n${indent}` };
}

/** `&&` for each `;`, with the blanks that it needs. */
const joined = ({ text }: Instruction, script: ScriptText, separators: NonNullable<Masked['separators']>): Edit[] =>
  separators.map((operator) => {
    const at = script.spanOf(operator);
    const before = /\s/.test(text[at.start - 1] ?? '') ? '' : ' ';
    const behind = /\s/.test(text[at.end] ?? '') ? '' : ' ';
    return { at, text: `${before}&&${behind}` };
  });
