import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** What ShellCheck would say of a script. Spans count in the script's text. */
export interface Note {
  /** ShellCheck's id: `SC2086`. */
  readonly code: Code;
  readonly at: Span;
  /** What is to be quoted in the message. */
  readonly about?: string;
  readonly edits?: readonly Edit[];
  /** It does not hold where the Dockerfile sets all these variables by ARG or ENV. */
  readonly unless?: ReadonlySet<string>;
}

/** From loud to quiet. */
const severities = ['error', 'warning', 'info', 'style'] as const;

/** All ids that are found, by ShellCheck's severity: where two notes begin at one place, the louder one comes first. */
const bySeverity = {
  error: ['SC2045'],
  warning: [
    ...['SC1012', 'SC2010', 'SC2011', 'SC2024', 'SC2034', 'SC2038', 'SC2043', 'SC2044', 'SC2046', 'SC2061', 'SC2069'],
    ...['SC2114', 'SC2115', 'SC2140', 'SC2154', 'SC2155', 'SC2164', 'SC2166', 'SC2174', 'SC2215', 'SC2224', 'SC2225'],
    ...['SC2226', 'SC2336', 'SC3001', 'SC3003', 'SC3006', 'SC3009', 'SC3010', 'SC3011', 'SC3014', 'SC3020'],
    ...['SC3024', 'SC3028', 'SC3030', 'SC3037', 'SC3040', 'SC3043', 'SC3044', 'SC3046', 'SC3053', 'SC3054', 'SC3057'],
    ...['SC3059', 'SC3060'],
  ],
  info: [
    ...['SC1001', 'SC2012', 'SC2015', 'SC2016', 'SC2021', 'SC2028', 'SC2035', 'SC2059', 'SC2086', 'SC2102', 'SC2185'],
    ...['SC2231', 'SC2251'],
  ],
  style: ['SC2005', 'SC2006', 'SC2126', 'SC2181', 'SC2236', 'SC2268'],
} as const;

export type Code = (typeof bySeverity)[(typeof severities)[number]][number];

const rank: ReadonlyMap<Code, number> = new Map(
  severities.flatMap((severity, i) => bySeverity[severity].map((code): [Code, number] => [code, i])),
);

/** ShellCheck's order: by place, then by severity, then by id. */
export const compareNotes = (a: Note, b: Note): number =>
  a.at.start - b.at.start || rank.get(a.code)! - rank.get(b.code)! || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * What hadolint 2.15 does not say, as the ShellCheck in it is newer than 0.11: POSIX took up two of them in 2024, and one is
 * said only when asked for.
 */
export const unsaid: ReadonlySet<Code> = new Set<Code>(['SC2236', 'SC3003', 'SC3040']);
