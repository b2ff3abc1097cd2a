import { describe, expect, it } from 'vitest';
import { locales } from '../../server/src/language/locale/locale';
import { messageOf, problemCodes, problemTitles, titleOf } from '../../server/src/language/locale/problems';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { type Problem, problemsOf } from '../../server/src/language/model/problems';
import { applyEdits } from '../../server/src/language/text/edit';
import { type Case, cases } from './cases';
import { fine, fineWithValues } from './fine';

const of = (text: string, options = {}) => problemsOf(Dockerfile.parse(text), options);
const errorsOf = (text: string) => of(text).filter((problem) => !problem.hint);
const name = (text: string) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

/** The text with the problem marked. */
const marked = (text: string, { at }: Problem) =>
  `${text.slice(0, at.start)}«${text.slice(at.start, at.end)}»${text.slice(at.end)}`;

/** All that a problem's fixes make of the text. */
const fixedBy = (text: string, problem: Problem) => (problem.fixes ?? []).map(({ edits }) => applyEdits(text, edits));

function check({ code, text: withMarks, fixed = [], says }: Case, text: string, wanted: string): void {
  const problems = errorsOf(text);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const [problem] = problems;
  expect(marked(text, problem!)).toBe(wanted);
  for (const locale of locales) {
    const message = messageOf(code, problem!.values, locale);
    expect(message).not.toMatch(/undefined|\n/);
    expect(message).toMatch(locale === 'ko' ? /[가-힣]/ : /^[^가-힣]+$/);
    if (says) expect(message).toContain(says);
    for (const fix of problem!.fixes ?? []) {
      const title = titleOf(fix.title, fix.values, locale);
      expect(title).not.toMatch(/undefined/);
      expect(title).toMatch(locale === 'ko' ? /[가-힣]/ : /^[^가-힣]+$/);
    }
  }
  if (withMarks !== wanted) return;
  expect(fixedBy(text, problem!)).toEqual(fixed);
  for (const each of fixed) expect(errorsOf(each)).toEqual([]);
}

describe('what the builder refuses', () => {
  it.each(cases.map((each) => [each.code, name(each.text), each] as const))('%s: %s', (_code, _name, each) => {
    const text = each.text.replace(/[«»]/g, '');
    check(each, text, each.text);
    // the same with the other line break
    if (!text.includes('\n') || each.code === 'unclosed-brace') return;
    const windows = (content: string) => content.replaceAll('\n', '\r\n');
    check(each, windows(text), windows(each.text));
  });

  it('has a case for every code', () => {
    expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual([...problemCodes].sort());
  });

  it('has a case for the title of every fix', () => {
    const titles = cases.flatMap(({ text }) =>
      errorsOf(text.replace(/[«»]/g, '')).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title)),
    );
    expect([...new Set(titles)].sort()).toEqual([...problemTitles].sort());
  });

  it.each([...fine, ...fineWithValues].map((text) => [name(text), text] as const))('nothing in %s', (_name, text) => {
    expect(errorsOf(text)).toEqual([]);
  });
});

describe('several problems', () => {
  it('names independent ones, each once', () => {
    const problems = errorsOf('FROM a\nRUNN x\nCOPY --lnk a\nEXPOSE x y\n');
    expect(problems.map(({ code }) => code)).toEqual([
      'unknown-instruction',
      'no-destination',
      'unknown-flag',
      'port-number',
      'port-number',
    ]);
  });

  it('does not name what follows from another', () => {
    expect(errorsOf('FORM a\nRUN id\n').map(({ code }) => code)).toEqual(['unknown-instruction']);
    expect(errorsOf('FROM a\nCOPY "b c" "d e"\n').map(({ code }) => code)).toEqual(['unclosed-double-quote']);
    expect(errorsOf('RUN a\nRUN b\n').map(({ code }) => code)).toEqual(['no-from']);
  });
});

describe('front ends of somebody else', () => {
  const custom = '# syntax=example.com/front:1\nFROM a\nINCLUDE b\nCOPY --all b c\nCMD --x\n';

  it('may know instructions and flags: hints', () => {
    expect(of(custom).map(({ code, hint }) => [code, hint])).toEqual([
      ['unknown-instruction', true],
      ['unknown-flag', true],
      ['no-flags', true],
    ]);
  });

  it.each([
    'docker/dockerfile:1',
    'docker.io/docker/dockerfile:1.7',
    'docker/dockerfile-upstream:master',
    'docker/dockerfile',
  ])('are not %s', (syntax) => {
    expect(errorsOf(custom.replace('example.com/front:1', syntax)).length).toBe(3);
  });
});

describe('ONBUILD', () => {
  it('gives hints for what only the build upon this image refuses', () => {
    const problems = of('FROM a\nONBUILD COPY --lnk b c\nONBUILD RUNN b\nONBUILD EXPOSE x\n');
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['unknown-flag', true],
      ['unknown-instruction', true],
      ['port-number', true],
    ]);
  });

  it('gives errors where a stage of this file is built upon it', () => {
    expect(errorsOf('FROM a AS b\nONBUILD RUNN c\nFROM b\n').map(({ code }) => code)).toEqual(['unknown-instruction']);
  });

  it('places them and their fixes behind the keyword', () => {
    const text = 'FROM a\nONBUILD  RUNN b\n';
    const [problem] = of(text);
    expect(marked(text, problem!)).toBe('FROM a\nONBUILD  «RUNN» b\n');
    expect(fixedBy(text, problem!)).toEqual(['FROM a\nONBUILD  RUN b\n']);
  });
});

describe('while somebody types', () => {
  it.each(['', '\n', '# a comment\n', '# syntax=docker/dockerfile:1\n'])('says nothing of %j', (text) => {
    expect(of(text, { editing: true })).toEqual([]);
    expect(of(text).map(({ code }) => code)).toEqual(['no-instructions']);
  });

  it('does not call the keyword unknown that the cursor touches', () => {
    const text = 'FROM a\nEXPO';
    expect(of(text, { cursor: text.length })).toEqual([]);
    expect(of(text, { cursor: 3 }).map(({ code }) => code)).toEqual(['unknown-instruction']);
    expect(of('FRO', { cursor: 3, editing: true })).toEqual([]);
    expect(of('FROM a\nEXPO 80', { cursor: 14 }).map(({ code }) => code)).toEqual(['unknown-instruction']);
  });
});
