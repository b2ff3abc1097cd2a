import type { ConfigLayer, FormatSettings, Level } from '../language';

/** From which level on findings make a run of the command line fail. */
export type FailOn = Exclude<Level, 'off'> | 'never';

/** One configuration file, read. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly layer: ConfigLayer;
  /** What it says of the formatter. */
  readonly format?: Partial<FormatSettings>;
  /** Why it, or a part of it, does not count. */
  readonly complaints: readonly string[];
  /** What hadolint's `failure-threshold` says. */
  readonly failOn?: FailOn;
}

/** True of what YAML and JSON call a mapping or an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
