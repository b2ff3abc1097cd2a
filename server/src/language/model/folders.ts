import type { Command, CommandWord } from './command';
import { joinWorkdir } from './paths';

/** Follows `cd` through the commands of one RUN. */
export class Folder {
  /** As `joinWorkdir` gives it; undefined where it is not known. */
  current: string | undefined;
  /** True behind a `cd`. */
  moved = false;

  constructor(workdir: string | undefined) {
    this.current = workdir;
  }

  /** True where the command changes the folder for those behind it. */
  follow({ name, args, within }: Command): boolean {
    if (name !== 'cd' && name !== 'pushd' && name !== 'popd') return false;
    const to = args[0]?.text;
    const known = name === 'cd' && to !== undefined && to !== '-' && !to.startsWith('~') && within.length === 0;
    this.current = known ? joinWorkdir(this.current, to, false) : undefined;
    this.moved = true;
    return true;
  }

  /** A path that a command is given; undefined where it is not known. `*` at its end is kept as it is. */
  path({ text, raw }: Pick<CommandWord, 'text' | 'raw'>): string | undefined {
    const plain = text ?? (/^[\w./*-]+$/.test(raw) ? raw : undefined);
    if (plain === undefined || plain === '' || plain[0] === '~') return undefined;
    return joinWorkdir(this.current, plain, false);
  }
}
