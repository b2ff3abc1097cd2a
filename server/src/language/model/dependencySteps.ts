import { type DependencyStep, dependencyTable, sameWork } from '../knowledge/manifests';
import type { Span } from '../text/span';
import { factOfSome } from './block';
import type { Command } from './command';
import { fact } from './fact';
import { Folder } from './folders';
import { installsOf } from './installs';
import { joinWorkdir } from './paths';

/** A command that installs what a manifest lists. Spans count in the instruction. */
export interface DependencyInstall {
  readonly command: Command;
  /** Its program, or the one whose work it does. */
  readonly manager: string;
  /** `npm ci`. */
  readonly title: string;
  readonly at: Span;
  /** The folder that it reads its files from, as `joinWorkdir` gives it. */
  readonly folder: string;
  /** What it reads, as COPY takes it. */
  readonly files: readonly string[];
  /** It works before the sources are there. */
  readonly alone: boolean;
  /** A `cd` in front of it has changed the folder. */
  readonly moved: boolean;
}

const none: readonly DependencyInstall[] = [];

/** The RUNs of a block that name a program which may install what a manifest lists. */
export const installRuns = factOfSome(({ keyword, text }) =>
  keyword === 'RUN' && programs.test(text) ? true : undefined,
);

const programs = new RegExp(`\\b(?:${[...Object.keys(dependencyTable), 'pip', 'python', 'pypy'].join('|')})`);

/** By folder: a list of commands belongs to one instruction, and is the same as long as that is. */
const known = fact((_commands: readonly Command[]) => new Map<string | undefined, readonly DependencyInstall[]>());

/**
 * The steps among a RUN's commands that install what a manifest lists; those whose folder is not known are left out.
 * @param workdir of the instruction: see `InForce`
 */
export function dependencyInstalls(
  commands: readonly Command[],
  workdir: string | undefined,
): readonly DependencyInstall[] {
  if (!mayInstall(commands)) return none;
  const byFolder = known(commands);
  let found = byFolder.get(workdir);
  if (!found) {
    byFolder.clear();
    found = readInstalls(commands, workdir);
    byFolder.set(workdir, found);
  }
  return found;
}

const mayInstall = fact((commands: readonly Command[]): boolean =>
  commands.some(({ name = '' }) => Object.hasOwn(dependencyTable, name) || /^(?:pip|python|pypy)/.test(name)),
);

function readInstalls(commands: readonly Command[], workdir: string | undefined): readonly DependencyInstall[] {
  const found: DependencyInstall[] = [];
  const folder = new Folder(workdir);
  for (const command of commands) {
    if (folder.follow(command) || folder.current === undefined || command.within.length > 0) continue;
    const install = pipLists(command, folder.current) ?? fromTable(command, folder.current);
    if (install) found.push({ ...install, moved: folder.moved });
  }
  return found;
}

type Found = Omit<DependencyInstall, 'moved'>;

function fromTable(command: Command, folder: string): Found | undefined {
  const { name = '' } = command;
  const steps = Object.hasOwn(dependencyTable, name) ? dependencyTable[name]! : [];
  for (const step of steps) {
    const words = wordsOf(command, step);
    if (!words || (step.unless && command.has(...step.unless))) continue;
    const end = words.at(-1)?.at.end ?? command.nameAt.end;
    return {
      command,
      manager: Object.hasOwn(sameWork, name) ? sameWork[name]! : name,
      title: [name, ...words.map(({ text }) => text)].join(' '),
      at: { start: command.nameAt.start, end },
      folder,
      files: step.files,
      alone: step.alone === 'always' || (step.alone !== 'never' && command.has(...step.alone)),
    };
  }
  return undefined;
}

/** The words of a step's subcommand; undefined where others stand there, or packages follow. */
function wordsOf(command: Command, { subcommands, values }: DependencyStep) {
  const given = command.positional(values);
  for (const subcommand of subcommands) {
    const wanted = subcommand === '' ? [] : subcommand.split(' ');
    // what is built may be named
    const exact =
      command.name !== 'mvn' && command.name !== 'mvnw' && command.name !== 'cargo' && command.name !== 'dotnet';
    if (exact ? given.length !== wanted.length : given.length < wanted.length) continue;
    if (wanted.every((word, i) => given[i]!.text === word)) return given.slice(0, wanted.length);
  }
  return undefined;
}

/** `pip install -r requirements.txt` with one list and no package that is a folder. */
function pipLists(command: Command, workdir: string): Found | undefined {
  const install = installsOf(command);
  const list = install?.lists[0]?.text;
  if (!install || list === undefined || list === '' || /^\w+:\/\/|^[~-]/.test(list)) return undefined;
  if (install.packages.some(({ kind }) => kind === 'path' || kind === 'dynamic')) return undefined;
  // a folder of packages came along on purpose
  if (install.command.has('--no-index', '-f', '--find-links')) return undefined;
  const path = joinWorkdir(workdir, list, false);
  if (path === undefined) return undefined;
  const slash = path.lastIndexOf('/');
  const { manager, subcommand } = install;
  return {
    command,
    manager: 'pip',
    title: `${manager} ${subcommand.text} -r ${list}`,
    at: { start: command.nameAt.start, end: install.lists[0]!.at.end },
    folder: slash < 0 ? '' : path.slice(0, Math.max(slash, 1)),
    files: [path.slice(slash + 1)],
    alone: install.lists.length === 1,
  };
}
