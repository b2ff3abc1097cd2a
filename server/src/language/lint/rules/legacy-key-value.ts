import type { Instruction, Pair } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const legacyKeyValue = defineRule({
  id: 'legacy-key-value',
  category: 'style',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  on: ['ENV', 'LABEL'],
  aliases: ['LegacyKeyValueFormat'],
  text: {
    en: {
      summary: 'ENV and LABEL in the old form `KEY value`',
      found: (keyword: string, key: string) =>
        `The form \`${keyword} ${key} value\` is legacy: all that follows the first blank is one value. Write \`${key}=value\`.`,
      fix: (key: string) => `Write ${key}=…`,
    },
    ko: {
      summary: '`KEY value` 형태의 옛 ENV·LABEL 문법',
      found: (keyword: string, key: string) =>
        `\`${keyword} ${key} value\`는 옛 문법이에요. 첫 공백 뒤가 전부 값 하나가 돼요. \`${key}=value\`로 써 주세요.`,
      fix: (key: string) => `${key}=… 형태로 바꾸기`,
    },
  },
  *checkInstruction({ instruction }) {
    for (const pair of instruction.pairs) {
      if (!pair.legacy) continue;
      const edits = modern(instruction, pair);
      yield {
        at: pair.at,
        say: (text) => text.found(instruction.keyword, pair.key.text),
        as: ['LegacyKeyValueFormat'],
        ...(edits && { fix: { title: (text) => text.fix(pair.key.text), safety: 'safe', edits } }),
      };
    }
  },
});

/** The edits that make `KEY value` into `KEY=value` of the same meaning; undefined where quoting it is not certain. */
function modern(instruction: Instruction, { key, value }: Pair): Edit[] | undefined {
  const { escape } = instruction;
  if (!value || /["'=]/.test(key.text) || key.text.includes(escape)) return undefined;
  // a value on another line cannot follow its sign: the blanks in front would join it
  if (instruction.text.slice(key.at.end, value.at.start).includes('\n')) return undefined;
  const equals: Edit = { at: { start: key.at.end, end: value.at.start }, text: '=' };
  if (!/["'\s]/.test(value.text) && !value.text.includes(escape)) return [equals];
  if (!/["']/.test(value.text) && !value.text.includes(escape)) {
    // an edit at one place cannot stand beside another: the first quote goes with the sign
    return [
      { ...equals, text: '="' },
      { at: { start: value.at.end, end: value.at.end }, text: '"' },
    ];
  }
  const blanks = unquotedBlanks(value.text, escape);
  if (!blanks) return undefined;
  return [
    equals,
    ...blanks.map((offset): Edit => {
      const { start } = instruction.spanIn(value, offset, offset + 1);
      return { at: { start, end: start }, text: escape };
    }),
  ];
}

/** Offsets of the blanks that part words; undefined where a quote is not closed or an escape ends the value. */
function unquotedBlanks(value: string, escape: string): number[] | undefined {
  const blanks: number[] = [];
  let quote = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value[i]!;
    if (unit === escape && quote !== "'") {
      if (++i >= value.length) return undefined;
    } else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
    else if (unit === quote) quote = '';
    else if (quote === '' && /\s/.test(unit)) blanks.push(i);
  }
  return quote === '' ? blanks : undefined;
}
