import type { Diagnostic, Locale, Safety, Source } from '../../../language';
import type { Trouble } from '../files';

/** One finding as the machine formats give it: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface ReportedFinding {
  readonly rule: string;
  /** Which of the builder's refusals it is. */
  readonly code?: string;
  readonly aliases: readonly string[];
  readonly category: Diagnostic['category'];
  readonly level: Diagnostic['level'];
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** First line of its instruction; its own line outside any. */
  readonly instructionLine: number;
  readonly fix: Safety | 'no';
  readonly builder: boolean;
  readonly url: string;
}

export interface FileReport {
  /** From the current directory, with `/`. */
  readonly path: string;
  readonly source: Source;
  readonly findings: readonly ReportedFinding[];
}

export interface Results {
  readonly files: readonly FileReport[];
  readonly troubles: readonly Trouble[];
  readonly locale: Locale;
  readonly colour: boolean;
}

/** Everything that is written to standard output. */
export type Reporter = (results: Results) => string;

export interface Counts {
  readonly findings: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
}

/** How much of what was found. */
export function countsOf(files: readonly FileReport[]): Counts {
  const counts = { findings: 0, error: 0, warning: 0, info: 0, hint: 0, fixable: 0 };
  for (const { findings } of files) {
    for (const { level, fix } of findings) {
      counts.findings++;
      counts[level]++;
      if (fix === 'safe') counts.fixable++;
    }
  }
  return counts;
}
