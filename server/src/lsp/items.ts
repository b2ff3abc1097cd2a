import type * as lsp from 'vscode-languageserver';
import { type Diagnostic, type Level, type Locale, pageUrl, type Span } from '../language';
import type { Client } from './client';
import { DIAGNOSTIC_SOURCE } from './protocol';

/** The document that the client shows, and where a span of the Dockerfile stands in it. */
export interface Shown {
  readonly uri: string;
  rangeOf(at: Span): lsp.Range;
}

/** A finding as the client gets it. */
export function itemOf(
  finding: Diagnostic,
  { uri, rangeOf }: Shown,
  locale: Locale,
  { can }: Pick<Client, 'can'>,
): lsp.Diagnostic {
  const item: lsp.Diagnostic = {
    range: rangeOf(finding.at),
    severity: severities[finding.level],
    code: codeOf(finding),
    source: DIAGNOSTIC_SOURCE,
    message: finding.message(locale),
  };
  if (can.codeDescription) item.codeDescription = { href: finding.page ?? pageUrl(finding.rule) };
  if (can.tags && finding.tags.length > 0) item.tags = finding.tags.map((tag) => tags[tag]);
  if (can.related && finding.related.length > 0) {
    item.relatedInformation = finding.related.map(({ at, message }) => ({
      location: { uri, range: rangeOf(at) },
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
