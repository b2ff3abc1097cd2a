import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { stageReferences } from '../../server/src/language/model/references';
import { rootOf, stageAt, stageNamed, stagesOf } from '../../server/src/language/model/stages';

const parse = (...lines: string[]) => Dockerfile.parse(lines.join('\n'));
const slice = (file: Dockerfile, at: { start: number; end: number }) => file.text.slice(at.start, at.end);

describe('stages', () => {
  it('begin at FROM and end before the next', () => {
    const file = parse('ARG A', 'FROM a', 'RUN x', '', 'FROM b', 'RUN y', 'RUN z');
    expect(stagesOf(file).map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [3, 6],
    ]);
    expect([0, 1, 2, 3, 5].map((index) => stageAt(file, index)?.index)).toEqual([undefined, 0, 0, 1, 1]);
  });

  it('have names as they are written, found in any case', () => {
    const file = parse('FROM a AS Build', 'FROM b');
    const [stage] = stagesOf(file);
    expect(stage!.name).toMatchObject({ text: 'Build', key: 'build' });
    expect(slice(file, stage!.name!.at)).toBe('Build');
    expect(stageNamed(file, 'BUILD')).toBe(stage);
    expect(stageNamed(file, 'b')).toBeUndefined();
  });

  it('are built upon an earlier stage of that very name in lower case', () => {
    const file = parse(
      'FROM a AS Base',
      'FROM base AS two',
      'FROM Base',
      'FROM "two"',
      'FROM later',
      'FROM x AS later',
    );
    expect(stagesOf(file).map(({ base }) => base.parent?.index)).toEqual([
      undefined,
      0,
      undefined,
      1,
      undefined,
      undefined,
    ]);
  });

  it('take the last of several stages of one name, but never themselves', () => {
    const file = parse('FROM a AS x', 'FROM b AS x', 'FROM x AS x', 'FROM x');
    expect(stagesOf(file).map(({ base }) => base.parent?.index)).toEqual([undefined, undefined, 1, 2]);
    expect(rootOf(file, stagesOf(file)[3]!).index).toBe(1);
  });

  it('find their base through the defaults of global arguments', () => {
    const file = parse(
      'ARG V=20',
      'ARG N=node:$V',
      'ARG E',
      'FROM ${N}-slim AS n',
      'ARG V=1',
      'FROM $N',
      'FROM n$E',
      'FROM node:$E',
    );
    const bases = stagesOf(file).map(({ base }) => [base.resolved, base.parent?.index, base.repository, base.variable]);
    expect(bases).toEqual([
      ['node:20-slim', undefined, 'node', true],
      ['node:20', undefined, 'node', true],
      ['n', 0, undefined, true],
      ['node:', undefined, 'node', true],
    ]);
    expect(stagesOf(file)[3]!.base).toMatchObject({ unresolved: ['E'], error: { error: 'invalid-format' } });
  });

  it('know platform arguments in FROM', () => {
    const [stage] = stagesOf(parse('FROM --platform=$BUILDPLATFORM a-$TARGETARCH'));
    expect(stage).toMatchObject({
      platform: { value: '$BUILDPLATFORM' },
      base: { resolved: 'a-amd64', unresolved: [] },
    });
  });

  it('know scratch, unless a stage has that name', () => {
    const bases = stagesOf(parse('FROM scratch', 'FROM a AS scratch', 'FROM scratch')).map(({ base }) => base);
    expect(bases.map(({ scratch, parent }) => [scratch, parent?.index])).toEqual([
      [true, undefined],
      [false, undefined],
      [false, 1],
    ]);
  });

  it('are made of what is still being typed, too', () => {
    const file = parse('FROM', 'FROM a AS', 'FROM a x', 'FROM ${');
    expect(stagesOf(file).map(({ base, name }) => [base.text, base.image?.familiar, name])).toEqual([
      ['', undefined, undefined],
      ['a', 'a', undefined],
      ['a', 'a', undefined],
      ['${', undefined, undefined],
    ]);
    expect(stagesOf(file)[3]!.base.expandError?.code).toBe('unclosed-brace');
  });

  it('are linear in their number', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `FROM s${i} AS s${i + 1}`);
    const stages = stagesOf(parse('FROM s AS s0', ...lines));
    expect(stages.at(-1)!.base.parent?.index).toBe(9999);
  });
});

describe('references to stages', () => {
  const references = (...lines: string[]) => {
    const file = parse(...lines);
    return stageReferences(file).flatMap((list) =>
      list.map((reference) => {
        expect(slice(file, reference.at)).toBe(reference.text);
        return [reference.kind, reference.text, reference.stage?.index ?? reference.image?.familiar, reference.problem];
      }),
    );
  };

  it('go by name in any case, and by number', () => {
    expect(references('FROM a AS Build', 'FROM b', 'COPY --from=BUILD x y', 'COPY --from=0 x y')).toEqual([
      ['copy', 'BUILD', 0, undefined],
      ['copy', '0', 0, undefined],
    ]);
  });

  it('of mounts go by name alone', () => {
    expect(
      references('FROM a AS x', 'FROM b', 'RUN --mount=type=bind,from=x,target=/x --mount=from=0,target=/y true'),
    ).toEqual([
      ['mount', 'x', 0, undefined],
      ['mount', '0', '0', undefined],
    ]);
  });

  it('stand behind ONBUILD', () => {
    expect(references('FROM a AS x', 'FROM b', 'ONBUILD COPY --from=x a b', 'ONBUILD RUN --mount=from=x true')).toEqual(
      [
        ['copy', 'x', 0, undefined],
        ['mount', 'x', 0, undefined],
      ],
    );
  });

  it('name images and scratch', () => {
    expect(references('FROM a', 'COPY --from=ghcr.io/b/c:1 x y', 'COPY --from=scratch x y')).toEqual([
      ['copy', 'ghcr.io/b/c:1', 'ghcr.io/b/c', undefined],
      ['copy', 'scratch', undefined, undefined],
    ]);
  });

  it('say what the builder refuses', () => {
    expect(
      references(
        'FROM a AS x',
        'COPY --from=x a b',
        'COPY --from=y a b',
        'COPY --from=9 a b',
        'COPY --from=$V a b',
        'FROM b AS y',
      ),
    ).toEqual([
      ['copy', 'x', 0, 'self'],
      ['copy', 'y', 1, 'later'],
      ['copy', '9', undefined, 'index'],
      ['copy', '$V', undefined, 'variable'],
    ]);
  });
});
