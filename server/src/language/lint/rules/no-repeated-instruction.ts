import type { Placed } from '../../model/dockerfile';
import { stagesOf } from '../../model/stages';
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
  *checkFile(file) {
    for (const stage of stagesOf(file)) {
      for (const [keyword, id] of Object.entries(repeated)) {
        const all = file.instructions
          .slice(stage.first, stage.last)
          .filter((each) => each.instruction.keyword === keyword);
        if (all.length < 2) continue;
        const last = all.at(-1)!;
        for (const [i, placed] of all.entries()) {
          const later = i > 0 ? [id] : [];
          if (placed === last) {
            yield { at: keywordOf(placed), say: (text) => text.later(keyword), as: later };
            continue;
          }
          yield {
            at: keywordOf(placed),
            say: (text) => text.ignored(keyword),
            as: ['MultipleInstructionsDisallowed', ...later],
            tags: ['unnecessary'],
            related: [{ at: keywordOf(last), say: (text) => text.last }],
            fix: {
              title: (text) => text.fix(keyword),
              safety: 'safe',
              edits: [{ at: { start: lineStart(file.text, placed.start), end: placed.next }, text: '' }],
            },
          };
        }
      }
    }
  },
});

const keywordOf = ({ instruction, start }: Placed): Span => shift(instruction.keywordAt, start);
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
