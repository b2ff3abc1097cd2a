import { stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const lowercaseStageName = defineRule({
  id: 'lowercase-stage-name',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['StageNameCasing'],
  reads: [],
  text: {
    en: {
      summary: 'Stage name with upper-case letters',
      found: (name: string) =>
        `The builder knows this stage as \`${name.toLowerCase()}\`: write the name in lower case.`,
      fix: (name: string) => `Rename to ${name}`,
    },
    ko: {
      summary: '대문자가 들어간 스테이지 이름',
      found: (name: string) => `빌더는 이 스테이지를 \`${name.toLowerCase()}\`로 기억해요. 이름은 소문자로 써 주세요.`,
      fix: (name: string) => `${name}로 이름 바꾸기`,
    },
  },
  *checkFile(file) {
    for (const { name } of stagesOf(file)) {
      if (!name || name.text === name.key) continue;
      // references are looked up in any case, so the name alone is changed
      yield {
        at: name.at,
        say: (text) => text.found(name.text),
        as: ['StageNameCasing'],
        fix: { title: (text) => text.fix(name.key), safety: 'safe', edits: [{ at: name.at, text: name.key }] },
      };
    }
  },
});
