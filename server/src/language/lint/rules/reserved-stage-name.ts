import { stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

/** Source: `reservedStageNames` in frontend/dockerfile/dockerfile2llb of moby/buildkit. */
const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

export const reservedStageName = defineRule({
  id: 'reserved-stage-name',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['ReservedStageName', 'DL3063'],
  reads: [],
  text: {
    en: {
      summary: 'Stage named scratch or context',
      found: (name: string) =>
        `\`${name}\` means something else to the builder wherever a stage is named. Give the stage another name.`,
    },
    ko: {
      summary: 'scratch나 context라는 이름의 스테이지',
      found: (name: string) =>
        `\`${name}\`는 빌더가 다른 뜻으로 쓰는 이름이에요. 스테이지 이름을 다른 것으로 바꿔 주세요.`,
    },
  },
  *checkFile(file) {
    for (const { name } of stagesOf(file)) {
      if (!name || !reserved.has(name.key)) continue;
      yield { at: name.at, say: (text) => text.found(name.text), as: ['ReservedStageName', 'DL3063'] };
    }
  },
});
