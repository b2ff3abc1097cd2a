import type { Block } from '../../model/block';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

/** What hadolint calls a repeated one of each: it marks the later ones, BuildKit the earlier. */
const repeated: Readonly<Record<string, string>> = { CMD: 'DL4003', ENTRYPOINT: 'DL4004', HEALTHCHECK: 'DL3012' };

export const noRepeatedInstruction = defineRule({
  id: 'no-repeated-instruction',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['MultipleInstructionsDisallowed', 'DL4003', 'DL4004', 'DL3012', 'DS-0016', 'DS-0007', 'DS-0023'],
  needs: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  reads: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  text: {
    en: {
      summary: 'CMD, ENTRYPOINT or HEALTHCHECK twice in a stage',
      ignored: (keyword: string) => `This ${keyword} has no effect: only the stage's last ${keyword} counts.`,
      later: (keyword: string) => `This ${keyword} replaces the one above.`,
      last: 'The one that counts',
      fix: (keyword: string) => `Delete this ${keyword}`,
    },
    ko: {
      summary: '한 스테이지에 두 번 나온 CMD, ENTRYPOINT, HEALTHCHECK',
      ignored: (keyword: string) => `이 ${keyword}는 아무 효과가 없어요. 스테이지의 마지막 ${keyword}만 적용돼요.`,
      later: (keyword: string) => `이 ${keyword}가 위의 것을 대신해요.`,
      last: '실제로 적용되는 것',
      fix: (keyword: string) => `이 ${keyword} 지우기`,
    },
  },
  *checkStage({ block }) {
    const byKeyword = new Map<string, number[]>();
    for (const [index, { keyword }] of block.instructions.entries()) {
      if (!(keyword in repeated)) continue;
      const list = byKeyword.get(keyword);
      if (list) list.push(index);
      else byKeyword.set(keyword, [index]);
    }
    for (const [keyword, indices] of byKeyword) {
      const last = indices.at(-1)!;
      for (const [i, index] of indices.entries()) {
        const as = i > 0 ? [repeated[keyword]!] : [];
        if (index === last) {
          if (i > 0) yield { at: keywordOf(block, index), say: (text) => text.later(keyword), as };
          continue;
        }
        const start = block.offsets[index]!;
        const whole = { start, end: start + block.instructions[index]!.text.length };
        yield {
          at: keywordOf(block, index),
          say: (text) => text.ignored(keyword),
          as: ['MultipleInstructionsDisallowed', ...as],
          tags: ['unnecessary'],
          related: [{ at: keywordOf(block, last), say: (text) => text.last }],
          fix: { title: (text) => text.fix(keyword), safety: 'safe', edits: [], deleteLines: [whole] },
        };
      }
    }
  },
});

const keywordOf = ({ instructions, offsets }: Block, index: number): Span =>
  shift(instructions[index]!.keywordAt, offsets[index]!);
