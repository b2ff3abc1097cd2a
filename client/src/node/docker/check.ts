/** Reads the answer of `docker build --call=check,format=json`. Pure. */

/** One warning or error of BuildKit; lines are 1-based and inclusive. */
export interface CheckFinding {
  readonly severity: 'warning' | 'error';
  readonly message: string;
  /** BuildKit's name of the check, such as `FromAsCasing`; absent for errors. */
  readonly rule?: string;
  readonly url?: string;
  readonly lines: { readonly first: number; readonly last: number };
}

/** The findings of an answer, or undefined if the text holds none: then the call itself failed. */
export function parseCheck(stdout: string): readonly CheckFinding[] | undefined {
  const begin = stdout.indexOf('{');
  const end = stdout.lastIndexOf('}');
  if (begin < 0 || end < begin) {
    return undefined;
  }
  let answer: unknown;
  try {
    answer = JSON.parse(stdout.slice(begin, end + 1));
  } catch {
    return undefined;
  }
  if (!isObject(answer) || !('warnings' in answer)) {
    return undefined;
  }
  const findings: CheckFinding[] = [];
  for (const warning of Array.isArray(answer.warnings) ? answer.warnings : []) {
    if (isObject(warning)) {
      const rule = text(warning.ruleName);
      const url = text(warning.url);
      findings.push({
        severity: 'warning',
        message: text(warning.detail) || text(warning.description),
        ...(rule ? { rule } : {}),
        ...(url ? { url } : {}),
        lines: linesOf(warning.location),
      });
    }
  }
  if (isObject(answer.buildError)) {
    findings.push({
      severity: 'error',
      message: text(answer.buildError.message),
      lines: linesOf(answer.buildError.location),
    });
  }
  return findings;
}

/** The lines from the first range to the last; line 1 when there is no place, as for a missing FROM. */
function linesOf(location: unknown): { first: number; last: number } {
  const ranges = isObject(location) && Array.isArray(location.ranges) ? location.ranges : [];
  const numbers = ranges
    .flatMap((range) => (isObject(range) ? [range.start, range.end] : []))
    .map((point) => (isObject(point) && typeof point.line === 'number' ? point.line : 0))
    .filter((line) => line >= 1);
  return numbers.length === 0 ? { first: 1, last: 1 } : { first: Math.min(...numbers), last: Math.max(...numbers) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
