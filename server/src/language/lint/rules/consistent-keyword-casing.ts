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
    const stages = blocksOf(file)
      .slice(1)
      .map(({ block, start }) => ({ casing: casingOf(block), start }));
    const count = (of: 'upper' | 'lower' | 'all') => stages.reduce((sum, { casing }) => sum + casing[of], 0);
    const lower = count('lower');
    const upper = count('upper');
    const wantLower = lower > upper;
    if ((wantLower ? lower : upper) === count('all')) return;
    for (const { casing, start } of stages) {
      for (const { written, at: within } of wantLower ? casing.notLower : casing.notUpper) {
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

/** How the keywords of a stage are cased; spans count in the block. */
const casingOf = fact(({ instructions, offsets }: Block) => {
  const keywords = instructions.map(({ written, known, keywordAt }, i) => ({
    written,
    known,
    at: shift(keywordAt, offsets[i]!),
  }));
  const known = keywords.filter((each) => each.known);
  return {
    all: keywords.length,
    upper: keywords.filter(({ written }) => isUpper(written) && !isLower(written)).length,
    lower: keywords.filter(({ written }) => isLower(written)).length,
    notUpper: known.filter(({ written }) => !isUpper(written)),
    notLower: known.filter(({ written }) => !isLower(written)),
  };
});
