import type { Instruction } from '../syntax/instruction';
import { shift } from '../text/span';
import { blocksOf, indicesOf } from './block';
import { alone, Command, type CommandWord } from './command';
import { commandsIn, execCommand, interpreterAt } from './commands';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { forceAt } from './inForce';
import { scriptsOf } from './scripts';
import { type Stage, stagesOf } from './stages';
import { wrapperTable } from './wrappers';

/** A command that a container starts. */
export interface Started {
  readonly command: Command;
  /** Where the spans of `command` count from, in the file. */
  readonly offset: number;
  /** The instruction that it stands in: of a command put together from ENTRYPOINT and CMD the one with its last word. */
  readonly placed: Placed;
  /** It is the exec form's argument list. */
  readonly exec: boolean;
}

/** What a container of a stage starts with. Stages that leave it to their base have none. */
export interface Process {
  readonly stage: Stage;
  /** All commands, in order; none where CMD and ENTRYPOINT are no shell's and no exec form's. */
  readonly commands: readonly Started[];
  /** The one that the container lives as long as; undefined where nothing is known. */
  readonly main: Started | undefined;
}

interface Setting {
  readonly placed: Placed;
  readonly index: number;
}

interface Settings {
  readonly entrypoint: Setting | undefined;
  readonly cmd: Setting | undefined;
}

/** True of an instruction that says what a container starts, or with which shell. */
export const isProcess = ({ keyword }: Instruction): boolean =>
  keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'SHELL';

/** The processes of all stages that say something of their own. */
export const processesOf = fact((file: Dockerfile): readonly Process[] => {
  const ends: Settings[] = [];
  const processes: Process[] = [];
  const blocks = blocksOf(file);
  for (const stage of stagesOf(file)) {
    let { entrypoint, cmd }: Settings = stage.base.parent ? ends[stage.base.parent.index]! : unset;
    let ownCmd = false;
    const own = indicesOf(blocks[stage.index + 1]!.block, ['CMD', 'ENTRYPOINT']);
    for (const within of own) {
      const index = stage.first + within;
      const placed = file.instructions[index]!;
      if (placed.instruction.keyword === 'CMD') {
        cmd = { placed, index };
        ownCmd = true;
        continue;
      }
      entrypoint = { placed, index };
      // an inherited CMD was meant for another program
      if (!ownCmd) cmd = undefined;
    }
    ends.push({ entrypoint, cmd });
    if (own.length > 0) processes.push(processOf(file, stage, { entrypoint, cmd }));
  }
  return processes;
});

const unset: Settings = { entrypoint: undefined, cmd: undefined };

function processOf(file: Dockerfile, stage: Stage, { entrypoint, cmd }: Settings): Process {
  const entry = entrypoint ? startedIn(file, entrypoint) : [];
  if (!entrypoint || isEmpty(entrypoint.placed)) return made(stage, cmd ? startedIn(file, cmd) : []);
  const [first] = entry;
  // an ENTRYPOINT in shell form gets no arguments
  if (!cmd || !first?.exec) return made(stage, entry);
  const arguments_ = startedIn(file, cmd);
  const [given] = arguments_;
  if (passesOn(first.command)) return made(stage, arguments_);
  if (!given?.exec) return made(stage, entry);
  return made(stage, [joined(first, given, cmd.placed)]);
}

/** `ENTRYPOINT []` takes the base image's away. */
const isEmpty = ({ instruction }: Placed): boolean => instruction.json?.length === 0;

const made = (stage: Stage, commands: readonly Started[]): Process => {
  const main = commands.findLast(({ command }) => isMain(command));
  return { stage, commands, main };
};

const second: ReadonlySet<string | undefined> = new Set(['|', '|&', '||']);
const isMain = ({ within, words, before }: Command): boolean =>
  within.length === 0 && words.length > 0 && !second.has(before?.text);

/** The commands of one instruction: of a shell given by an exec form those that it is to run. */
function startedIn(file: Dockerfile, { placed, index }: Setting): readonly Started[] {
  const { instruction, start } = placed;
  const { dialect } = interpreterAt(forceAt(file, index)!);
  const exec = execCommand(instruction);
  const commands = commandsIn(instruction, dialect);
  const own = exec && scriptsOf(instruction).length > 0 ? commands.filter((each) => each !== exec) : commands;
  return own.map((command) => ({ command, offset: start, placed, exec: command === exec }));
}

/** Starts what its arguments name: `tini --`, and the scripts that end in `exec "$@"` by custom. */
function passesOn({ name, words }: Command): boolean {
  if (name === undefined) return true;
  return (
    Object.hasOwn(wrapperTable, name) || (words.length === 1 && /entrypoint|\.sh$|^entry|^init$|^\/init/.test(name))
  );
}

/** One command of both argument lists; its spans count in the file. */
function joined(entry: Started, cmd: Started, placed: Placed): Started {
  const words = [entry, cmd].flatMap(({ command, offset }) =>
    [...command.wrappers.flatMap((wrapper) => wrapper.words), ...command.words].map((word) => moved(word, offset)),
  );
  const at = { start: words[0]!.at.start, end: words.at(-1)!.at.end };
  return { command: new Command(words, { ...alone, at, script: undefined }), offset: 0, placed, exec: true };
}

const moved = ({ text, raw, prefix, at }: CommandWord, by: number): CommandWord => ({
  text,
  raw,
  prefix,
  at: shift(at, by),
  node: undefined,
});
