import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLink } from '../../../server/src/language/features/documentLink';
import { type DocumentSymbol, documentSymbol } from '../../../server/src/language/features/documentSymbol';
import { foldingRange } from '../../../server/src/language/features/foldingRange';
import { linkedEditingRange } from '../../../server/src/language/features/linkedEditingRange';
import { selectionRange } from '../../../server/src/language/features/selectionRange';
import { workspaceSymbol } from '../../../server/src/language/features/workspaceSymbol';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import type { Span } from '../../../server/src/language/text/span';
import { ownFiles, someFile } from '../../support/dockerfiles';
import { corpus, stress } from '../../support/shared';

const context = { paths: [], complete: false, ignore: undefined, ignorePath: undefined };

const within = ({ start, end }: Span, outer: Span): boolean => outer.start <= start && start <= end && end <= outer.end;

function ensure(holds: boolean, what: string, file: Dockerfile): void {
  if (!holds) throw new Error(`${what} in ${JSON.stringify(file.text.slice(0, 300))}`);
}

function checkSymbols(file: Dockerfile, symbols: readonly DocumentSymbol[], outer: Span): void {
  let before = outer.start;
  for (const { name, range, nameRange, children } of symbols) {
    const [at, nameAt] = [file.source.spanOf(range), file.source.spanOf(nameRange)];
    ensure(name.trim() !== '' && !/[\r\n]/.test(name), 'a symbol has a name of one line', file);
    ensure(within(at, outer) && within(nameAt, at) && before <= at.start, `symbol ${name} lies in its place`, file);
    before = at.end;
    checkSymbols(file, children, at);
  }
}

function checkFile(file: Dockerfile): void {
  const whole = { start: 0, end: file.text.length };
  checkSymbols(file, documentSymbol(file), whole);
  const open: number[] = [];
  let last = -1;
  for (const { startLine, endLine } of foldingRange(file)) {
    ensure(startLine > last && endLine > startLine && endLine < file.source.lineCount, 'a fold has lines', file);
    last = startLine;
    while (open.length > 0 && open.at(-1)! < startLine) open.pop();
    ensure(open.length === 0 || endLine <= open.at(-1)!, 'folds nest', file);
    open.push(endLine);
  }
  for (const { at } of documentLink(file, { today: '', context }))
    ensure(within(at, whole), 'a link lies in the text', file);
  for (const { at } of workspaceSymbol(file, '')) ensure(within(at, whole), 'a name lies in the text', file);
}

function checkPlace(file: Dockerfile, offset: number): void {
  const spans = selectionRange(file, offset);
  for (const [i, span] of spans.entries()) {
    ensure(span.start <= offset && offset <= span.end, 'a selection holds its offset', file);
    const outer = spans[i + 1];
    ensure(!outer || (within(span, outer) && outer.end - outer.start > span.end - span.start), 'selections grow', file);
  }
  expect(spans.at(-1)).toEqual({ start: 0, end: file.text.length });
  for (const at of linkedEditingRange(file, offset) ?? [])
    ensure(within(at, { start: 0, end: file.text.length }), 'lies', file);
}

function everywhere(text: string, step: number): void {
  const file = Dockerfile.parse(text);
  checkFile(file);
  for (let offset = 0; offset <= text.length; offset += step) checkPlace(file, offset);
}

describe('structure of any file', () => {
  it.each(ownFiles)('own file %#', (text) => everywhere(text, 1));

  it('made files', () => {
    fc.assert(
      fc.property(someFile, (text) => everywhere(text, Math.max(1, Math.floor(text.length / 20)))),
      { numRuns: 300 },
    );
  });

  it.skipIf(stress.length === 0)(
    'the strangest real files, everywhere',
    () => {
      for (const { text } of stress) everywhere(text, 1);
    },
    120_000,
  );

  it.skipIf(corpus.length === 0)(
    'real files',
    () => {
      for (const { text } of corpus) everywhere(text, Math.max(1, Math.floor(text.length / 10)));
    },
    120_000,
  );
});
