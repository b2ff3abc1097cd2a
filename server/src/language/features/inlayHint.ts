import { knownBase } from '../knowledge/bases';
import type { Locale } from '../locale/locale';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { forceAt, statesOf } from '../model/inForce';
import { joinWorkdir } from '../model/paths';
import { rootOf, type Stage, stageAt, stagesOf } from '../model/stages';
import { isRoot } from '../model/users';
import { type Use, variableUses } from '../model/uses';
import { resolveAt } from '../model/variables';
import { type Span, slice } from '../text/span';

/** A text that is shown between those of the file. */
export interface InlayHint {
  /** In front of this offset of the file. */
  readonly offset: number;
  readonly label: string;
  /** In the reader's language. */
  readonly tooltip: string;
}

interface Texts {
  readonly value: (name: string, value: string) => string;
  readonly workdir: (path: string) => string;
  readonly stage: (index: number) => string;
  readonly user: (name: string, base: string) => string;
}

const texts: Readonly<Record<Locale, Texts>> = {
  en: {
    value: (name, value) => `Without a build argument, ${name} comes to ${value} here.`,
    workdir: (path) => `From here on, the working directory is ${path}.`,
    stage: (index) => `This stage has no name; its number is ${index}: COPY --from=${index}.`,
    user: (name, base) =>
      `This stage begins as the user ${name}, as ${base} leaves it: RUN, CMD and ENTRYPOINT run as ${name} until another USER.`,
  },
  ko: {
    value: (name, value) => `빌드 인자를 따로 주지 않았을 때 여기서 ${name} 변수의 값: ${value}`,
    workdir: (path) => `여기부터 작업 디렉터리: ${path}`,
    stage: (index) => `이름이 없는 스테이지예요. 번호가 ${index}번이라서 COPY --from=${index}처럼 가리켜요.`,
    user: (name, base) =>
      `이 스테이지는 ${base}에서 이어받은 ${name} 사용자로 시작해요. 다른 USER가 나올 때까지 RUN, CMD, ENTRYPOINT는 ${name} 사용자로 실행돼요.`,
  },
};

/** Longer values would push the line aside. */
const longest = 40;

/**
 * What a file leaves unsaid: the values of variables that the builder replaces (each name once an instruction, where the
 * value is known and no guess), where a relative WORKDIR leads, the numbers of stages without names where there are several, the user that
 * a stage inherits.
 * @param within only instructions that touch it
 */
export function inlayHint(file: Dockerfile, locale: Locale, within?: Span): readonly InlayHint[] {
  const { start, end } = within ?? { start: 0, end: file.text.length };
  const say = texts[locale];
  const hints: InlayHint[] = [];
  for (const placed of file.instructions) {
    if (placed.end < start) continue;
    if (placed.start > end) break;
    const { keyword } = placed.instruction;
    const workdir = keyword === 'WORKDIR' ? workdirHint(file, placed, say) : undefined;
    if (workdir) hints.push(workdir);
    else hints.push(...valueHints(file, placed, say));
    const stage = keyword === 'FROM' ? stageAt(file, placed.index) : undefined;
    if (stage) hints.push(...stageHint(file, stage, say), ...userHint(file, stage, say));
  }
  return hints;
}

function* valueHints(file: Dockerfile, { instruction, index, start }: Placed, say: Texts): Iterable<InlayHint> {
  const told = new Set<string>();
  let outer = -1;
  for (const use of outermost(variableUses(instruction))) {
    if (use.deferred || told.has(use.name) || use.at.end <= outer) continue;
    outer = use.at.end;
    told.add(use.name);
    const { text, assumed, cut, unresolved } = resolveAt(file, index, slice(instruction.text, use.at));
    if (assumed || cut || unresolved.length > 0 || text === '' || text.length > longest || /\s/.test(text)) continue;
    yield { offset: start + use.at.end, label: text, tooltip: say.value(use.name, text) };
  }
}

/** Uses by their place, an outer one before those in it. */
const outermost = (uses: readonly Use[]): readonly Use[] =>
  [...uses].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);

function workdirHint(file: Dockerfile, { instruction, index, start }: Placed, say: Texts): InlayHint | undefined {
  const [word] = instruction.words;
  if (!word) return undefined;
  const { inStage, workdir, windows } = forceAt(file, index)!;
  const { text, unresolved, assumed } = resolveAt(file, index, word.text, true);
  if (!inStage || assumed || unresolved.length > 0) return undefined;
  const path = joinWorkdir(workdir, text, windows);
  // what counts from the base image's own folder is not known
  if (path === undefined || !/^(?:\/|[A-Za-z]:\\)/.test(path) || path === word.text || path.length > longest) {
    return undefined;
  }
  // a slash at its end is no other folder
  if (`${path}/` === word.text) return undefined;
  return { offset: start + word.at.end, label: path, tooltip: say.workdir(path) };
}

function stageHint(file: Dockerfile, stage: Stage, say: Texts): readonly InlayHint[] {
  if (stage.name || stagesOf(file).length < 2 || stage.base.text === '') return [];
  return [{ offset: stage.base.at.end, label: `#${stage.index}`, tooltip: say.stage(stage.index) }];
}

/** The user of the stage below or of a known image, where it is another one than root. */
function userHint(file: Dockerfile, stage: Stage, say: Texts): readonly InlayHint[] {
  const states = statesOf(file)[stage.index + 1]!;
  const { user: given } = states.at[1] ?? states.end;
  const { repository, image } = rootOf(file, stage).base;
  const user = given ?? (repository && knownBase(repository, image?.tag?.text ?? '')?.user);
  if (!user || isRoot(user) || user.length > longest || /[\s$]/.test(user) || user === 'ContainerAdministrator')
    return [];
  const offset = stage.from.start + stage.from.instruction.argumentAt.end;
  return [{ offset, label: `USER ${user}`, tooltip: say.user(user, stage.base.text) }];
}
