import { sourcesIn } from '../../model/references';
import { stagesOf } from '../../model/stages';
import { usedStages } from '../../model/usedStages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const unusedStage = defineRule({
  id: 'unused-stage',
  category: 'correctness',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  readsOf: sourcesIn,
  reads: ['COPY', 'RUN'],
  text: {
    en: {
      summary: 'Stage that the final one does not need',
      named: (name: string) =>
        `The final stage takes nothing from this one, so a build skips it, unless it is asked for: \`docker build --target ${name}\`.`,
      unnamed: 'The final stage takes nothing from this one, so a build skips it, and it has no name for `--target`.',
    },
    ko: {
      summary: '마지막 스테이지에 필요 없는 스테이지',
      named: (name: string) =>
        `마지막 스테이지가 여기서 가져가는 것이 없어서, \`docker build --target ${name}\`으로 지정하지 않으면 빌드에서 건너뛰어요.`,
      unnamed: '마지막 스테이지가 여기서 가져가는 것이 없어서 빌드에서 건너뛰어요. `--target`으로 부를 이름도 없어요.',
    },
  },
  *checkFile(file) {
    const stages = stagesOf(file);
    const used = stages.length < 2 ? undefined : usedStages(file);
    if (!used) return;
    for (const stage of stages) {
      if (used.has(stage)) continue;
      const { name, from } = stage;
      yield {
        at: name?.at ?? shift(from.instruction.keywordAt, from.start),
        say: (text) => (name ? text.named(name.text) : text.unnamed),
        tags: ['unnecessary'],
      };
    }
  },
});
