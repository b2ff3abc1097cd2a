import { type Block, blocksOf } from '../../model/block';
import { fact } from '../../model/fact';
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
    const stages = blocksOf(file).slice(1);
    let [all, upper, lower] = [0, 0, 0];
    for (const { block } of stages) {
      const casing = casingOf(block);
      all += block.instructions.length;
      upper += casing.upper;
      lower += casing.lower;
    }
    const wantLower = lower > upper;
    if ((wantLower ? lower : upper) === all) return;
    for (const { block, start } of stages) {
      for (const { written, at: within } of (wantLower ? notLower : notUpper)(block)) {
        const right = wantLower ? written.toLowerCase() : written.toUpperCase();
        const at = shift(within, start);
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

/** How many keywords of a stage are in upper case, and in lower case; those with no letter count as the latter. */
const casingOf = fact(({ instructions }: Block) => {
  let [upper, lower] = [0, 0];
  for (const { written, keyword } of instructions) {
    if (isLower(written)) lower++;
    else if (written === keyword || isUpper(written)) upper++;
  }
  return { upper, lower };
});

/** The known keywords of a block that are cased otherwise; spans count in it. */
const otherThan = (right: (word: string) => boolean) =>
  fact(({ instructions, offsets }: Block) =>
    instructions.flatMap(({ written, known, keywordAt }, i) =>
      known && !right(written) ? [{ written, at: shift(keywordAt, offsets[i]!) }] : [],
    ),
  );
const notUpper = otherThan(isUpper);
const notLower = otherThan(isLower);
