import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { stagesOf } from '../../server/src/language/model/stages';
import { variableUses } from '../../server/src/language/model/uses';
import {
  definer,
  definitionAt,
  definitionNameAt,
  inShell,
  resolveAt,
  scopeAt,
  scopeAtStart,
  scopeOfUse,
} from '../../server/src/language/model/variables';

const parse = (...lines: string[]) => Dockerfile.parse(lines.join('\n'));
/** What a text comes to behind the last of the lines. */
const last = (lines: string[], text: string) => resolveAt(parse(...lines), lines.length, text);
const value = (lines: string[], text: string) => last(lines, text).text;
const slice = (file: Dockerfile, at: { start: number; end: number } | undefined) =>
  at && file.text.slice(at.start, at.end);

describe('scopes', () => {
  it('ENV and ARG hold from behind their instruction on', () => {
    const file = parse('FROM a', 'ENV A=1', 'ENV A=2');
    expect([1, 2, 3].map((index) => scopeAt(file, index).get('A')?.value.text)).toEqual([undefined, '1', '2']);
  });

  it('all values of one ENV see what was before it, its keys too', () => {
    expect(value(['FROM a', 'ENV A=old', 'ENV A=new B=$A'], '$A $B')).toBe('new old');
    expect(value(['FROM a', 'ENV K=X', 'ENV ${K}_1=v'], '$X_1')).toBe('v');
  });

  it('each name of one ARG sees the ones in front of it', () => {
    expect(value(['FROM a', 'ARG A=1 B=${A}2 C=${B}3'], '$C')).toBe('123');
    const file = parse('FROM a', 'ARG A=1 B=$A');
    const [use] = variableUses(file.instructions[1]!.instruction);
    expect(scopeAt(file, 1).get('A')).toBeUndefined();
    expect(scopeOfUse(file, 1, use!).get('A')?.value.text).toBe('1');
  });

  it('a global argument is seen by FROM, and by a stage that asks for it', () => {
    const lines = ['ARG V=1', 'FROM a:$V', 'ENV X=$V', 'ARG V', 'ENV Y=$V'];
    expect(stagesOf(parse(...lines))[0]!.base.resolved).toBe('a:1');
    expect(value(lines, '[$X][$Y]')).toBe('[][1]');
  });

  it('an argument behind a FROM is none for the next FROM', () => {
    const lines = ['FROM a', 'ARG V=1', 'FROM b:$V', 'ARG V'];
    expect(stagesOf(parse(...lines))[1]!.base.unresolved).toEqual(['V']);
    expect(last(lines, '$V')).toMatchObject({ text: '$V', unresolved: ['V'] });
  });

  it('a default in the stage goes before the global value', () => {
    expect(value(['ARG V=1', 'FROM a', 'ARG V=2'], '$V')).toBe('2');
  });

  it('later wins, be it ARG or ENV', () => {
    expect(value(['FROM a', 'ENV A=env', 'ARG A=arg'], '$A')).toBe('arg');
    expect(value(['FROM a', 'ARG A=arg', 'ENV A=env'], '$A')).toBe('env');
    expect(value(['FROM a', 'ENV A=env', 'ARG A'], '$A')).toBe('env');
    expect(value(['ARG A', 'FROM a', 'ENV A=env', 'ARG A'], '$A')).toBe('env');
    expect(value(['ARG A=global', 'FROM a', 'ENV A=env', 'ARG A'], '$A')).toBe('global');
  });

  it('a stage has what its parent ends with, and nothing of any other', () => {
    const lines = ['FROM a AS p', 'ENV E=1', 'ARG R=2', 'FROM b AS q', 'ENV Q=3', 'FROM p', 'RUN x'];
    expect(value(lines, '[$E][$R][${Q:-none}]')).toBe('[1][2][none]');
  });

  it('a stage has what its parent’s triggers define', () => {
    const lines = ['FROM a AS p', 'ENV A=1', 'ONBUILD ENV B=${A}2', 'ONBUILD ARG C=3', 'RUN x', 'FROM p', 'RUN y'];
    const file = parse(...lines);
    expect(scopeAt(file, 4).get('B')).toBeUndefined();
    expect(resolveAt(file, 6, '$B$C').text).toBe('123');
    const b = scopeAt(file, 6).get('B')!;
    expect([
      definer(file, b)?.index,
      slice(file, definitionNameAt(file, b)),
      slice(file, definitionAt(file, b)),
    ]).toEqual([2, 'B', 'B=${A}2']);
    expect(scopeAtStart(file, stagesOf(file)[1]!).get('C')?.kind).toBe('arg');
  });

  it('platform arguments need ARG in a stage and are guesses', () => {
    expect(last(['FROM a', 'RUN x'], '$TARGETARCH').unresolved).toEqual(['TARGETARCH']);
    expect(last(['FROM a', 'ARG TARGETARCH'], '$TARGETARCH')).toMatchObject({ text: 'amd64', assumed: true });
    expect(last(['FROM a', 'ARG TARGETVARIANT', 'ENV V=x$TARGETVARIANT'], '$V')).toMatchObject({
      text: 'x',
      assumed: true,
    });
    expect(last(['FROM a', 'ENV V=x'], '$V').assumed).toBe(false);
  });

  it('PATH is always set; proxies are there in a shell alone', () => {
    expect(value(['FROM a', 'ENV PATH=/x:$PATH'], '$PATH')).toMatch(/^\/x:\/usr\/local\/sbin:/);
    const file = parse('FROM a', 'ENV A=1', 'RUN x');
    expect(scopeAt(file, 2).get('HTTP_PROXY')).toBeUndefined();
    expect(inShell(file, 2, 'http_proxy')).toBe('proxy');
    expect(inShell(file, 2, 'A')).toMatchObject({ kind: 'env' });
    expect(inShell(file, 2, 'TARGETARCH')).toBeUndefined();
  });

  it('know what a name was before', () => {
    const file = parse('ARG A=0', 'FROM a', 'ARG A', 'ENV A=1', 'RUN x');
    const env = scopeAt(file, 4).get('A')!;
    expect([env.kind, env.previous?.kind, env.previous?.global?.kind]).toEqual(['env', 'arg', 'global-arg']);
    expect([env, env.previous!, env.previous!.global!].map((each) => definer(file, each)?.index)).toEqual([3, 2, 0]);
    expect(definer(file, scopeAt(file, 4).get('PATH')!)).toBeUndefined();
  });

  it('list their names', () => {
    const file = parse('FROM a', 'ENV A=1 B=2');
    expect([...scopeAt(file, 2).values()].map(({ name }) => name).sort()).toEqual(['A', 'B', 'PATH']);
  });
});

describe('values', () => {
  it('take quotes and escapes out, and operators into account', () => {
    const lines = ['FROM a', "ENV A='x y' B=a\\ b E=", 'ARG N'];
    expect(value(lines, '"$A" $B ${E:-d} ${E-d} ${U:-u} ${A:+set} ${U+set}.')).toBe('x y a b d  u set .');
    expect(value(lines, '${A%y}|${A#x}|${A/x/z}')).toBe('x | y|z y');
  });

  it('keep names without a value, and say so', () => {
    expect(last(['FROM a', 'ARG N'], '/$N/${M}/${K:-k}/\\$L')).toMatchObject({
      text: '/$N/${M}/k/$L',
      unresolved: ['M', 'N'],
    });
    expect(last(['FROM a', 'ENV A=1'], '${A:-$U} ${U:+$V} ${U:-$V}').unresolved).toEqual(['V']);
    expect(resolveAt(parse('FROM a', 'RUN x'), 1, 'a${N}b', true).text).toBe('ab');
  });

  it('come with the error that the builder gives', () => {
    expect(last(['FROM a'], '${A:-x').error?.code).toBe('unclosed-brace');
    expect(last(['FROM a', 'ENV A=${B:x}'], '$A')).toMatchObject({ text: '' });
    expect(last(['FROM a'], '${A:?needed}').error?.code).toBe('required-variable');
  });

  it('do not grow without end', () => {
    const lines = ['FROM a', 'ENV V0=0123456789'];
    for (let i = 1; i < 200; i++) lines.push(`ENV V${i}=$V${i - 1}$V${i - 1}`);
    const result = last(lines, '$V199');
    expect(result.cut).toBe(true);
    expect(result.text).toHaveLength(4096);
    const many = last([...lines, 'ENV X=1'], '$V199'.repeat(5000));
    expect(many.cut).toBe(true);
    expect(many.text.length).toBeLessThanOrEqual(4096);
  });

  it('follow a chain longer than the call stack', () => {
    const lines = ['FROM a', 'ENV V0=end'];
    for (let i = 1; i <= 50_000; i++) lines.push(`ENV V${i}=$V${i - 1}`);
    expect(value(lines, '$V50000')).toBe('end');
  });
});

describe('uses', () => {
  const uses = (text: string) => {
    const file = Dockerfile.parse(text);
    const { instruction } = file.instructions[0]!;
    return variableUses(instruction).map((use) => {
      const { start, end } = use.nameAt;
      return instruction.text.slice(start, end) === use.name
        ? use.name
        : `${use.name} in ${instruction.text.slice(start, end)}`;
    });
  };
  it.each([
    ['FROM --platform=$P a$B AS $C', ['P', 'B']],
    ['ARG A=$B $C=1', ['B']],
    ['ENV $A=$B C=${D:-$E}', ['A', 'B', 'E', 'D']],
    ['ENV A $B c', ['B']],
    ['LABEL "$A"=\'$B\' c="$C"', ['A', 'C']],
    ['COPY --from=$A --chown=$B --chmod=${C} --exclude=$D $E "$F" \'$G\'', ['B', 'C', 'E', 'F']],
    ['ADD --checksum=$A --link=$B x y', ['A']],
    ['COPY ["$A", "x\\u0041$B"]', ['A', 'B in "x\\u0041$B"']],
    ['COPY <<A <<"B" /$C\n$D\nA\n$E\nB\n', ['C', 'D']],
    ["COPY <<A /\n'$D'\\$E\nA\n", ['D']],
    ['EXPOSE $A ${B}/tcp', ['A', 'B']],
    ['USER $A:$B', ['A', 'B']],
    ['WORKDIR $A/\\\n  ${B}', ['A', 'B']],
    ['VOLUME $A ["x"]', ['A']],
    ['STOPSIGNAL $A', ['A']],
    ['RUN --mount=type=cache,target=$A,id=${B} --network=$C echo $D', ['A', 'B']],
    ['RUN --mount=type=$A,"target=$B" echo', ['A in type=$A,"target=$B"', 'B in type=$A,"target=$B"']],
    ['CMD $A', []],
    ['ENTRYPOINT ["$A"]', []],
    ['HEALTHCHECK --interval=$A CMD $B', []],
    ['SHELL ["$A"]', []],
    ['MAINTAINER $A', []],
    ['ONBUILD ENV A=$B', ['B']],
  ])('%s', (text, expected) => expect(uses(text)).toEqual(expected));
});
