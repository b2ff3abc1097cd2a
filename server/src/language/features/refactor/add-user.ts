import { type BaseSystem, knownBase } from '../../knowledge/bases';
import { commandsIn, interpreterAt } from '../../model/commands';
import { createdUser } from '../../model/createdUsers';
import type { Dockerfile } from '../../model/dockerfile';
import { statesOf } from '../../model/inForce';
import { serverImages } from '../../model/plainBase';
import { rootOf, type Stage } from '../../model/stages';
import { isRoot } from '../../model/users';
import { spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { newlineOf } from './tools/layout';
import { finalStage, lastWork } from './tools/stageEnd';

/** A final stage that runs as root gets a user without rights: the image's own, one that the file makes, else a new one. */
export const addUser = defineRefactoring({
  id: 'add-user',
  kind: 'refactor.rewrite',
  text: {
    en: {
      existing: (name: string) => `Run as the user ${name}, not as root`,
      created: (name: string) => `Create the user ${name} and run as it, not as root`,
    },
    ko: {
      existing: (name: string) => `root가 아닌 ${name} 사용자로 실행하기`,
      created: (name: string) => `${name} 사용자를 만들어 root 대신 실행하기`,
    },
  },
  propose({ file, placed, stage: own }) {
    const stage = finalStage(file, own);
    if (!stage || !asked.has(placed.instruction.keyword)) return undefined;
    const { user, windows } = statesOf(file)[stage.index + 1]!.end;
    const { repository, image } = rootOf(file, stage).base;
    const base = repository === undefined ? undefined : knownBase(repository, image?.tag?.text ?? '');
    if (!base || windows || base.user !== 'root' || serverImages.has(base.repository)) return undefined;
    if (user !== undefined && !isRoot(user)) return undefined;
    const existing = madeIn(file, stage) ?? base.users.find((each) => meant.has(each));
    const name = existing ?? 'app';
    const create = existing === undefined ? creating[base.system] : [];
    if (!create) return undefined;
    const { keyword } = placed.instruction;
    const lower = keyword.toLowerCase() === placed.instruction.written;
    const lines = [...create, `USER ${name}`].map((line) =>
      lower ? line.replace(/^[A-Z]+/, (word) => word.toLowerCase()) : line,
    );
    // a script that is run as root must be: the new lines go behind the last one
    const { end } = lastWork(file, stage);
    const newline = newlineOf(file);
    return {
      title: (text) => (existing === undefined ? text.created(name) : text.existing(name)),
      edits: [{ at: spanOf(end, end), text: lines.map((line) => newline + line).join('') }],
    };
  },
});

const asked: ReadonlySet<string> = new Set(['FROM', 'USER', 'CMD', 'ENTRYPOINT']);
/** Accounts that images bring for what is built upon them. */
const meant: ReadonlySet<string> = new Set(['node', 'app', 'nonroot']);

/** How a system account with a home is made; where the programs for it may be missing there is none. */
const creating: Readonly<Partial<Record<BaseSystem, readonly string[]>>> = {
  debian: ['RUN useradd --system --create-home --user-group --no-log-init app'],
  ubuntu: ['RUN useradd --system --create-home --user-group --no-log-init app'],
  alpine: ['RUN addgroup -S app && adduser -S -G app app'],
};

/** The last account that the stage, or one that it is built upon, creates. */
function madeIn(file: Dockerfile, stage: Stage): string | undefined {
  for (let each: Stage | undefined = stage; each; each = each.base.parent) {
    const { at } = statesOf(file)[each.index + 1]!;
    for (let index = each.last - 1; index > each.first; index--) {
      const { instruction } = file.instructions[index]!;
      if (instruction.keyword !== 'RUN') continue;
      const { dialect } = interpreterAt(at[index - each.first]!);
      const made = commandsIn(instruction, dialect).flatMap((command) => createdUser(command) ?? []);
      if (made.length > 0) return made.at(-1)!.name;
    }
  }
  return undefined;
}
