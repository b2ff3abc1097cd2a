import {
  type ConfigLayer,
  createLinter,
  type Linter,
  type Preset,
  presets,
  type RuleSetting,
  resolveConfig,
  rules,
} from '../language';
import { type ConfigurationFile, isRecord } from './configurationFile';
import { formatOf, type SomeFormat } from './formatSettings';
import { parseHadolint } from './hadolint';
import { chain, foldersUpwards, type Host, type MaybePromise } from './host';

/** The names of our configuration file and of hadolint's. */
export const OUR_FILE = '.slipway.json';
export const HADOLINT_FILES = ['.hadolint.yaml', '.hadolint.yml'] as const;

/** The configuration files that hold for the files of one folder. */
export interface FolderConfiguration {
  readonly ours?: ConfigurationFile;
  readonly hadolint?: ConfigurationFile;
}

/** Finds and reads the configuration files; remembers them by folder until told to forget. */
export class ConfigurationFiles {
  private readonly folders = new Map<string, MaybePromise<FolderConfiguration>>();
  private user: MaybePromise<FolderConfiguration> | undefined;

  /** @param read the text of a file, undefined where there is none */
  constructor(
    private readonly read: (uri: string) => MaybePromise<string | undefined>,
    private readonly userConfigurations: Host['userConfigurations'],
  ) {}

  /** What holds for a file, by its URI. */
  of(uri: string): MaybePromise<FolderConfiguration> {
    return this.from([...foldersUpwards(uri)], 0);
  }

  forget(): void {
    this.folders.clear();
    this.user = undefined;
  }

  private from(folders: readonly string[], at: number): MaybePromise<FolderConfiguration> {
    const folder = folders[at];
    if (folder === undefined) {
      this.user ??= chain(this.first(this.userConfigurations, parseHadolint), (hadolint) => ({
        ...(hadolint && { hadolint }),
      }));
      return this.user;
    }
    const known = this.folders.get(folder);
    if (known) return known;
    const found = chain(this.first([`${folder}/${OUR_FILE}`], parseOurs), (ours) =>
      chain(
        this.first(
          HADOLINT_FILES.map((name) => `${folder}/${name}`),
          parseHadolint,
        ),
        (hadolint) =>
          ours && hadolint
            ? { ours, hadolint }
            : chain(this.from(folders, at + 1), (outer) => ({
                ...outer,
                ...(ours && { ours }),
                ...(hadolint && { hadolint }),
              })),
      ),
    );
    this.folders.set(folder, found);
    return found;
  }

  /** The first of some files that exists. */
  private first(
    uris: readonly string[],
    parse: (uri: string, text: string) => MaybePromise<ConfigurationFile>,
    at = 0,
  ): MaybePromise<ConfigurationFile | undefined> {
    const uri = uris[at];
    if (uri === undefined) return undefined;
    return chain(this.read(uri), (text) => (text === undefined ? this.first(uris, parse, at + 1) : parse(uri, text)));
  }
}

/** Reads a `.slipway.json`. */
export function parseOurs(uri: string, text: string): ConfigurationFile {
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    return { uri, layer: {}, complaints: [`not valid JSON: ${(error as Error).message}`] };
  }
  return { uri, ...layerOf(json) };
}

/** What a value from outside says, and what of it does not count. */
interface Told {
  readonly layer: ConfigLayer;
  readonly format: SomeFormat;
  readonly complaints: readonly string[];
}

/** Reads the editor's section of settings, or what a `.slipway.json` holds. */
export function layerOf(value: unknown): Told {
  if (!isRecord(value)) return { layer: {}, format: {}, complaints: ['must be an object'] };
  const { format, complaints: wrongFormat } = formatOf(value);
  const complaints = [...wrongFormat];
  const { preset, rules: given } = value;
  const known = presets.includes(preset as Preset);
  if (preset !== undefined && preset !== null && !known) complaints.push(`preset must be one of ${presets.join(', ')}`);
  if (given !== undefined && given !== null && !isRecord(given)) complaints.push('rules must be an object');
  return {
    layer: {
      ...(known && { preset: preset as Preset }),
      ...(isRecord(given) && { rules: given as Record<string, RuleSetting> }),
    },
    format,
    complaints,
  };
}

/** A linter with what its configuration says. */
export interface Configured {
  readonly linter: Linter;
  readonly preset: Preset;
  readonly complaints: readonly string[];
}

/** One linter for each distinct configuration: it remembers what it found. */
export class Linters {
  private readonly known = new Map<string, Configured>();

  /** @param layers weakest first */
  for(layers: readonly ConfigLayer[]): Configured {
    const key = JSON.stringify(layers);
    let configured = this.known.get(key);
    if (!configured) {
      const config = resolveConfig(rules, layers);
      const preset = layers.findLast((layer) => layer.preset)?.preset ?? 'recommended';
      configured = { linter: createLinter(config), preset, complaints: config.complaints };
      this.known.set(key, configured);
    }
    return configured;
  }

  forget(): void {
    this.known.clear();
  }
}

/** The layers that hold, weakest first (contract: flags, comments, ours, editor, hadolint, preset). */
export const layersOf = (
  files: FolderConfiguration,
  editor: ConfigLayer = {},
  flags: ConfigLayer = {},
): ConfigLayer[] => [files.hadolint?.layer ?? {}, editor, files.ours?.layer ?? {}, flags];
