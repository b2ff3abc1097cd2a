import { expect } from 'vitest';
import { definition } from '../../../server/src/language/features/definition';
import { documentHighlight } from '../../../server/src/language/features/documentHighlight';
import { references } from '../../../server/src/language/features/references';
import type { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { testFeature } from '../../support/testFeature';

/** The line, from 1, with the name that a definition leads to. */
const target = (file: Dockerfile, offset: number) => {
  const found = definition(file, offset);
  if (!found) return undefined;
  const { name, target: whole } = found;
  expect(whole.start <= name.start && name.end <= whole.end).toBe(true);
  return `${file.source.lineAt(name.start) + 1} ${file.text.slice(name.start, name.end)}`;
};

const goes = (what: string, text: string, to: string | undefined) =>
  testFeature(`definition: ${what}`, target, text, (found) => expect(found).toBe(to));

goes('FROM', 'FROM a AS base\nFROM ba‸se\n', '1 base');
goes('--from in another case', 'FROM a AS Base\nFROM b\nCOPY --from=BA‸SE x y\n', '1 Base');
goes('--from by number', 'FROM a AS base\nFROM b\nCOPY --from=‸0 x y\n', '1 base');
goes('--from by number of a stage without a name', 'FROM alpine\nFROM b\nCOPY --from=0‸ x y\n', '1 alpine');
goes('a mount', 'FROM a AS base\nFROM b\nRUN --mount=type=bind,from=ba‸se,target=/x true\n', '1 base');
goes('ONBUILD', 'FROM a AS base\nFROM b\nONBUILD COPY --from=bas‸e x y\n', '1 base');
goes('an image is none', 'FROM a AS base\nFROM alp‸ine\n', undefined);
goes('the last ARG before it', 'FROM a\nARG V=1\nARG V=2\nRUN echo $V‸\n', '3 V');
goes('ARG of a stage', 'ARG V=1\nFROM a\nARG V\nRUN echo ${V‸:-2}\n', '3 V');
goes('from there to the global one', 'ARG V=1\nFROM a\nARG ‸V\n', '1 V');
goes('ENV of a stage that it is built upon', 'FROM a AS p\nENV A=1 B=2\nFROM p\nLABEL x=$‸B\n', '2 B');
goes('nothing for what the builder gives', 'FROM --platform=$BUILD‸PLATFORM a\n', undefined);
goes('a heredoc', 'FROM a\nRUN <<-"EOF" cat\nx\nE‸OF\n', '2 EOF');

testFeature('the whole heredoc', definition, 'FROM a\nRUN <<E cat\nx\n‸E\nUSER b\n', (found, file) =>
  expect(file.text.slice(found!.target.start, found!.target.end).replaceAll('\r', '')).toBe('<<E cat\nx\nE'),
);

const lines = (file: Dockerfile, offset: number) =>
  [true, false].map((all) => references(file, offset, all).map(({ start }) => file.source.lineAt(start) + 1));

testFeature(
  'references of a stage',
  lines,
  'FROM a AS x‸\nFROM x\nCOPY --from=X a b\nCOPY --from=0 a b\nRUN --mount=from=x,target=/x true\n',
  (found) =>
    expect(found).toEqual([
      [1, 2, 3, 4, 5],
      [2, 3, 4, 5],
    ]),
);
testFeature('references of nothing', lines, 'FROM a\nRUN‸ echo\n', (found) => expect(found).toEqual([[], []]));

testFeature(
  'highlights tell reading from writing',
  documentHighlight,
  'FROM a\nENV A=1\nENV A=‸$A\nRUN $A\n',
  (found) => expect(found.map(({ kind }) => kind)).toEqual(['write', 'write', 'read', 'read']),
);
testFeature('highlights of a heredoc', documentHighlight, 'FROM a\nRUN <<E‸\nx\nE\n', (found) =>
  expect(found.map(({ kind }) => kind)).toEqual(['write', 'read']),
);
