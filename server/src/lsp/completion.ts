import type { CompletionItem, CompletionList, CompletionParams, Range } from 'vscode-languageserver';
import { loadReference } from '../language';
import { completion, contextFolder, type ItemKind, imageQuestion } from '../language/features';
import type { Client } from './client';
import { withFolder } from './context';
import { type AnyHandler, handler } from './handler';
import { encodePath } from './host';
import { CompletionItemKind, InsertTextFormat } from './library';
import { answerOf } from './registry/answers';

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  stage: CompletionItemKind.Module,
  image: CompletionItemKind.Class,
  variable: CompletionItemKind.Variable,
  folder: CompletionItemKind.Folder,
  file: CompletionItemKind.File,
  rule: CompletionItemKind.Reference,
  directive: CompletionItemKind.Keyword,
  starter: CompletionItemKind.Snippet,
};

/**
 * Proposals as the client gets them.
 * @param written how a text must be written where it stands, if not as it is
 */
export const proposalsOf = (
  items: ReturnType<typeof completion>['items'],
  range: Range,
  { can }: Client,
  written?: (text: string) => string,
): CompletionItem[] =>
  items.map(({ kind, label, text, snippet, detail, documentation }, order) => {
    // a dollar of a snippet's own text is put in as it must be written there, without places to fill
    const filled = can.snippets && snippet !== undefined && !(written && snippet.includes('\\$'));
    return {
      label,
      kind: kinds[kind],
      sortText: String(order).padStart(4, '0'),
      filterText: written?.(label) ?? label,
      ...(filled && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: { range, newText: filled ? snippet : (written?.(text) ?? text) },
      ...(detail !== undefined && { detail }),
      ...(documentation !== undefined && {
        documentation: { kind: can.markdownCompletion ? 'markdown' : 'plaintext', value: documentation },
      }),
    };
  });

/** What may be typed at a place. */
export const completions: readonly AnyHandler[] = [
  handler<CompletionParams, CompletionList | null>({
    method: 'textDocument/completion',
    empty: null,
    async answer(session, { textDocument, position }, token) {
      const { client, settings, checker, contexts, document, readFolder, registry } = session;
      const open = document(textDocument);
      if (!open) return null;
      const { file } = open;
      const own = await settings.of(open.uri);
      const { locale, registry: allowed } = own;
      const offset = file.source.offsetAt(position);
      const reference = await loadReference(locale);
      let around = await checker.surrounded(open.uri);
      const wanted = contextFolder(file, offset);
      const context = wanted === undefined ? undefined : await contexts.of(open.uri, own);
      if (wanted !== undefined && context !== undefined) {
        const entries = await readFolder(`${context}/${encodePath(wanted)}`);
        if (entries) around = withFolder(around, wanted, entries);
      }
      const question = allowed && registry ? imageQuestion(file, offset) : undefined;
      const told = question && registry ? await answerOf(registry, question, token) : undefined;
      if (told) around = { ...around, registry: told };
      const { at, items, more } = completion(file, offset, reference, around);
      const range = file.source.rangeOf(at);
      return {
        // a search finds other names for more letters, and an answer that came too late is there for the next one
        isIncomplete: more === true || question?.kind === 'repositories' || (question !== undefined && !told),
        items: proposalsOf(items, range, client),
      };
    },
  }),
];
