import { describe, it } from 'vitest';
import { completion } from '../../server/src/language/features/completion';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { testAnywhere } from '../support/anywhere';
import { stress } from '../support/shared';
import { inContext } from '../support/surroundings';

describe('of any place', () => {
  const check = (file: Dockerfile, offset: number): void => {
    for (const reference of [en, ko]) {
      const { at, items } = completion(file, offset, reference, inContext);
      const within = at.start <= offset && offset <= at.end && at.start >= 0 && at.end <= file.text.length;
      const one = file.source.lineAt(at.start) === file.source.lineAt(at.end);
      const names = new Set(items.map(({ kind, label }) => `${kind} ${label}`));
      if (!within || !one || names.size !== items.length) {
        throw new Error(
          `${at.start}-${at.end}, ${items.length} at ${offset} of ${JSON.stringify(file.text.slice(0, 300))}`,
        );
      }
    }
  };

  testAnywhere(check, 300);

  it('the strangest real files', () => {
    for (const { text } of stress) {
      const file = Dockerfile.parse(text);
      const step = Math.max(1, Math.floor(text.length / 400));
      for (let offset = 0; offset <= text.length; offset += step) check(file, offset);
    }
  });
});
