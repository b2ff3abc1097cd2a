import { type Block, blocksOf, indicesOf } from '../../model/block';
import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { fact } from '../../model/fact';
import { forceAt, type InForce } from '../../model/inForce';
import { joinWorkdir } from '../../model/paths';
import { withoutCommand, withoutInstruction } from '../../model/removal';
import { stagesOf } from '../../model/stages';
import { viewOf } from '../../model/view';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noMkdirBeforeWorkdir = defineRule({
  id: 'no-mkdir-before-workdir',
  category: 'learning',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  needs: ['WORKDIR'],
  text: {
    en: {
      summary: 'mkdir of a folder that WORKDIR makes',
      found: (path: string) =>
        `\`WORKDIR ${path}\` below makes this folder, with its parents. The mkdir is not needed.`,
      workdir: 'The WORKDIR that makes it',
      fix: 'Delete the mkdir',
    },
    ko: {
      summary: 'WORKDIR가 만들어 줄 디렉터리를 만드는 mkdir',
      found: (path: string) =>
        `아래의 \`WORKDIR ${path}\`가 상위 디렉터리까지 만들어 주므로 이 mkdir는 필요하지 않아요.`,
      workdir: '디렉터리를 만들어 주는 WORKDIR',
      fix: 'mkdir 지우기',
    },
  },
  *checkFile(file) {
    const blocks = blocksOf(file);
    for (const stage of stagesOf(file)) {
      if (!mayMatter(blocks[stage.index + 1]!.block)) continue;
      let made: Made[] = [];
      for (let index = stage.first + 1; index < stage.last && index < file.instructions.length; index++) {
        const placed = file.instructions[index]!;
        const force = forceAt(file, index)!;
        const { keyword, argument, text, words } = placed.instruction;
        if (keyword === 'WORKDIR') {
          const path = forceAt(file, index + 1)?.workdir ?? workdirAfter(force, words[0]?.text);
          const answered = made.filter((each) => each.path === path && isRoot(force.user));
          for (const [command, dirs] of byCommand(answered)) {
            const edits = withoutDirs(file, command, dirs);
            yield {
              at: shift(spanOf(command, dirs), dirs[0]!.placed.start),
              say: (text) => text.found(argument),
              tags: ['unnecessary'],
              related: [{ at: shift(placed.instruction.argumentAt, placed.start), say: (text) => text.workdir }],
              ...(edits && { fix: { title: (text) => text.fix, safety: 'safe', edits } }),
            };
          }
          made = made.filter((each) => !answered.includes(each));
          continue;
        }
        if (keyword === 'USER') made = [];
        // what is used before WORKDIR is needed there; COPY to a folder that is not there makes a file
        else made = made.filter(({ name }) => !text.includes(name));
        if (keyword === 'RUN' && isRoot(force.user)) {
          made = [...made, ...madeIn(placed, force)].slice(-mostRemembered);
        }
      }
    }
  },
});

/** Most stages make no folder, or have no WORKDIR. */
const mayMatter = fact(
  (block: Block) =>
    indicesOf(block, ['WORKDIR']).length > 0 &&
    indicesOf(block, ['RUN']).some((index) => block.instructions[index]!.text.includes('mkdir')),
);

/** So many folders that no WORKDIR named yet are remembered: each is looked for in every RUN that follows. */
const mostRemembered = 16;

/** A folder that a mkdir makes and nothing in the same RUN speaks of again. */
interface Made {
  readonly placed: Placed;
  readonly command: Command;
  readonly word: CommandWord;
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  /** Its RUN does nothing else. */
  readonly alone: boolean;
}

const isRoot = (user: string | undefined): boolean => user === undefined || /^(?:root|0)(?::|$)/.test(user);
const workdirAfter = (force: InForce, text: string | undefined): string | undefined =>
  text === undefined || text.includes('$') ? undefined : joinWorkdir(force.workdir, text, force.windows);
const harmless: ReadonlySet<string | undefined> = new Set(['-p', '-v', '-pv', '-vp', '--parents', '--verbose']);

function* madeIn(placed: Placed, force: InForce): Iterable<Made> {
  const { instruction } = placed;
  if (!instruction.text.includes('mkdir') || force.windows || instruction.text.includes('umask')) return;
  const commands = commandsAt(viewOf(instruction, force));
  let moved = false;
  let count = 0;
  for (const command of commands) {
    if (command.name === 'cd') moved = true;
    if (command.name !== 'mkdir' || !stands(command) || !command.flags.every(({ text }) => harmless.has(text)))
      continue;
    for (const word of command.positional()) {
      const { text } = word;
      if (!text || text.startsWith('~') || (moved && !text.startsWith('/'))) continue;
      const path = joinWorkdir(force.workdir, text, false);
      const name = text.replace(/\/+$/, '').split('/').at(-1)!;
      if (path === undefined || name === '' || name.startsWith('.')) continue;
      if (instruction.text.lastIndexOf(name) >= command.at.end) continue;
      if (count++ === mostRemembered) return;
      yield { placed, command, word, path, name, alone: commands.length === 1 };
    }
  }
}

/** Runs whatever the others do. */
const stands = ({ within, wrappers, before, after, background, negated, redirects }: Command): boolean =>
  within.length + wrappers.length + redirects.length === 0 &&
  !background &&
  !negated &&
  [before, after].every((operator) => operator === undefined || ['&&', ';', '\n'].includes(operator.text));

function byCommand(made: readonly Made[]): Map<Command, Made[]> {
  const map = new Map<Command, Made[]>();
  for (const each of made) {
    const dirs = map.get(each.command);
    if (dirs) dirs.push(each);
    else map.set(each.command, [each]);
  }
  return map;
}

const isWhole = (command: Command, dirs: readonly Made[]): boolean => command.positional().length === dirs.length;

function spanOf(command: Command, dirs: readonly Made[]) {
  const end = command.words.at(-1)!.at.end;
  return isWhole(command, dirs)
    ? { start: command.nameAt.start, end }
    : { start: dirs[0]!.word.at.start, end: dirs.at(-1)!.word.at.end };
}

function withoutDirs(file: Dockerfile, command: Command, dirs: readonly Made[]): Edit[] | undefined {
  const { placed, alone } = dirs[0]!;
  const { instruction, start } = placed;
  if (!isWhole(command, dirs)) {
    return dirs.map(({ word }) => {
      let from = word.at.start;
      while (/[ \t]/.test(instruction.text[from - 1] ?? '')) from--;
      return { at: shift({ start: from, end: word.at.end }, start), text: '' };
    });
  }
  if (alone) return [withoutInstruction(file, placed)];
  const edit = withoutCommand(instruction, command);
  return edit && [{ ...edit, at: shift(edit.at, start) }];
}
