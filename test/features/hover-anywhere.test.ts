import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/language/features/hover';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';
import { testAnywhere } from '../support/anywhere';
import { corpus, stress } from '../support/shared';

/** Markdown without its code. */
const withoutCode = (markdown: string): string =>
  markdown.replace(/```[\s\S]*?```/g, '').replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');

describe('of any place', () => {
  const both = [en, ko];
  const check = (file: Dockerfile, offset: number, references = both): void => {
    for (const reference of references) {
      const found = hover(file, offset, reference, { today: '2026-11-24' });
      if (!found) continue;
      const { start, end } = found.span;
      if (!(0 <= start && start <= offset && offset <= end && end <= file.text.length) || found.markdown === '') {
        throw new Error(`${start}-${end} does not hold ${offset} of ${JSON.stringify(file.text.slice(0, 200))}`);
      }
    }
  };

  testAnywhere(check, 500);

  it.skipIf(stress.length === 0)(
    'the strangest real files, everywhere',
    () => {
      for (const { text } of stress) {
        const file = Dockerfile.parse(text);
        for (let offset = 0; offset <= text.length; offset++) check(file, offset, [both[offset % 2]!]);
      }
    },
    120_000,
  );

  it.skipIf(corpus.length === 0)(
    'real files',
    () => {
      for (const [i, { text }] of corpus.entries()) {
        const file = Dockerfile.parse(text);
        const step = Math.max(1, Math.floor(text.length / 20));
        for (let offset = i % step; offset <= text.length; offset += step) check(file, offset, [both[i % 2]!]);
      }
    },
    120_000,
  );

  it('text of the file stands in code alone', () => {
    const evil = ['*b*', '<img/>', '[l](u)', '_e_', '&#42;', '`*c*`', '\\*d*'];
    for (const text of evil) {
      const file = Dockerfile.parse(
        [
          `FROM ${text}/img:${text} AS ${text}`,
          `FROM ghcr.io/a/b AS ok`,
          `COPY --from=${text} ${text} ${text}/`,
          `ENV V="${text}" ${text}=1`,
          `ARG W=${text}`,
          `WORKDIR ${text}`,
          `WORKDIR $V`,
          `USER ${text}:${text}`,
          `EXPOSE ${text}`,
          `VOLUME ${text}`,
          `STOPSIGNAL ${text}`,
          `LABEL l=\${V:-${text}}`,
          `SHELL ["${text.replaceAll('\\', '\\\\')}", "-c"]`,
          `RUN --mount=type=${text},${text}=${text} ${text} $V`,
          `SHELL ["/bin/sh", "-c"]`,
          `RUN ${text} && echo ${text} > ${text}`,
          `COPY <<${text} /x`,
          text,
        ].join('\n'),
      );
      for (let offset = 0; offset <= file.text.length; offset++) {
        const found = hover(file, offset, en, nowhere);
        if (found) expect(withoutCode(found.markdown)).not.toContain(text.replaceAll('`', ''));
      }
    }
  });
});
