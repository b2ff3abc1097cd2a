/** The command line. Parts are loaded when they are needed: most runs need one of them. */
import { parseCommand, UsageError, usage } from './args';
import { version } from './version';

async function run(argv: readonly string[]): Promise<number> {
  const command = parseCommand(argv);
  switch (command.name) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'version':
      process.stdout.write(`${version()}\n`);
      return 0;
    case 'lint':
      return (await import('./lint')).lint(command);
    case 'fix':
      return (await import('./fix')).fix(command);
    case 'format':
      return (await import('./format')).format(command);
    case 'explain':
      return (await import('./explain')).explain(command);
    case 'lsp':
      (await import('../serve')).serve();
      // the connection ends the process
      return new Promise<never>(() => {});
  }
}

/** Runs the command that the arguments name and sets the process's exit code. */
export function runCommand(argv: readonly string[]): void {
  // the reader went away, as `head` does: there is nobody left to tell
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
  run(argv).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const text =
        error instanceof UsageError
          ? `slipway: ${error.message}\nTry: slipway --help\n`
          : String((error as Error)?.stack ?? error);
      process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
      process.exitCode = 2;
    },
  );
}
