import { newestTagOf } from '../../knowledge/endOfLife';
import { stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const noLatestTag = defineRule({
  id: 'no-latest-tag',
  category: 'reproducibility',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3007', 'DS-0001', 'CKV_DOCKER_7'],
  reads: [],
  text: {
    en: {
      summary: 'Base image tagged latest',
      found: (image: string) =>
        `\`${image}:latest\` is another image tomorrow, and nobody will know which one this was. Name a version.`,
      fix: (tag: string) => `Use :${tag}`,
    },
    ko: {
      summary: 'latest 태그를 쓴 베이스 이미지',
      found: (image: string) =>
        `\`${image}:latest\`는 내일 다른 이미지가 될 수 있고, 나중에는 어느 버전으로 만들었는지 알 수 없어요. 버전을 적어 주세요.`,
      fix: (tag: string) => `:${tag} 쓰기`,
    },
  },
  *checkFile(file) {
    for (const { base } of stagesOf(file)) {
      // of a name with variables in it the tag is known all the same
      if (base.parent || !base.text.endsWith(':latest')) continue;
      const name = base.text.slice(0, -':latest'.length);
      const at = { start: base.at.end - 'latest'.length, end: base.at.end };
      const tag = newestTagOf(name);
      yield {
        at,
        say: (text) => text.found(name),
        as: ['DL3007'],
        ...(tag && { fix: { title: (text) => text.fix(tag), safety: 'unsafe', edits: [{ at, text: tag }] } }),
      };
    }
  },
});
