import type { StageUseCursor } from '../../model/cursor';
import { stageReferences } from '../../model/references';
import { type Stage, stagesOf } from '../../model/stages';
import { type Ask, lineOf, type Page, sentences } from './page';

/** A stage where it begins: number, base, who uses it. */
export function aboutStage(ask: Ask, stage: Stage): Page {
  const { stage: texts } = ask.reference;
  const { name, index } = stage;
  const lines = usersOf(ask, stage);
  const last = index === stagesOf(ask.file).length - 1;
  return [
    sentences(name ? texts.declared(name.text, index) : texts.unnamed(index), base(ask, stage)),
    sentences(
      last ? texts.final : lines.length > 0 ? texts.intermediate : texts.unused,
      lines.length > 0 ? texts.usedIn(lines) : undefined,
    ),
    name && !last ? texts.target(name.text) : undefined,
  ];
}

/** A stage where it is used. */
export function aboutStageUse(ask: Ask, { stage, text, reference }: StageUseCursor): Page {
  const { stage: texts, copy } = ask.reference;
  return [
    reference && copy.fromStage(text),
    sentences(texts.use(stage.name?.text ?? text, stage.index), base(ask, stage)),
  ];
}

function base({ reference }: Ask, { base: { text } }: Stage): string | undefined {
  return text === '' ? undefined : reference.stage.builtOn(text);
}

/** The lines that build upon a stage or copy out of it. */
function usersOf({ file }: Ask, stage: Stage): readonly string[] {
  const offsets = [
    ...stagesOf(file)
      .filter(({ base: { parent } }) => parent === stage)
      .map(({ from }) => from.start),
    ...stageReferences(file)
      .flat()
      .filter((each) => each.stage === stage)
      .map(({ at }) => at.start),
  ];
  return [...new Set(offsets.sort((a, b) => a - b).map((offset) => lineOf(file, offset)))];
}
