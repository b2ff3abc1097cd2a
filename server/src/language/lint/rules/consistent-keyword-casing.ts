import { blocksOf, factOfSome } from '../../model/block';
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
  readsOf: ({ written }) => written,
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
    const stages = blocksOf(file).slice(1);
    let [all, upper, lower] = [0, 0, 0];
    for (const { block } of stages) {
      const count = block.instructions.length;
      all += count;
      upper += count - notUpper(block).length;
      lower += count - notLower(block).length;
    }
    const wantLower = lower > upper;
    if ((wantLower ? lower : upper) === all) return;
    for (const { block, start } of stages) {
      for (const { index, value } of (wantLower ? notLower : notUpper)(block)) {
        const { written, known, keywordAt } = value;
        if (!known) continue;
        const right = wantLower ? written.toLowerCase() : written.toUpperCase();
        const at = shift(keywordAt, start + block.offsets[index]!);
        yield {
          at,
          say: (text) => text.found(written, right),
          as: ['ConsistentInstructionCasing'],
          fix: { title: (text) => text.fix(right), safety: 'safe', edits: [{ at, text: right }] },
        };
      }
    }
  },
});

/** The instructions of a block that are cased otherwise; a word with no letter counts as lower case. */
const notUpper = factOfSome((instruction) =>
  isUpper(instruction.written) && !isLower(instruction.written) ? undefined : instruction,
);
const notLower = factOfSome((instruction) => (isLower(instruction.written) ? undefined : instruction));
