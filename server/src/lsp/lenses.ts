import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { chosenFix } from '../language';
import { type AnyHandler, handler } from './handler';
import { chain } from './host';
import { FIX_ALL_COMMAND } from './protocol';
import { texts } from './texts';

/** The request for lines that stand above those of a document: how many problems can be fixed at once. */
export const lenses: readonly AnyHandler[] = [
  handler<CodeLensParams, CodeLens[]>({
    method: 'textDocument/codeLens',
    empty: [],
    answer({ checker, document }, { textDocument }) {
      const open = document(textDocument);
      if (!open) return [];
      return chain(checker.report(open), ({ findings, settings }) => {
        const count = findings.filter((finding) => chosenFix(finding, 'safe')).length;
        if (count === 0 || !settings.fixAllLens) return [];
        const title = texts[settings.locale].fixAllLens(count);
        const start = { line: 0, character: 0 };
        return [
          {
            range: { start, end: start },
            command: { title, command: FIX_ALL_COMMAND, arguments: [{ uri: open.uri }] },
          },
        ];
      });
    },
  }),
];
