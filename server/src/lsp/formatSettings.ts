import { type FormatSetting, type FormatSettings, formatChoices } from '../language';
import { isRecord } from './configurationFile';

/** What somebody says of the formatter: the editor, a configuration file. */
export type SomeFormat = Partial<FormatSettings>;

const names = Object.keys(formatChoices) as FormatSetting[];

/** The settings that a value from outside holds under `format`, and what of them does not count. */
export function formatOf(value: Record<string, unknown>): { format: SomeFormat; complaints: readonly string[] } {
  const { format: given } = value;
  if (given === undefined || given === null) return { format: {}, complaints: [] };
  if (!isRecord(given)) return { format: {}, complaints: ['format must be an object'] };
  const complaints: string[] = [];
  const format: Record<string, string> = {};
  for (const name of names) {
    const choices: readonly string[] = formatChoices[name];
    const chosen = given[name];
    if (chosen === undefined || chosen === null) continue;
    if (typeof chosen === 'string' && choices.includes(chosen)) format[name] = chosen;
    else complaints.push(`format.${name} must be one of ${choices.join(', ')}`);
  }
  return { format, complaints };
}
