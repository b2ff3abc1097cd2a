import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const configuration = JSON.parse(readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8'));

/** What VS Code does on Enter: the action of the first rule that fits, or undefined. */
function onEnter(previous: string, before: string, after = ''): { indent: string; appendText?: string } | undefined {
  const fits = (pattern: string | undefined, text: string) => pattern === undefined || new RegExp(pattern).test(text);
  return configuration.onEnterRules.find(
    (rule: Record<string, string>) =>
      fits(rule.previousLineText, previous) && fits(rule.beforeText, before) && fits(rule.afterText, after),
  )?.action;
}

describe('on Enter', () => {
  it('indents after the first line of a continued instruction, and keeps the indent after the next ones', () => {
    expect(onEnter('FROM a', 'RUN a && \\')?.indent).toBe('indent');
    expect(onEnter('FROM a', 'RUN a && `  ')?.indent).toBe('indent');
    expect(onEnter('RUN a && \\', '    b && \\')).toBeUndefined();
  });
  it('goes back after the last line of it', () => {
    expect(onEnter('RUN a && \\', '    b')?.indent).toBe('outdent');
    expect(onEnter('    b && \\', '    c d')?.indent).toBe('outdent');
    expect(onEnter('RUN a && \\', '    # c')).toBeUndefined();
    expect(onEnter('FROM a', 'RUN a')).toBeUndefined();
  });
  it('takes for a continued line what the builder does, as far as a line can tell', () => {
    // a backtick ends a substitution unless it stands alone; an escaped escape continues nothing
    expect(onEnter('FROM a', 'RUN b=`date`')).toBeUndefined();
    expect(onEnter('FROM a', 'RUN echo b\\\\')).toBeUndefined();
    expect(onEnter('RUN a && \\', '    b=`date`')?.indent).toBe('outdent');
    expect(onEnter('RUN a && `', '    b `')).toBeUndefined();
    expect(onEnter('RUN a && \\', '    \\')).toBeUndefined();
    expect(onEnter('RUN b=`date`', '    c')).toBeUndefined();
  });
  it('splits a comment into two', () => {
    expect(onEnter('', '# one', ' two')).toEqual({ indent: 'none', appendText: '# ' });
    expect(onEnter('', '# one')).toBeUndefined();
    expect(onEnter('', '# one \\')).toBeUndefined();
  });
});

describe('indentation', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  it('grows after an unindented line that goes on, shrinks at a keyword', () => {
    expect('RUN a \\').toMatch(new RegExp(increaseIndentPattern));
    expect('    a \\').not.toMatch(new RegExp(increaseIndentPattern));
    expect('# a \\').not.toMatch(new RegExp(increaseIndentPattern));
    expect('    RUN a').toMatch(new RegExp(decreaseIndentPattern));
    expect('    RUNNER a').not.toMatch(new RegExp(decreaseIndentPattern));
  });
});

it('words are what a double click should take', () => {
  const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
  expect('FROM python:3.8-slim AS 빌드'.match(word)).toEqual(['FROM', 'python', '3.8-slim', 'AS', '빌드']);
  expect('RUN apt-get install -y "$PKG_NAME"'.match(word)).toEqual(['RUN', 'apt-get', 'install', 'y', 'PKG_NAME']);
});

it('#region comments fold', () => {
  const { start, end } = configuration.folding.markers;
  expect('# region build').toMatch(new RegExp(start));
  expect('#endregion').toMatch(new RegExp(end));
  expect('# regional').not.toMatch(new RegExp(start));
});
