import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { builderError, type Edit, loadEmbeddedEdits, overlaps, spanIn } from '../language';
import { ignoreHere } from '../language/features';
import { explaining, QUICK_FIX } from './codeActions';
import { type EmbeddedFinding, embeddedFindings } from './embeddedBlocks';
import type { Session } from './handler';
import type { EmbeddedRangeParams } from './protocol';
import { texts } from './texts';

/**
 * What can be done about findings in a range of a file in which Dockerfiles stand. Left out is what cannot be said there exactly,
 * and what is about a whole file or workspace.
 */
export async function embeddedActions(session: Session, params: EmbeddedRangeParams): Promise<CodeAction[]> {
  const { client, settings } = session;
  const { embedding, findings } = await embeddedFindings(session, params);
  const { source, kind } = embedding;
  const range = source.spanOf(params.range);
  const here = findings.filter(({ finding, block }) => overlaps(spanIn(block.text.pieces!, finding.at), range));
  if (!kind || here.length === 0) return [];
  const { locale } = await settings.of(params.uri);
  const embeddedEdits = await loadEmbeddedEdits();
  const action = (
    title: string,
    { block, item }: EmbeddedFinding,
    edits: readonly Edit[],
    isPreferred = false,
  ): CodeAction[] => {
    const mapped = embeddedEdits(kind, source.text, block.text, edits)?.map(
      ({ at, text }): TextEdit => ({ range: source.rangeOf(at), newText: text }),
    );
    const edit = mapped && { changes: { [params.uri]: mapped } };
    return edit ? [{ title, kind: QUICK_FIX, diagnostics: [item], ...(isPreferred && { isPreferred }), edit }] : [];
  };
  const fixes = here.flatMap((each) => {
    const { fixes: all } = each.finding;
    const safe = all.filter(({ safety }) => safety === 'safe').length;
    return all
      .filter(({ renameTo }) => renameTo === undefined)
      .flatMap(({ title, safety, edits }) => action(title(locale), each, edits, safe === 1 && safety === 'safe'));
  });
  const ignoring = here.flatMap((each) => {
    const { rule, placed } = each.finding;
    if (rule === builderError || !placed) return [];
    return action(texts[locale].ignoreHere(rule), each, [ignoreHere(each.block.file, placed, rule)]);
  });
  const explanations = here.flatMap(({ finding, item }) => explaining(finding, item, locale, client));
  return [...fixes, ...ignoring, ...explanations];
}
