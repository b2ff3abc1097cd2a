import { newestTagOf } from '../../knowledge/endOfLife';
import { stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const tagRequired = defineRule({
  id: 'tag-required',
  category: 'reproducibility',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3006', 'DS-0001', 'CKV_DOCKER_7'],
  reads: [],
  text: {
    en: {
      summary: 'Base image without a tag',
      found: (image: string) =>
        `\`${image}\` without a tag means \`${image}:latest\`: another image tomorrow. Name a version.`,
      fix: (tag: string) => `Use :${tag}`,
    },
    ko: {
      summary: '태그가 없는 베이스 이미지',
      found: (image: string) =>
        `태그가 없는 \`${image}\`은(는) \`${image}:latest\`예요. 내일은 다른 이미지가 될 수 있으니 버전을 적어 주세요.`,
      fix: (tag: string) => `:${tag} 쓰기`,
    },
  },
  *checkFile(file) {
    for (const { base } of stagesOf(file)) {
      const { image, parent, scratch } = base;
      if (parent || scratch || !image || image.tag || image.digest || base.text.includes('$')) continue;
      const tag = newestTagOf(base.text);
      yield {
        at: base.at,
        say: (text) => text.found(base.text),
        as: ['DL3006'],
        ...(tag && {
          fix: {
            title: (text) => text.fix(tag),
            safety: 'unsafe',
            edits: [{ at: { start: base.at.end, end: base.at.end }, text: `:${tag}` }],
          },
        }),
      };
    }
  },
});
