import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ConfigLayer,
  copySources,
  Dockerfile,
  defaultFormat,
  type FormatSettings,
  InstructionPool,
  type Linter,
  type Surroundings,
} from '../../language';
import { ConfigurationFiles, Linters, layersOf } from '../../lsp/configuration';
import type { FailOn } from '../../lsp/configurationFile';
import { contextOf } from '../../lsp/context';
import { missingSources } from '../../lsp/missingSources';
import { nodeHost, today } from '../host';
import { type FileOptions, UsageError } from './args';
import { fileName, findFiles, reason, shownPath, type Trouble } from './files';

/** One file to look at, with what is in force for it. */
export interface Input {
  /** As it is shown. */
  readonly path: string;
  /** Where it is written back to; undefined for standard input. */
  readonly target: string | undefined;
  readonly bytes: Buffer;
  readonly file: Dockerfile;
  readonly linter: Linter;
  readonly around: Surroundings;
  readonly format: FormatSettings;
  /** Its path; for standard input the one that it stands for. */
  readonly asPath: string;
  /** What the configuration says of findings that make the run fail. */
  readonly failOn: FailOn | undefined;
}

/** Reads the files that the command line names, one after the other. What cannot be read is told and passed over. */
export async function* inputs(options: FileOptions, onTrouble: (trouble: Trouble) => void): AsyncGenerator<Input> {
  const files = new ConfigurationFiles(nodeHost.readFile, nodeHost.userConfigurations);
  const linters = new Linters();
  const flags: ConfigLayer = { ...(options.preset && { preset: options.preset }) };
  const complained = new Set<string>();
  const complain = (uri: string, complaints: readonly string[]) => {
    const path = shownPath(fileURLToPath(uri));
    for (const message of complaints) {
      const key = `${path}\n${message}`;
      if (!complained.has(key)) onTrouble({ path, message });
      complained.add(key);
    }
  };
  const now = today();
  const root = options.context === undefined ? undefined : folderUri(options.context);
  const stdin = options.paths.includes('-');
  // files of one project have much in common
  const pool = new InstructionPool();
  for (const path of stdin ? [undefined] : findFiles(options.paths, onTrouble)) {
    const named = path ?? (options.stdinFilename === undefined ? undefined : resolve(options.stdinFilename));
    const shown = named === undefined ? '-' : shownPath(named);
    try {
      const bytes = readFileSync(path ?? 0);
      const asPath = named ?? resolve('Dockerfile');
      const uri = pathToFileURL(asPath).href;
      const found = await files.of(uri);
      const { linter, complaints } = linters.for(layersOf(found, {}, flags));
      for (const each of [found.ours, found.hadolint]) if (each) complain(each.uri, each.complaints);
      if (found.ours) complain(found.ours.uri, complaints);
      const file = Dockerfile.parse(bytes.toString('utf8'), pool);
      const around: Surroundings = {
        today: now,
        ...(named !== undefined && { fileName: fileName(named) }),
        ...(await surroundingsIn(root, uri, file)),
      };
      const format = { ...defaultFormat, ...found.ours?.format };
      const { failOn } = found.hadolint ?? {};
      yield { path: shown, target: path, asPath, bytes, file, linter, around, format, failOn };
    } catch (error) {
      onTrouble({ path: shown, message: reason(error) });
    }
  }
}

/** A folder that the command line names, as a URI. */
function folderUri(path: string): string {
  try {
    if (!statSync(path).isDirectory()) throw new Error('is no folder');
  } catch (error) {
    throw new UsageError(`--context ${path}: ${reason(error)}`);
  }
  return pathToFileURL(resolve(path)).href.replace(/\/$/, '');
}

/** What is known of a build context; where nobody says which folder it is, of the Dockerfile's own what it leaves out alone. */
async function surroundingsIn(root: string | undefined, uri: string, file: Dockerfile): Promise<Partial<Surroundings>> {
  const context = await contextOf(uri, root, nodeHost.readFile);
  if (root === undefined) return { ...(context && { context }) };
  const paths = copySources(file).map(({ path }) => path);
  const missing = await missingSources(paths, { folders: [root], isSure: true }, context, nodeHost);
  return { ...(context && { context }), missingSources: missing };
}
