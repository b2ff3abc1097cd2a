/** Commands that run the command that follows them in their arguments. */
export interface WrapperSpec {
  /** Flags whose value is the next word. */
  readonly values: readonly string[];
  /** Words that come before the command and are no flags. */
  readonly operands: number;
  /** `NAME=value` words may come before the command. */
  readonly assignments: boolean;
  /** Flags with which it runs no command. */
  readonly without: readonly string[];
}

const wrapper = (values: readonly string[] = [], rest: Partial<Omit<WrapperSpec, 'values'>> = {}): WrapperSpec => ({
  values,
  operands: 0,
  assignments: false,
  without: [],
  ...rest,
});

/** By name. Sources: their manual pages and POSIX. */
export const wrapperTable: Readonly<Record<string, WrapperSpec>> = {
  builtin: wrapper(),
  catatonit: wrapper(),
  chroot: wrapper([], { operands: 1 }),
  command: wrapper([], { without: ['-v', '-V'] }),
  doas: wrapper(['-u', '-C']),
  'dumb-init': wrapper(['-r', '--rewrite']),
  eatmydata: wrapper(),
  env: wrapper(['-u', '--unset', '-C', '--chdir'], { assignments: true, without: ['-S', '--split-string'] }),
  exec: wrapper(['-a']),
  fakeroot: wrapper(['-l', '-i', '-s', '-b']),
  gosu: wrapper([], { operands: 1 }),
  ionice: wrapper(['-c', '--class', '-n', '--classdata'], { without: ['-p', '--pid'] }),
  nice: wrapper(['-n', '--adjustment']),
  nohup: wrapper(),
  setsid: wrapper(),
  stdbuf: wrapper(['-i', '-o', '-e', '--input', '--output', '--error']),
  'su-exec': wrapper([], { operands: 1 }),
  sudo: wrapper(
    ['-u', '--user', '-g', '--group', '-h', '--host', '-p', '--prompt', '-C', '-r', '-t', '-U', '-D', '-R', '-T'],
    {
      assignments: true,
      without: ['-l', '--list', '-v', '--validate', '-k', '-K', '-e', '--edit'],
    },
  ),
  time: wrapper(['-f', '--format', '-o', '--output']),
  timeout: wrapper(['-s', '--signal', '-k', '--kill-after'], { operands: 1 }),
  tini: wrapper(['-p', '-e']),
  xargs: wrapper([
    '-a',
    '--arg-file',
    '-d',
    '--delimiter',
    '-E',
    '-I',
    '-L',
    '-n',
    '--max-args',
    '-P',
    '--max-procs',
    '-s',
  ]),
  'xvfb-run': wrapper(['-e', '-f', '-n', '-p', '-s', '-w', '--server-args', '--server-num', '--error-file', '--wait']),
};
