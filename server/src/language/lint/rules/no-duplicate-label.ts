import { indicesOf } from '../../model/block';
import { unquoted } from '../../model/copied';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const noDuplicateLabel = defineRule({
  id: 'no-duplicate-label',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  text: {
    en: {
      summary: 'Label that is set twice',
      found: (key: string) => `\`${key}\` is set again below, and only the last value is in the image.`,
      last: 'The value that counts',
      fix: 'Delete this LABEL',
    },
    ko: {
      summary: '두 번 설정한 라벨',
      found: (key: string) => `아래에서 \`${key}\`를 다시 설정해요. 이미지에는 마지막 값만 남아요.`,
      last: '실제로 쓰이는 값',
      fix: '이 LABEL 지우기',
    },
  },
  *checkStage({ block }) {
    const labels = indicesOf(block, ['LABEL']);
    if (labels.length === 0) return;
    const seen = new Map<string, Span>();
    for (const index of labels.toReversed()) {
      const instruction = block.instructions[index]!;
      const offset = block.offsets[index]!;
      for (const { key, at } of instruction.pairs.toReversed()) {
        const name = unquoted(key.text);
        if (name === '' || name.includes('$')) continue;
        const last = seen.get(name);
        if (!last) {
          seen.set(name, shift(at, offset));
          continue;
        }
        const alone = instruction.pairs.length === 1;
        yield {
          at: shift(key.at, offset),
          say: (text) => text.found(name),
          tags: ['unnecessary'],
          related: [{ at: last, say: (text) => text.last }],
          ...(alone && {
            fix: {
              title: (text) => text.fix,
              safety: 'unsafe',
              edits: [],
              deleteLines: [shift({ start: 0, end: instruction.text.length }, offset)],
            },
          }),
        };
      }
    }
  },
});
