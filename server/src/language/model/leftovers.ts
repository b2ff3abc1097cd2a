import type { Instruction } from '../syntax/instruction';
import type { Command } from './command';
import { mountsOf } from './mounts';

const kept: ReadonlySet<string | undefined> = new Set(['cache', 'tmpfs', 'bind']);

/** True where what a RUN writes into a folder goes into a mount and not into the layer. */
export const isMounted = (instruction: Instruction, folder: string): boolean =>
  mountsOf(instruction).some((mount) => {
    const target = (mount.get('target') ?? mount.get('dst') ?? mount.get('destination'))?.value;
    return target !== undefined && kept.has(mount.get('type')?.value?.toLowerCase()) && isWithin(folder, target);
  });

/** True where `path` is `folder` or is in it; a `/` or `/*` at the folder's end does not count. */
export const isWithin = (path: string, folder: string): boolean => {
  const base = folder.replace(/\/\*?$/, '');
  return path === base || path.startsWith(`${base}/`);
};

/** True where a command deletes what is in a folder: `rm -rf folder/*`, or one above it; `find folder -delete`. */
export function deletes(command: Command, folder: string): boolean {
  const { name, args } = command;
  const names = (argument: string) => {
    const plain = argument.split('{', 1)[0]!.replace(/^~(?=\/)/, '/root');
    return plain[0] === '/' && (isWithin(folder, plain) || isWithin(plain, folder));
  };
  if (name === 'rm') return args.some(({ prefix }) => names(prefix));
  if (name !== 'find') return false;
  return names(args[0]?.prefix ?? '') && args.some(({ prefix }) => prefix === '-delete' || prefix === 'rm');
}
