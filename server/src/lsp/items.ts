import type * as lsp from 'vscode-languageserver';
import { type Diagnostic, fact, type Level, type Locale, pageUrl, type Span } from '../language';
import type { Client } from './client';
import { DIAGNOSTIC_SOURCE } from './protocol';
import { type Json, jsonOf } from './written';

/** The document that the client shows, and where a span of the Dockerfile stands in it. */
export interface Shown {
  readonly uri: string;
  rangeOf(at: Span): lsp.Range;
  /** Whether a range is what `rangeOf` gives. */
  isRangeOf(at: Span, range: lsp.Range): boolean;
}

interface Last {
  readonly item: lsp.Diagnostic;
  readonly uri: string;
  readonly level: Level;
  readonly locale: Locale;
  readonly can: Client['can'];
}

/** The item that was made last: while something is typed, most say what they said before at the same place. */
const lastOf = fact((_key: object): { last?: Last } => ({}));

/** A finding as the client gets it: the same object as long as it says the same. */
export function itemOf(
  finding: Diagnostic,
  shown: Shown,
  locale: Locale,
  { can }: Pick<Client, 'can'>,
): lsp.Diagnostic {
  const { key, level } = finding;
  const { uri } = shown;
  if (!key) return newItem(finding, shown, locale, can);
  const kept = lastOf(key);
  const { last } = kept;
  const isSame =
    last?.uri === uri &&
    last.level === level &&
    last.locale === locale &&
    last.can === can &&
    shown.isRangeOf(finding.at, last.item.range) &&
    (!last.item.relatedInformation ||
      finding.related.every(({ at }, i) => shown.isRangeOf(at, last.item.relatedInformation![i]!.location.range)));
  if (isSame) return last.item;
  const item = newItem(finding, shown, locale, can);
  kept.last = { item, uri, level, locale, can };
  return item;
}

/** The JSON of an item, which is kept with it. */
export const jsonOfItem = fact((item: lsp.Diagnostic): Json => jsonOf(item));

function newItem(finding: Diagnostic, shown: Shown, locale: Locale, can: Client['can']): lsp.Diagnostic {
  const item: lsp.Diagnostic = {
    range: shown.rangeOf(finding.at),
    severity: severities[finding.level],
    code: codeOf(finding),
    source: DIAGNOSTIC_SOURCE,
    message: finding.message(locale),
  };
  if (can.codeDescription) item.codeDescription = { href: finding.page ?? pageUrl(finding.rule) };
  if (can.tags && finding.tags.length > 0) item.tags = finding.tags.map((tag) => tags[tag]);
  if (can.related && finding.related.length > 0) {
    item.relatedInformation = finding.related.map(({ at, message }) => ({
      location: { uri: shown.uri, range: shown.rangeOf(at) },
      message: message(locale),
    }));
  }
  return item;
}

/** What stands in `Diagnostic.code`: the rule, or which of the builder's refusals it is. */
export const codeOf = ({ rule, code }: Diagnostic): string => code ?? rule;

const severities: Readonly<Record<Exclude<Level, 'off'>, lsp.DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  info: 3,
  hint: 4,
};

const tags: Readonly<Record<Diagnostic['tags'][number], lsp.DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };
