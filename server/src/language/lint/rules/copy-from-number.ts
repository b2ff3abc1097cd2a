import { blocksOf } from '../../model/block';
import type { Dockerfile } from '../../model/dockerfile';
import { isNumber, sourcesIn, sourcesOf, stageOfSource } from '../../model/references';
import { type Stage, stageNamed, stagesOf } from '../../model/stages';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const copyFromNumber = defineRule({
  id: 'copy-from-number',
  category: 'style',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  needs: ['COPY'],
  readsOf: sourcesIn,
  reads: ['COPY'],
  text: {
    en: {
      summary: 'COPY --from a stage by its number',
      found: (number: string) =>
        `A stage added above turns ${number} into another one, and the build may not notice. Use a name.`,
      fix: (name: string) => `Use the name ${name}`,
    },
    ko: {
      summary: '스테이지를 번호로 쓴 COPY --from',
      found: (number: string) =>
        `위에 스테이지를 하나 추가하면 ${number}번은 다른 스테이지가 되고, 빌드는 그대로 성공할 수도 있어요. 이름을 써 주세요.`,
      fix: (name: string) => `${name}(이)라는 이름 쓰기`,
    },
  },
  *checkFile(file) {
    for (const { stage, number, at } of numbersIn(file)) {
      const name = stage.name?.text ?? newName(file, stage);
      // a later stage of the same name would be meant
      const meant = stage.name && stageNamed(file, stage.name.text) !== stage ? undefined : name;
      yield {
        at,
        say: (text) => text.found(number),
        ...(meant && {
          fix: {
            title: (text) => text.fix(meant),
            safety: 'safe',
            edits: [{ at, text: meant }, ...(stage.name ? [] : naming(stage, meant))],
          },
        }),
      };
    }
  },
});

/** The numbers that COPY takes files from, where they are those of a stage above. */
function* numbersIn(file: Dockerfile): Iterable<{ stage: Stage; number: string; at: Span }> {
  const blocks = blocksOf(file);
  for (const own of stagesOf(file)) {
    const { block, start } = blocks[own.index + 1]!;
    for (const { index, value: sources } of sourcesOf(block)) {
      for (const source of sources) {
        const stage = isNumber(source) && !source.deferred ? stageOfSource(file, source) : undefined;
        if (stage && stage.index < own.index)
          yield { stage, number: source.text, at: shift(source.at, start + block.offsets[index]!) };
      }
    }
  }
}

/** A name that no stage has. */
function newName(file: Dockerfile, { index }: Stage): string | undefined {
  const name = `stage-${index}`;
  return stageNamed(file, name) ? undefined : name;
}

/** ` AS name` behind the image, in the casing of FROM. */
function naming({ from, base }: Stage, name: string): Edit[] {
  const { written } = from.instruction;
  const { end } = base.at;
  return [{ at: { start: end, end }, text: ` ${written === written.toLowerCase() ? 'as' : 'AS'} ${name}` }];
}
