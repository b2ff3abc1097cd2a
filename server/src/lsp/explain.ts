import { builderError, type Locale, pageUrl, problemCodes, ruleIndex, rules, textOf } from '../language';
import { describe } from '../language/features';
import type { OpenDocument } from './documents';
import { chain, type Host, type MaybePromise } from './host';
import type { DescribeResult, ExplainParams, ExplainResult, RuleSummary } from './protocol';
import type { DocumentSettings } from './settings';

/** What building and running a document needs to know. */
export function describeDocument({ file }: OpenDocument, { preset, configuration }: DocumentSettings): DescribeResult {
  return { ...describe(file), lint: { preset, ...(configuration !== undefined && { configuration }) } };
}

/** The page of a rule, by its id or any alias, or of what the builder refuses; null for a name that nobody has. */
export function explainRule(
  readPage: Host['readPage'],
  { rule, locale }: ExplainParams,
): MaybePromise<ExplainResult | null> {
  const [found] = ruleIndex(rules).get(rule.toLowerCase()) ?? [];
  const id = found?.id ?? (isRefusal(rule) ? builderError : undefined);
  if (id === undefined) return null;
  const english = () => (locale === 'en' ? undefined : readPage(id, 'en'));
  return chain(readPage(id, locale), (own) =>
    chain(own ?? english(), (page) => {
      const markdown = page ?? summaryOf(id, locale);
      const title = /^#\s+(.+)$/m.exec(markdown)?.[1] ?? id;
      return { title, markdown, url: pageUrl(id) };
    }),
  );
}

/** Findings of what the builder refuses carry the code of the problem; one page tells of them all. */
const isRefusal = (name: string): boolean =>
  name === builderError || (problemCodes as readonly string[]).includes(name);

/** What is known of a rule where its page cannot be read. */
function summaryOf(id: string, locale: Locale): string {
  const rule = rules.find((each) => each.id === id);
  const summary = rule ? textOf(rule, locale).summary : '';
  return `# ${id}\n\n${summary}\n\n[${pageUrl(id)}](${pageUrl(id)})\n`;
}

/** Every rule, for a list to choose from. */
export const listRules = (locale: Locale): RuleSummary[] =>
  rules.map((rule) => ({ id: rule.id, aliases: rule.aliases ?? [], title: textOf(rule, locale).summary }));
