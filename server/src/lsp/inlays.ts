import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { inlayHint } from '../language/features';
import { type AnyHandler, handler } from './handler';
import { chain } from './host';

/** The request for texts that are shown between those of a document. */
export const inlays: readonly AnyHandler[] = [
  handler<InlayHintParams, InlayHint[]>({
    method: 'textDocument/inlayHint',
    empty: [],
    answer({ settings, document }, { textDocument, range }) {
      const open = document(textDocument);
      if (!open) return [];
      const { source } = open.file;
      return chain(settings.of(open.uri), ({ locale, inlayHints }) =>
        inlayHints
          ? inlayHint(open.file, locale, source.spanOf(range)).map(({ offset, label, tooltip }) => ({
              position: source.positionAt(offset),
              label,
              tooltip,
              paddingLeft: true,
            }))
          : [],
      );
    },
  }),
];
