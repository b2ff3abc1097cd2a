import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import type { Edit, FormatOptions, FormatSettings } from '../language';
import { formatting, onTypeFormatting } from '../language/features';
import type { OpenDocument } from './documents';
import { type AnyHandler, handler, type Session } from './handler';
import { chain, type MaybePromise } from './host';

/** Requests that lay a document out: the whole of it, a part, the line that Enter leaves. */
export const formattings: readonly AnyHandler[] = [
  handler<DocumentFormattingParams, TextEdit[]>({
    method: 'textDocument/formatting',
    empty: [],
    answer: (session, params) => edits(session, params, ({ file }, options) => formatting(file, options)),
  }),
  handler<DocumentRangeFormattingParams, TextEdit[]>({
    method: 'textDocument/rangeFormatting',
    empty: [],
    answer: (session, params) =>
      edits(session, params, ({ file }, options) => formatting(file, options, file.source.spanOf(params.range))),
  }),
  handler<DocumentOnTypeFormattingParams, TextEdit[]>({
    method: 'textDocument/onTypeFormatting',
    empty: [],
    answer: (session, params) =>
      edits(session, params, ({ file }, options) =>
        onTypeFormatting(file, file.source.offsetAt(params.position), options),
      ),
  }),
];

function edits(
  { document, settings }: Session,
  { textDocument, options }: Pick<DocumentFormattingParams, 'textDocument' | 'options'>,
  format: (open: OpenDocument, options: FormatOptions) => readonly Edit[],
): MaybePromise<TextEdit[]> {
  const open = document(textDocument);
  if (!open) return [];
  const { source } = open.file;
  return chain(settings.of(open.uri), (own) =>
    format(open, optionsOf(own.format, options)).map(({ at, text }) => ({ range: source.rangeOf(at), newText: text })),
  );
}

/** A size of 0 or none is as good as the default; editors that do not trim by themselves do not forbid it. */
const optionsOf = (settings: FormatSettings, given: FormattingOptions): FormatOptions => ({
  ...settings,
  tabSize: Number.isInteger(given.tabSize) && given.tabSize > 0 ? Math.min(given.tabSize, 16) : 4,
  insertSpaces: given.insertSpaces !== false,
  insertFinalNewline: given.insertFinalNewline === true,
  trimTrailingWhitespace: true,
});
