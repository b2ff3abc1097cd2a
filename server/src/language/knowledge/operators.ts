/**
 * Shell operators that stand in RUN, CMD, ENTRYPOINT and HEALTHCHECK lines; the words about them are in `reference/`.
 * Source: POSIX.1-2024, Shell Command Language 2.7 (redirection) and 2.9 (pipelines, lists); bash's manual for `|&`, `&>`, `<<<`.
 */
export interface OperatorSpec {
  /** `control` joins commands and decides whether the next one runs; `group` surrounds them; `redirect` moves their streams. */
  readonly kind: 'control' | 'group' | 'redirect';
  /** Not known to POSIX `sh` (Debian's dash, BusyBox's ash in part): needs bash. */
  readonly bash?: true;
}

export const operatorTable = {
  '&&': { kind: 'control' },
  '||': { kind: 'control' },
  ';': { kind: 'control' },
  '|': { kind: 'control' },
  '|&': { kind: 'control', bash: true },
  '&': { kind: 'control' },
  '!': { kind: 'control' },
  '()': { kind: 'group' },
  '{}': { kind: 'group' },
  '$()': { kind: 'group' },
  '>': { kind: 'redirect' },
  '>>': { kind: 'redirect' },
  '>|': { kind: 'redirect' },
  '<': { kind: 'redirect' },
  '<<': { kind: 'redirect' },
  '<<-': { kind: 'redirect' },
  '<<<': { kind: 'redirect', bash: true },
  '2>': { kind: 'redirect' },
  '2>>': { kind: 'redirect' },
  '2>&1': { kind: 'redirect' },
  '>&2': { kind: 'redirect' },
  '&>': { kind: 'redirect', bash: true },
  '&>>': { kind: 'redirect', bash: true },
} as const satisfies Readonly<Record<string, OperatorSpec>>;

export type Operator = keyof typeof operatorTable;

/** Operators that decide whether the next command runs. */
export type ControlOperator = {
  [O in Operator]: (typeof operatorTable)[O]['kind'] extends 'control' ? O : never;
}[Operator];

export const OPERATORS: Readonly<Record<Operator, OperatorSpec>> = operatorTable;

/** `token` as an operator of the table, or undefined. */
export function operator(token: string): Operator | undefined {
  return Object.hasOwn(operatorTable, token) ? (token as Operator) : undefined;
}

/**
 * The operator of a redirection taken apart: descriptor (`2`, or empty), sign (`>`, `>&`, …) and target word.
 * `2>&1` and `>&2` are entries of their own; any other descriptor falls back to its sign.
 */
export function redirectOperator(descriptor: string, sign: string, target: string): Operator | undefined {
  if (sign === '>&') {
    if (descriptor === '2' && target === '1') return '2>&1';
    if ((descriptor === '' || descriptor === '1') && target === '2') return '>&2';
    return descriptor === '' && !/^\d*-?$/.test(target) ? '&>' : undefined;
  }
  return (descriptor === '2' ? operator(`2${sign}`) : undefined) ?? operator(sign);
}
