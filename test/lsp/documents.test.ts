import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Dockerfile } from '../../server/src/language';
import { changed, openDocuments } from '../../server/src/lsp/documents';

const documents = openDocuments();
const text = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\\\n', 'RUN x', 'FROM a', '<<E', 'E', '😀'),
  maxLength: 30,
});
const change = fc.record({
  at: fc.nat(),
  length: fc.nat(8),
  text,
  whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

it('applies changes as the reference implementation does, and equals a fresh parse', () => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      (before, batches) => {
        const reference = TextDocument.create('file:///Dockerfile', 'dockerfile', 0, before);
        let own = documents.create('file:///Dockerfile', 'dockerfile', 0, before);
        for (const [i, batch] of batches.entries()) {
          // each change counts in what the ones before it left
          const changes = batch.map(({ at, length, text, whole }): TextDocumentContentChangeEvent => {
            const start = at % (reference.getText().length + 1);
            const range = { start: reference.positionAt(start), end: reference.positionAt(start + length) };
            const event = whole ? { text } : { range, text };
            TextDocument.update(reference, [event], i + 1);
            return event;
          });
          own = documents.update(own, changes, i + 1);
          expect(own.file.text).toBe(reference.getText());
          expect(own.version).toBe(i + 1);
        }
        const fresh = Dockerfile.parse(own.file.text);
        const shape = ({ instructions }: Dockerfile) =>
          instructions.map(({ start, end, instruction }) => [start, end, instruction.keyword]);
        expect(shape(own.file)).toEqual(shape(fresh));
      },
    ),
    { numRuns: 500 },
  );
});

it('knows where the user types from a single change only', () => {
  const file = Dockerfile.parse('FROM a\n');
  const at = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  expect(changed(file, [{ range: at, text: 'RU' }]).cursor).toBe(9);
  expect(
    changed(file, [
      { range: at, text: 'RU' },
      { range: at, text: 'X' },
    ]).cursor,
  ).toBeUndefined();
  expect(changed(file, [{ text: 'RU' }]).cursor).toBeUndefined();
});
