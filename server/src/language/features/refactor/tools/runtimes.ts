import { newestTagOf } from '../../../knowledge/endOfLife';
import type { Command } from '../../../model/command';
import { commandsIn, interpreterAt } from '../../../model/commands';
import type { Dockerfile } from '../../../model/dockerfile';
import { statesOf } from '../../../model/inForce';
import { joinWorkdir } from '../../../model/paths';
import { processesOf } from '../../../model/processes';
import type { Stage } from '../../../model/stages';

/** What a program needs once it is built. */
export interface Runtime {
  readonly image: string;
  readonly workdir: string | undefined;
  /** Instructions that bring what was built. */
  readonly steps: readonly string[];
  /** The paths of the program itself that are copied. */
  readonly copies: readonly string[];
}

/** A command of the build with the folder that it runs in. */
interface Step {
  readonly command: Command;
  readonly workdir: string | undefined;
}

interface Built {
  readonly tag: string;
  readonly steps: readonly Step[];
  readonly main: Command;
  /** The program that starts, as an absolute path; undefined where it is a name alone. */
  readonly program: string | undefined;
  /** The folder that it starts in; undefined where the file sets none. */
  readonly workdir: string | undefined;
  /** A path as the running program sees it. */
  readonly resolve: (path: string | undefined) => string | undefined;
}

/** The runtime of a stage that builds a program in a way that is known, and starts it by an exec form. */
export function runtimeOf(file: Dockerfile, stage: Stage): Runtime | undefined {
  const { image } = stage.base;
  const find = image && Object.hasOwn(finders, image.familiar) ? finders[image.familiar] : undefined;
  const main = processesOf(file).find((process) => process.stage === stage)?.main;
  if (!find || !main?.exec || image?.digest) return undefined;
  const { at, end } = statesOf(file)[stage.index + 1]!;
  if (end.user !== undefined || end.windows) return undefined;
  const workdir = end.workdirSet && end.workdir?.startsWith('/') ? end.workdir : undefined;
  const steps: Step[] = [];
  for (let index = stage.first + 1; index < stage.last; index++) {
    const { instruction } = file.instructions[index]!;
    if (instruction.keyword !== 'RUN') continue;
    const state = at[index - stage.first]!;
    for (const command of commandsIn(instruction, interpreterAt(state).dialect)) {
      // where a script changes its folder no path is certain
      if (command.name === 'cd' || command.name === 'pushd') return undefined;
      steps.push({ command, workdir: state.workdir });
    }
  }
  const resolve = (path: string | undefined) => absolute(workdir, path);
  const first = main.command.words[0]?.text;
  const program = first?.includes('/') ? resolve(first) : undefined;
  return find({ tag: image?.tag?.text ?? '', steps, main: main.command, program, workdir, resolve });
}

/** A path with the folder in front that it counts from; undefined where one of them is not known. */
function absolute(workdir: string | undefined, path: string | undefined): string | undefined {
  if (path === undefined || /[*?[\s$]/.test(path)) return undefined;
  const found = joinWorkdir(workdir, path, false);
  return found && /^\/\S*$/.test(found) ? found : undefined;
}

const from = (path: string, to = path): string => `COPY --from=build ${path} ${to}`;
const certificates = from('/etc/ssl/certs/ca-certificates.crt', '/etc/ssl/certs/');

/** Below a compiled program: the system of the build image, so that its libraries fit. */
function systemBelow(tag: string): { readonly image: string; readonly steps: readonly string[] } | undefined {
  const alpine = /(?:^|-)alpine([\d.]*)$/.exec(tag);
  if (alpine) return { image: `alpine:${alpine[1] || newestTagOf('alpine')}`, steps: [] };
  const codename = /(?:^|-)(trixie|bookworm|bullseye)$/.exec(tag)?.[1];
  // a later system runs what an earlier one has linked
  const image = codename ? `debian:${codename}-slim` : `debian:${newestTagOf('debian') ?? 'trixie'}-slim`;
  return { image, steps: [certificates] };
}

function compiled(built: Built, program: string | undefined): Runtime | undefined {
  const system = program === undefined ? undefined : systemBelow(built.tag);
  if (!system || program === undefined) return undefined;
  const steps = [...system.steps, from(program)];
  return { image: system.image, workdir: built.workdir, steps, copies: [program] };
}

function go(built: Built): Runtime | undefined {
  const made = built.steps.some(
    ({ command, workdir }) =>
      command.name === 'go' &&
      command.args[0]?.text === 'build' &&
      absolute(workdir, command.value('-o')?.text) === built.program,
  );
  return made ? compiled(built, built.program) : undefined;
}

function rust(built: Built): Runtime | undefined {
  const made = built.steps.some(
    ({ command, workdir }) =>
      command.name === 'cargo' &&
      command.args[0]?.text === 'build' &&
      command.has('--release') &&
      !command.has('--target', '--target-dir') &&
      built.program?.startsWith(`${absolute(workdir, 'target/release')}/`),
  );
  return made ? compiled(built, built.program) : undefined;
}

const javaBuilders: ReadonlySet<string | undefined> = new Set(['mvn', 'mvnw', 'gradle', 'gradlew']);

/** @param release finds Java's version in the build image's tag */
const java =
  (release: RegExp) =>
  (built: Built): Runtime | undefined => {
    const { main, steps, tag, workdir } = built;
    const jar = main.name === 'java' ? built.resolve(main.value('-jar')?.text) : undefined;
    const version = release.exec(tag)?.[1];
    if (!jar || !version || !steps.some(({ command }) => javaBuilders.has(command.name))) return undefined;
    const image = `eclipse-temurin:${version}-jre${/alpine/.test(tag) ? '-alpine' : ''}`;
    return { image, workdir, steps: [from(jar)], copies: [jar] };
  };

function dotnet(built: Built): Runtime | undefined {
  const { main, steps, tag, workdir } = built;
  const dll = main.name === 'dotnet' ? built.resolve(main.args[0]?.text) : undefined;
  if (!dll?.endsWith('.dll') || tag === '') return undefined;
  for (const step of steps) {
    const { command } = step;
    if (command.name !== 'dotnet' || command.args[0]?.text !== 'publish') continue;
    const folder = absolute(step.workdir, command.value('-o', '--output')?.text);
    if (folder && dll.startsWith(`${folder}/`)) {
      return { image: `mcr.microsoft.com/dotnet/aspnet:${tag}`, workdir, steps: [from(folder)], copies: [folder] };
    }
  }
  return undefined;
}

/** Folders that bundlers and compilers write to. */
const output = /^(dist|build|out|lib)\//;

function node(built: Built): Runtime | undefined {
  const { main, steps, tag, workdir } = built;
  const script = main.args[0]?.text?.replace(/^\.\//, '');
  const folder = main.name === 'node' && main.args.length === 1 ? output.exec(script ?? '')?.[1] : undefined;
  const npm = (...words: readonly string[]) =>
    steps.some(({ command }) => command.name === 'npm' && words.every((word, i) => command.args[i]?.text === word));
  if (!folder || !workdir || tag === '' || !npm('run', 'build') || !(npm('ci') || npm('install'))) return undefined;
  const install = npm('ci') ? 'npm ci --omit=dev' : 'npm install --omit=dev';
  return {
    image: `node:${tag}`,
    workdir,
    steps: [`${from(`${workdir}/package*.json`, './')}`, `RUN ${install}`, from(`${workdir}/${folder}`, `./${folder}`)],
    copies: [`${workdir}/${folder}`],
  };
}

/** By the image's name. */
const finders: Readonly<Record<string, (built: Built) => Runtime | undefined>> = {
  golang: go,
  rust,
  maven: java(/temurin-(\d+)/),
  gradle: java(/jdk-?(\d+)/),
  'eclipse-temurin': java(/^(\d+)/),
  'mcr.microsoft.com/dotnet/sdk': dotnet,
  node,
};
