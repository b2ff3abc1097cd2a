import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { mentionsOf, referencesOf, symbolAt } from '../../server/src/language/model/symbols';

/** The lines on which what stands at the first `‸` is named, definitions with a star. */
const named = (text: string) => {
  const offset = text.indexOf('‸');
  const file = Dockerfile.parse(text.replace('‸', ''));
  const mention = symbolAt(file, offset);
  if (!mention) return undefined;
  return referencesOf(file, mention).map(({ at, name, role, shell }) => {
    expect(file.text.slice(at.start, at.end)).toBe(name);
    const line = file.source.lineAt(at.start) + 1;
    return `${line}${role === 'definition' ? '*' : ''}${shell ? ' shell' : ''}`;
  });
};

describe('symbols', () => {
  it('join a stage with its uses, in any case and by number', () => {
    const text =
      'FROM a AS Bu‸ild\nFROM build\nCOPY --from=BUILD x y\nCOPY --from=0 x y\nRUN --mount=from=build,target=/x true';
    expect(named(text)).toEqual(['1*', '2', '3', '4', '5']);
    expect(named('FROM a AS x\nFROM b AS x\nCOPY --from=‸x a b\nFROM x')).toEqual(['2*', '3', '4']);
  });

  it('join a variable with its uses, in the shell too', () => {
    const text = 'FROM a\nENV A=1\nLABEL l="${A:-x}" m=$B\nRUN echo "$‸A" \'$A\' \\$A ${A} $AB\nCMD ["$A"]';
    expect(named(text)).toEqual(['2*', '3', '4 shell', '4 shell', '5 shell']);
  });

  it('join a global argument with the stages that ask for it', () => {
    const text = 'ARG ‸V=1\nFROM a:$V AS p\nARG V\nENV X=$V\nFROM b\nENV X=$V\nFROM c\nARG V\nRUN $V';
    expect(named(text)).toEqual(['1*', '2', '3*', '4', '8*', '9 shell']);
    expect(named(text.replace('‸', '').replace('ENV X=$V\nFROM c', 'ENV X=$V‸\nFROM c'))).toEqual(['6']);
  });

  it('join what one stage defines again and another takes over', () => {
    expect(named('FROM a AS p\nENV ‸A=1\nENV A=2\nFROM p\nRUN echo $A\nFROM q\nENV A=3')).toEqual([
      '2*',
      '3*',
      '5 shell',
    ]);
  });

  it('know nothing between names', () => {
    expect(named('FROM a\nRUN ‸ echo')).toBeUndefined();
    expect(named('‸')).toBeUndefined();
  });

  it('reach into heredocs, triggers and PowerShell', () => {
    const text =
      'FROM a\nENV ‸A=1\nCOPY <<E /x\n$A\nE\nONBUILD RUN echo $A\nRUN <<E\n$A\nE\nRUN Write-Host $env:A ${env:A}';
    expect(named(text)).toEqual(['2*', '4', '6 shell', '8 shell', '10 shell', '10 shell']);
  });

  it('do not name what is put together from variables', () => {
    const mentions = mentionsOf(Dockerfile.parse('ARG B=base\nFROM a AS base\nFROM $B\nENV ${B}X=1'));
    expect(mentions.map(({ kind, name, role }) => [kind, name, role])).toEqual([
      ['variable', 'B', 'definition'],
      ['stage', 'base', 'definition'],
      ['variable', 'B', 'reference'],
      ['variable', 'B', 'reference'],
    ]);
  });

  it('are linear in the number of definitions', () => {
    const lines = Array.from({ length: 20_000 }, () => 'ENV A=${A}x');
    const file = Dockerfile.parse(`FROM a\nENV A=1\n${lines.join('\n')}`);
    expect(referencesOf(file, symbolAt(file, 'FROM a\nENV A'.length)!)).toHaveLength(40_001);
  });
});
