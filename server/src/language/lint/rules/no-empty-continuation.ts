import { defineRule } from '../rule';

export const noEmptyContinuation = defineRule({
  id: 'no-empty-continuation',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  mentions: /\n/,
  aliases: ['NoEmptyContinuation', 'EMPTY_CONTINUATION_LINE'],
  text: {
    en: {
      summary: 'Blank line inside a continued instruction',
      found: (keyword: string) =>
        `A blank line stands above, yet this still belongs to the ${keyword}. The builder will refuse such lines one day.`,
      fix: 'Delete the blank lines',
    },
    ko: {
      summary: '이어지는 명령어 안의 빈 줄',
      found: (keyword: string) =>
        `위에 빈 줄이 있지만 여기까지 ${keyword} 명령어예요. 앞으로는 빌더가 이런 빈 줄을 받지 않을 거예요.`,
      fix: '빈 줄 지우기',
    },
  },
  *checkInstruction({ instruction }) {
    const { blankLines, text, head, keyword } = instruction;
    const last = blankLines.at(-1);
    if (!last) return;
    // a blank line shows no mark: what follows it does
    let start = last.end;
    while (start < head && (text[start] === ' ' || text[start] === '\t')) start++;
    const at = start < head ? { start, end: head } : { start: last.start, end: Math.min(last.end, head) };
    yield {
      at,
      say: (words) => words.found(keyword),
      as: ['NoEmptyContinuation'],
      fix: {
        title: (words) => words.fix,
        safety: 'safe',
        edits: blankLines.filter((line) => line.end > line.start).map((line) => ({ at: line, text: '' })),
      },
    };
  },
});
