import type { Dockerfile } from '../../model/dockerfile';
import { type Stage, stagesOf } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const healthcheckRequired = defineRule({
  id: 'healthcheck-required',
  category: 'correctness',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3057', 'DS-0026', 'CKV_DOCKER_2'],
  reads: ['HEALTHCHECK'],
  text: {
    en: {
      summary: 'Stage without a HEALTHCHECK',
      found:
        'Without HEALTHCHECK Docker knows only that the process lives, not that it answers. Kubernetes does not read it: there use probes.',
    },
    ko: {
      summary: 'HEALTHCHECK가 없는 스테이지',
      found:
        'HEALTHCHECK가 없으면 Docker는 프로세스가 살아 있는지만 알고, 응답하는지는 몰라요. Kubernetes는 HEALTHCHECK를 읽지 않으니 프로브를 쓰세요.',
    },
  },
  *checkFile(file) {
    const checked = new Set<Stage>();
    for (const stage of stagesOf(file)) {
      const { parent } = stage.base;
      if (parent && checked.has(parent)) checked.add(stage);
      if (!hasCheck(file, stage)) continue;
      // what it is built upon is there for it
      for (let each: Stage | undefined = stage; each && !checked.has(each); each = each.base.parent) checked.add(each);
    }
    for (const stage of stagesOf(file)) {
      if (checked.has(stage)) continue;
      const { instruction, start } = stage.from;
      yield { at: shift(instruction.keywordAt, start), say: (text) => text.found, as: ['DL3057'] };
    }
  },
});

function hasCheck(file: Dockerfile, { first, last }: Stage): boolean {
  for (let i = first; i < last; i++) if (file.instructions[i]!.instruction.keyword === 'HEALTHCHECK') return true;
  return false;
}
