import { shift } from '../../text/span';
import { defineRule } from '../rule';

const isUpper = (word: string) => word === word.toUpperCase();
const isLower = (word: string) => word === word.toLowerCase();

export const consistentKeywordCasing = defineRule({
  id: 'consistent-keyword-casing',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['ConsistentInstructionCasing', 'CASING_INSTRUCTION'],
  text: {
    en: {
      summary: 'Instructions in different casing',
      found: (written: string, right: string) =>
        `Most instructions here are written like \`${right}\`, not \`${written}\`.`,
      fix: (right: string) => `Write ${right}`,
    },
    ko: {
      summary: '대소문자가 섞인 명령어',
      found: (written: string, right: string) =>
        `이 파일의 명령어는 대부분 \`${right}\`처럼 써요. \`${written}\`도 맞춰 주세요.`,
      fix: (right: string) => `${right}로 바꾸기`,
    },
  },
  *checkFile(file) {
    // as BuildKit counts: what stands before the first FROM does not take part
    const first = file.instructions.findIndex(({ instruction }) => instruction.keyword === 'FROM');
    if (first < 0) return;
    let upper = 0;
    let lower = 0;
    for (let i = first; i < file.instructions.length; i++) {
      const { written } = file.instructions[i]!.instruction;
      if (isLower(written)) lower++;
      else if (isUpper(written)) upper++;
    }
    const wantLower = lower > upper;
    if (
      wantLower ? upper === 0 && lower === file.instructions.length - first : upper === file.instructions.length - first
    ) {
      return;
    }
    for (let i = first; i < file.instructions.length; i++) {
      const { instruction, start } = file.instructions[i]!;
      const { written, known } = instruction;
      const right = wantLower ? written.toLowerCase() : written.toUpperCase();
      if (!known || written === right) continue;
      const at = shift(instruction.keywordAt, start);
      yield {
        at,
        say: (text) => text.found(written, right),
        as: ['ConsistentInstructionCasing'],
        fix: { title: (text) => text.fix(right), safety: 'safe', edits: [{ at, text: right }] },
      };
    }
  },
});
