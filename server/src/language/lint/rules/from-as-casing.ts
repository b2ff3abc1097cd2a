import { defineRule } from '../rule';

export const fromAsCasing = defineRule({
  id: 'from-as-casing',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['FROM'],
  aliases: ['FromAsCasing'],
  text: {
    en: {
      summary: 'FROM and AS in different casing',
      found: (as: string, from: string) => `\`${as}\` is not cased like its \`${from}\`.`,
      fix: (as: string) => `Write ${as}`,
    },
    ko: {
      summary: '대소문자가 서로 다른 FROM과 AS',
      found: (as: string, from: string) => `\`${as}\`와 \`${from}\`의 대소문자가 서로 달라요.`,
      fix: (as: string) => `${as}로 바꾸기`,
    },
  },
  *checkInstruction({ instruction }) {
    const { written, words } = instruction;
    const as = words[1];
    if (words.length !== 3 || as?.text.toUpperCase() !== 'AS') return;
    const upper = written === written.toUpperCase();
    // `From` is wrong in itself: another rule says so
    if (!upper && written !== written.toLowerCase()) return;
    const right = upper ? 'AS' : 'as';
    if (as.text === right) return;
    yield {
      at: as.at,
      say: (text) => text.found(as.text, written),
      as: ['FromAsCasing'],
      fix: { title: (text) => text.fix(right), safety: 'safe', edits: [{ at: as.at, text: right }] },
    };
  },
});
