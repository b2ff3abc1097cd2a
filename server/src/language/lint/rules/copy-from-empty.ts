import { blocksOf, indicesOf } from '../../model/block';
import { copiedBy } from '../../model/copied';
import { sourcesIn, stageReferences } from '../../model/references';
import { type Stage, stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const copyFromEmpty = defineRule({
  id: 'copy-from-empty',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  needs: ['COPY'],
  reads: ['COPY', 'ADD', 'RUN', 'WORKDIR'],
  readsOf: (instruction) => (sourcesIn(instruction).length > 0 ? instruction : instruction.keyword),
  text: {
    en: {
      summary: 'COPY from a stage that holds nothing',
      found: (stage: string) =>
        `Stage ${stage} begins with scratch and puts nothing in it, so there is nothing to copy: the build fails.`,
    },
    ko: {
      summary: '비어 있는 스테이지에서 하는 COPY',
      found: (stage: string) =>
        `${stage} 스테이지는 scratch에서 시작해 아무것도 넣지 않아서 복사할 것이 없어요. 빌드가 실패해요.`,
    },
  },
  *checkFile(file) {
    const blocks = blocksOf(file);
    const isEmpty = ({ base, index }: Stage): boolean =>
      base.scratch && indicesOf(blocks[index + 1]!.block, ['COPY', 'ADD', 'RUN', 'WORKDIR']).length === 0;
    if (!stagesOf(file).some(isEmpty)) return;
    for (const { stage, kind, problem, deferred, at, index } of stageReferences(file).flat()) {
      if (!stage || kind !== 'copy' || problem || deferred || !isEmpty(stage)) continue;
      // all of nothing may be copied
      const copied = copiedBy(file.instructions[index]!.instruction);
      if (copied?.sources.every(({ text }) => /^\.?\/?\*?$/.test(text))) continue;
      const name = stage.name ? `\`${stage.name.text}\`` : String(stage.index);
      yield { at, say: (text) => text.found(name) };
    }
  },
});
