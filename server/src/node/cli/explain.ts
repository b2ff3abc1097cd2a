import { explainRule } from '../../lsp/explain';
import { nodeHost } from '../host';
import { type ExplainCommand, UsageError } from './args';

/** Shows the page of a rule; the exit code. */
export async function explain({ rule, locale }: ExplainCommand): Promise<number> {
  const page = await explainRule(nodeHost, { rule, locale });
  if (!page) throw new UsageError(`there is no rule ${rule}`);
  process.stdout.write(page.markdown.endsWith('\n') ? page.markdown : `${page.markdown}\n`);
  return 0;
}
