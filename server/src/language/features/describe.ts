import type { Dockerfile, Placed } from '../model/dockerfile';
import { globalsOf } from '../model/globals';
import { type Stage, stagesOf } from '../model/stages';
import { resolveAt, scopeAt } from '../model/variables';
import type { Instruction } from '../syntax/instruction';

/** So many ports of one range are named. */
const mostPorts = 64;

/** Names that every container or shell sets by itself. */
const setByItself = new Set([
  'HOME',
  'PATH',
  'HOSTNAME',
  'PWD',
  'OLDPWD',
  'USER',
  'SHELL',
  'IFS',
  'TERM',
  'RANDOM',
  'UID',
]);

/** What building and running a file needs to know, stage by stage; see `DescribeResult` of the protocol for each member. */
export function describe(file: Dockerfile) {
  const stages = stagesOf(file);
  const inStages = stages.flatMap((stage) =>
    file.instructions.slice(stage.first + 1, stage.last).map((placed) => ({ placed, stage: stage.index })),
  );
  const of = <T>(keyword: string, read: (placed: Placed, stage: number) => readonly T[]): T[] =>
    inStages.flatMap(({ placed, stage }) => (placed.instruction.keyword === keyword ? read(placed, stage) : []));
  const command = (keyword: 'CMD' | 'ENTRYPOINT') =>
    of(keyword, ({ start, end }, stage) => [{ keyword, stage, range: file.source.rangeOf({ start, end }) }]);
  return {
    stages: stages.map((stage) => ({
      index: stage.index,
      ...(stage.name && { name: stage.name.text }),
      base: stage.base.text,
      ...(stage.base.parent && { parent: stage.base.parent.index }),
      range: file.source.rangeOf({ start: stage.from.start, end: stage.from.end }),
    })),
    args: [...globalArgs(file, stages), ...of('ARG', (placed, stage) => argsOf(file, placed, stage))],
    ports: of('EXPOSE', (placed, stage) => portsOf(file, placed, stage)),
    volumes: of('VOLUME', (placed, stage) => volumesOf(file, placed, stage)),
    env: [
      ...of('ENV', (placed, stage) => envOf(file, placed, stage)),
      ...stages.flatMap((stage) => usedUnset(file, stage)),
    ],
    commands: [...command('ENTRYPOINT'), ...command('CMD')].sort((a, b) => a.range.start.line - b.range.start.line),
  };
}

function globalArgs(file: Dockerfile, stages: readonly Stage[]) {
  return file.instructions
    .slice(0, stages[0]?.first ?? file.instructions.length)
    .filter(({ instruction }) => instruction.keyword === 'ARG')
    .flatMap(({ instruction, index }) =>
      instruction.pairs.map(({ key, value }) => ({
        name: key.text,
        ...(value && { default: resolveAt(file, index, value.text, true).text }),
      })),
    );
}

function argsOf(file: Dockerfile, { instruction, index }: Placed, stage: number) {
  return instruction.pairs.map(({ key, value }) => {
    // `ARG name` takes the value of the global argument
    const given = value
      ? resolveAt(file, index, value.text, true).text
      : globalsOf(file).scope.get(key.text)?.value.text;
    return { name: key.text, ...(given !== undefined && { default: given }), stage };
  });
}

function portsOf(file: Dockerfile, { instruction, index }: Placed, stage: number) {
  return instruction.words.flatMap((word) => {
    const { text } = resolveAt(file, index, word.text);
    const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text);
    if (!match) return [];
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? first), first + mostPorts - 1);
    const protocol = (match[3]?.toLowerCase() ?? 'tcp') as 'tcp' | 'udp' | 'sctp';
    const ports: { port: number; protocol: typeof protocol; text: string; stage: number }[] = [];
    for (let port = Math.max(first, 1); port <= Math.min(last, 65535); port++) {
      ports.push({ port, protocol, text: word.text, stage });
    }
    return ports;
  });
}

function volumesOf(file: Dockerfile, { instruction, index }: Placed, stage: number) {
  return instruction.words
    .map((word) => resolveAt(file, index, word.text).text)
    .filter((path) => /^(?:\/|[A-Za-z]:[\\/])/.test(path) && !path.includes('$'))
    .map((path) => ({ path, stage }));
}

function envOf(file: Dockerfile, { instruction, index }: Placed, stage: number) {
  return instruction.pairs.map(({ key, value }) => ({
    name: key.text,
    ...(value && { value: resolveAt(file, index, value.text, true).text }),
    stage,
  }));
}

/** Names that a stage's CMD or ENTRYPOINT uses in a shell and nobody sets. */
function usedUnset(file: Dockerfile, stage: Stage) {
  const names = new Set<string>();
  for (const { instruction, index } of file.instructions.slice(stage.first + 1, stage.last)) {
    if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') continue;
    const scope = scopeAt(file, index);
    for (const name of shellNames(instruction)) {
      if (scope.get(name)?.kind !== 'env' && !setByItself.has(name)) names.add(name);
    }
  }
  return [...names].map((name) => ({ name, stage: stage.index }));
}

const shell = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;

/** The variables that the shell of a CMD or ENTRYPOINT reads and does not set itself. */
function shellNames(instruction: Instruction): string[] {
  const { json, words } = instruction;
  if (json && !(json.length > 2 && shell.test(json[0]!.text))) return [];
  return words.flatMap((word) =>
    instruction
      .usesIn(word)
      .map(({ name }) => name)
      .filter((name) => /^[A-Za-z_]\w*$/.test(name) && !sets(word.text, name)),
  );
}

const sets = (script: string, name: string): boolean =>
  script.includes(`${name}=`) || script.includes(`for ${name} in`) || script.includes(`read ${name}`);
