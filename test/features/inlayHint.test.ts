import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlayHint } from '../../server/src/language/features/inlayHint';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { ownFiles, someFile } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';
import { testFeature } from '../support/testFeature';

/** The text with its hints between ⟪ and ⟫. */
const shown = (file: Dockerfile): string => {
  let text = '';
  let at = 0;
  for (const { offset, label } of inlayHint(file, 'en')) {
    text += `${file.text.slice(at, offset)}⟪${label}⟫`;
    at = offset;
  }
  return (text + file.text.slice(at)).replaceAll('\r', '');
};

const shows = (what: string, text: string, expected: string) =>
  testFeature(what, shown, `‸${text}`, (found) => expect(found).toBe(expected));

describe('inlay hints', () => {
  shows(
    'values of variables, each once an instruction',
    'ARG V=3.19\nFROM alpine:$V\nARG V\nENV A=${V} B=$V:$V C=${D:-x}\nCOPY a /$A/\nRUN echo $A\n',
    'ARG V=3.19\nFROM alpine:$V⟪3.19⟫\nARG V\nENV A=${V}⟪3.19⟫ B=$V:$V C=${D:-x}⟪x⟫\nCOPY a /$A⟪3.19⟫/\nRUN echo $A\n',
  );
  shows(
    'not what is unknown, guessed, empty or long',
    `ARG N\nARG L=${'x'.repeat(50)}\nARG E=\nFROM --platform=$BUILDPLATFORM a:$N$L$E\nWORKDIR $NOPE\n`,
    `ARG N\nARG L=${'x'.repeat(50)}\nARG E=\nFROM --platform=$BUILDPLATFORM a:$N$L$E\nWORKDIR $NOPE\n`,
  );
  shows(
    'only the outer one of two',
    'FROM a\nARG A=1\nLABEL l=${B:-x${A}}\n',
    'FROM a\nARG A=1\nLABEL l=${B:-x${A}}⟪x1⟫\n',
  );
  shows(
    'where WORKDIR leads',
    'FROM a\nWORKDIR rel\nWORKDIR /app/\nENV D=src\nWORKDIR $D\nWORKDIR ../lib\nWORKDIR /x\n',
    'FROM a\nWORKDIR rel\nWORKDIR /app/\nENV D=src\nWORKDIR $D⟪/app/src⟫\nWORKDIR ../lib⟪/app/lib⟫\nWORKDIR /x\n',
  );
  shows('numbers of stages without names', 'FROM a\nFROM b AS c\nFROM c\n', 'FROM a⟪#0⟫\nFROM b AS c\nFROM c⟪#2⟫\n');
  shows(
    'the user that a stage inherits, from another stage or a known image',
    'FROM a AS b\nUSER app\nFROM b AS c\nUSER root\nFROM c AS d\nFROM jenkins/jenkins AS e\nFROM node AS f\n',
    'FROM a AS b\nUSER app\nFROM b AS c⟪USER app⟫\nUSER root\nFROM c AS d\nFROM jenkins/jenkins AS e⟪USER jenkins⟫\nFROM node AS f\n',
  );
  shows('not the number of the only stage', 'FROM a\n', 'FROM a\n');

  it('say more in both languages, and only of what is asked for', () => {
    const file = Dockerfile.parse('FROM a\nWORKDIR /a\nWORKDIR b\nFROM c:$X\nENV A=1\nUSER $A\n');
    const [en, ko] = (['en', 'ko'] as const).map((locale) => inlayHint(file, locale));
    expect(en!.map(({ label }) => label)).toEqual(['#0', '/a/b', '#1', '1']);
    expect(ko!.map(({ label }) => label)).toEqual(['#0', '/a/b', '#1', '1']);
    for (const [i, { tooltip }] of ko!.entries()) {
      expect(tooltip).toMatch(/[가-힣]/);
      expect(en![i]!.tooltip).not.toMatch(/[가-힣]/);
    }
    const at = file.text.indexOf('WORKDIR b');
    expect(inlayHint(file, 'en', { start: at, end: at + 3 }).map(({ label }) => label)).toEqual(['/a/b']);
  });

  const check = (text: string): void => {
    const file = Dockerfile.parse(text);
    for (const { offset, label } of inlayHint(file, 'ko')) {
      if (!(offset > 0 && offset <= text.length) || label === '' || /[^\S ]/.test(label)) {
        throw new Error(`“${label}” at ${offset} of ${JSON.stringify(text.slice(0, 300))}`);
      }
    }
  };

  it('lie in any file', () => {
    for (const text of ownFiles) check(text);
    fc.assert(fc.property(someFile, check), { numRuns: 300 });
  });

  it.skipIf(corpus.length === 0)('lie in real files', () => {
    for (const { text } of [...stress, ...corpus]) check(text);
  });
});
