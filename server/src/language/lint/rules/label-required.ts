import { object, optional, record, string } from 'valibot';
import { labelsOf } from '../../model/labels';
import { stageAt, stagesOf } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const labelRequired = defineRule({
  id: 'label-required',
  category: 'style',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3049'],
  reads: ['LABEL', 'COPY'],
  options: object({ labels: optional(record(string(), string()), {}) }),
  text: {
    en: {
      summary: 'Stage without a label that is asked for',
      found: (label: string) => `This stage has no label \`${label}\`, which the configuration asks for.`,
    },
    ko: {
      summary: '필수 라벨이 없는 스테이지',
      found: (label: string) => `설정에서 요구하는 \`${label}\` 라벨이 이 스테이지에 없어요.`,
    },
  },
  *checkFile(file, _around, { labels }) {
    const wanted = Object.keys(labels);
    if (wanted.length === 0) return;
    const stages = stagesOf(file);
    const own = stages.map(() => new Set<string>());
    for (const { key, index } of labelsOf(file)) {
      const stage = stageAt(file, index);
      if (stage) own[stage.index]!.add(key);
    }
    // what only lends files needs no labels: they do not come along
    const lends = new Set<string>();
    for (const { instruction } of file.instructions) {
      const from = instruction.keyword === 'COPY' ? instruction.flag('from')?.value : undefined;
      if (from) lends.add(from.toLowerCase());
    }
    for (const label of wanted) {
      for (const stage of stages) {
        if (own[stage.index]!.has(label) || (stage.name && lends.has(stage.name.key))) continue;
        let { parent } = stage.base;
        while (parent && !own[parent.index]!.has(label)) parent = parent.base.parent;
        if (parent) continue;
        const at = shift(stage.from.instruction.keywordAt, stage.from.start);
        yield { at, say: (text) => text.found(label), as: ['DL3049'] };
      }
    }
  },
});
