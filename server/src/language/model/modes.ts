import { phpServer, servingTable } from '../knowledge/serving';
import type { Instruction } from '../syntax/instruction';
import type { Dockerfile } from './dockerfile';
import type { Process } from './processes';
import type { Serving } from './serving';
import { scopeAt } from './variables';

const servers = [phpServer, ...Object.values(servingTable).flat()];

/** What a variable of a process comes to: as the end of its stage sees it; undefined where nothing sets it. */
export function environmentOf(file: Dockerfile, { stage }: Process, name: string): string | undefined {
  const definition = scopeAt(file, stage.last - 1).get(name);
  return definition && definition.kind !== 'arg' ? (definition.value.text ?? '') : undefined;
}

/** True of an instruction that may set a variable by which a server is told its address or its purpose. */
export const mayTellServers = ({ keyword, text }: Instruction): boolean =>
  (keyword === 'ENV' || keyword === 'ARG') && tellingServers.test(text);

/** `$`: the name may be a variable's value. */
const tellingServers = new RegExp(
  [
    'HOST',
    '\\$',
    ...servers.flatMap(({ environment = [], mode }) => [...environment, ...(mode?.environment ?? [])]),
  ].join('|'),
);

/** True where a flag or a variable puts a server that serves both purposes into production. */
export function inProduction(file: Dockerfile, process: Process, { spec, command }: Serving): boolean {
  const { mode } = spec;
  if (!mode) return false;
  const flag = command.value(...mode.flags);
  // a value that is not known may be anything
  if (flag) return flag.text === undefined || flag.text === 'production';
  return mode.environment.some((name) => {
    const value = environmentOf(file, process, name);
    return value !== undefined && !/^(?:dev|test)/.test(value);
  });
}

/** True where a stage or its file is called one for development. */
export const forDevelopment = ({ stage }: Process, fileName: string | undefined): boolean =>
  /dev|debug|test|local|watch/.test(stage.name?.key ?? '') || /dev|debug|test|local/i.test(fileName ?? '');
