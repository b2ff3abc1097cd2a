import { describe, expect, it } from 'vitest';
import { refactoring, refactorings } from '../../server/src/language/features/refactoring';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { applyEdits } from '../../server/src/language/text/edit';
import { unmark } from './testRule';

interface Cases {
  /** What becomes of a text with a `‸` at the cursor or `«»` around the selection, and the English title where it matters. */
  readonly does: readonly (readonly [before: string, after: string, title?: string])[];
  /** Texts, marked like those, in which it is not offered. */
  readonly refuses: readonly string[];
}

const withCRLF = (text: string) => text.replace(/\r?\n/g, '\r\n');

function offered(id: string, marked: string) {
  const cursor = marked.indexOf('‸');
  const { text, spans } = unmark(marked.replace('‸', ''));
  const range = cursor >= 0 ? { start: cursor, end: cursor } : spans[0]!;
  const [found] = refactoring(Dockerfile.parse(text), range, (each) => each.id === id);
  return { text, found };
}

/** Tests one refactoring by what it makes of texts and by what it refuses; unasked also with CRLF, and its titles. */
export function testRefactoring(id: string, { does, refuses }: Cases): void {
  describe(id, () => {
    it.each(does.map(([before, after, title]) => ({ before, after, title })))(
      'does: $before',
      ({ before, after, title }) => {
        for (const [marked, expected] of [
          [before, after],
          [withCRLF(before), withCRLF(after)],
        ] as const) {
          const { text, found } = offered(id, marked);
          expect(found && applyEdits(text, found.edits)).toBe(expected);
          if (title !== undefined) expect(found!.title('en')).toBe(title);
          expect(found!.title('en')).not.toMatch(/undefined|[가-힣]/);
          expect(found!.title('ko')).toMatch(/[가-힣]/);
          expect(found!.kind).toBe(refactorings.find((each) => each.id === id)!.kind);
        }
      },
    );

    it.each(refuses)('refuses: %s', (marked) => {
      for (const each of [marked, withCRLF(marked)]) expect(offered(id, each).found).toBeUndefined();
    });
  });
}
