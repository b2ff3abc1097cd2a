import { type Stage, stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const uniqueStageName = defineRule({
  id: 'unique-stage-name',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DuplicateStageName', 'DL3024', 'DS-0012', 'CKV_DOCKER_11'],
  reads: [],
  text: {
    en: {
      summary: 'Two stages with one name',
      found: (name: string) =>
        `Another stage is called \`${name}\` already: what names it from here on gets this one. Give each its own name.`,
      first: 'The first stage of that name',
    },
    ko: {
      summary: '이름이 겹치는 스테이지',
      found: (name: string) =>
        `\`${name}\`라는 스테이지가 이미 있어요. 이 아래에서 그 이름을 쓰면 이 스테이지를 가리켜요. 이름을 서로 다르게 지어 주세요.`,
      first: '같은 이름의 첫 스테이지',
    },
  },
  *checkFile(file) {
    const known = new Map<string, Stage>();
    for (const stage of stagesOf(file)) {
      const { name } = stage;
      if (!name) continue;
      const other = known.get(name.key);
      if (!other) {
        known.set(name.key, stage);
        continue;
      }
      yield {
        at: name.at,
        say: (text) => text.found(name.text),
        as: ['DuplicateStageName', 'DL3024'],
        related: [{ at: other.name!.at, say: (text) => text.first }],
      };
    }
  },
});
