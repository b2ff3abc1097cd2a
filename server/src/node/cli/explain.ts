import { explainRule } from '../../lsp/explain';
import { nodeHost } from '../host';
import { type ExplainCommand, UsageError } from './args';

/** Shows the page of a rule; the exit code. */
export async function explain({ rule, locale }: ExplainCommand): Promise<number> {
  const page = await explainRule(nodeHost.readPage, { rule, locale });
  if (!page) throw new UsageError(`there is no rule ${rule}`);
  // notes to those who write pages are not for those who read them
  const text = page.markdown.replace(/<!--[^>]*-->\n*/g, '');
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}
