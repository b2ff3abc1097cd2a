import { type Block, indicesOf } from '../../model/block';
import { unquoted } from '../../model/copied';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const noDuplicateLabel = defineRule({
  id: 'no-duplicate-label',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['LABEL'],
  reads: ['LABEL'],
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
    for (const [key, { first, last, alone }] of valuesIn(block, labels)) {
      if (!last) continue;
      yield {
        at: first,
        say: (text) => text.found(key),
        tags: ['unnecessary'],
        related: [{ at: last, say: (text) => text.last }],
        ...(alone && {
          fix: { title: (text) => text.fix, safety: 'unsafe', edits: [], deleteLines: [alone] },
        }),
      };
    }
  },
});

/** Where a key is set. Spans count in the block. */
interface Values {
  readonly first: Span;
  /** The value that counts; undefined where there is but one. */
  last: Span | undefined;
  /** The whole LABEL of the first, where it holds nothing else. */
  readonly alone: Span | undefined;
}

function valuesIn(block: Block, labels: readonly number[]): ReadonlyMap<string, Values> {
  const values = new Map<string, Values>();
  for (const index of labels) {
    const { pairs, text } = block.instructions[index]!;
    const offset = block.offsets[index]!;
    for (const { key, at } of pairs) {
      const name = unquoted(key.text);
      if (name === '' || name.includes('$')) continue;
      const known = values.get(name);
      if (known) known.last = shift(at, offset);
      else {
        const alone = pairs.length === 1 ? shift({ start: 0, end: text.length }, offset) : undefined;
        values.set(name, { first: shift(key.at, offset), last: undefined, alone });
      }
    }
  }
  return values;
}
