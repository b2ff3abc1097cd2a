/** What builders print, as recorded from docker 28.5 with buildx 0.29, its classic builder, and podman 4.3. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCheck } from '../../client/src/node/docker/check';
import { BuildOutputReader, findInstruction, TAIL } from '../../client/src/node/docker/progress';

const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

function read(name: string): BuildOutputReader {
  const reader = new BuildOutputReader();
  reader.push(recorded(name));
  return reader;
}

/** The Dockerfile of the recordings; those that fail differ in one word. */
const DOCKERFILE = `FROM local/base:1 AS build
ARG WHO=world
RUN echo "hello $WHO" > /greeting

FROM local/base:1
# served by busybox
WORKDIR /srv
COPY --from=build /greeting .
COPY index.html .
RUN ls -l && \\
    # a comment inside
    cat greeting
EXPOSE 8000
CMD ["httpd", "-f", "-p", "8000", "-h", "/srv"]
`;

describe('steps', () => {
  test.each([
    ['plain-ok.txt', 'stage-1 5/5', 'RUN ls -l &&     cat greeting'],
    ['plain-cached.txt', 'stage-1 5/5', 'RUN ls -l &&     cat greeting'],
    ['classic-ok.txt', '10/10', 'CMD ["httpd", "-f", "-p", "8000", "-h", "/srv"]'],
    ['podman-ok.txt', '7/7', 'CMD ["httpd", "-f", "-p", "8000", "-h", "/srv"]'],
  ])('%s ends at %s', (name, position, text) => {
    expect(read(name).step).toEqual({ position, text });
  });

  test('push tells when the step changed', () => {
    const reader = new BuildOutputReader();
    expect(reader.push('#4 [build 1/2] FROM docker.io/local/base:1')).toBe(false);
    expect(reader.push('\n')).toBe(true);
    expect(reader.push('#4 DONE 0.0s\n')).toBe(false);
  });

  test('the image’s id', () => {
    expect(read('plain-ok.txt').imageId).toBe('7bae25163b351a23bcd42289d230437156da9f75436a4a490181970b9e168f2d');
    expect(read('classic-ok.txt').imageId).toBe('916f0dc665c3');
  });
});

describe('failures', () => {
  test.each([
    [
      'plain-run-fails.txt',
      10,
      12,
      /^process "\/bin\/sh -c ls -l .*exit code: 1$/,
      "cat: can't open 'missing': No such file or directory",
    ],
    ['plain-heredoc-fails.txt', 2, 6, /^process .*exit code: 1$/, 'one'],
    ['plain-copy-fails.txt', 9, 9, /^failed to compute cache key: .*"\/absent\.html": not found$/, undefined],
    ['plain-syntax.txt', 10, 12, /^dockerfile parse error on line 10: unknown instruction: RUM/, undefined],
    ['plain-no-base.txt', 5, 5, /^nosuchimage:1: failed to resolve source metadata/, undefined],
    ['classic-syntax.txt', 10, 10, /^dockerfile parse error on line 10: unknown instruction: RUM/, undefined],
  ])('%s is at lines %i to %i', (name, first, last, message, output) => {
    const failure = read(name).failure();
    expect(failure.lines).toEqual({ first, last });
    expect(failure.message).toMatch(message);
    expect(failure.output[0]).toBe(output);
  });

  test.each([
    ['classic-run-fails.txt', 'cat missing', 10, 12, /^The command .* returned a non-zero code: 1$/],
    ['classic-copy-fails.txt', 'COPY absent.html', 9, 9, /^COPY failed: file not found in build context/],
    ['classic-no-base.txt', 'nosuchimage', 5, 5, /connection refused$/],
    ['podman-run-fails.txt', 'cat missing', 10, 12, /^building at STEP "RUN ls -l .*exit status 1$/],
    ['podman-copy-fails.txt', 'COPY absent.html', 9, 9, /no such file or directory$/],
    ['podman-no-base.txt', 'nosuchimage', 5, 5, /^creating build container: short-name/],
    ['podman-syntax.txt', 'RUM', 10, 12, /Unknown instruction: "RUM"/],
  ])('%s, which names no line, is found in the file', (name, change, first, last, message) => {
    const failure = read(name).failure();
    expect(failure.lines).toBeUndefined();
    expect(failure.message).toMatch(message);
    const source = DOCKERFILE.replace('cat greeting', change.startsWith('cat') ? change : 'cat greeting')
      .replace('COPY index.html', change.startsWith('COPY') ? change : 'COPY index.html')
      .replace('FROM local/base:1\n', change === 'nosuchimage' ? 'FROM nosuchimage:1\n' : 'FROM local/base:1\n')
      .replace('RUN ls', change === 'RUM' ? 'RUM ls' : 'RUN ls');
    expect(failure.instruction && findInstruction(source, failure.instruction)).toEqual({ first, last });
    expect(failure.instruction && findInstruction(source.replaceAll('\n', '\r\n'), failure.instruction)).toEqual({
      first,
      last,
    });
  });

  test('the failing step’s own words come along', () => {
    for (const name of ['classic-run-fails.txt', 'podman-run-fails.txt']) {
      expect(read(name).failure().output, name).toContain("cat: can't open 'missing': No such file or directory");
    }
  });

  test('a missing target has no place', () => {
    const failure = read('plain-target-missing.txt').failure();
    expect(failure.message).toBe('target stage "nope" could not be found');
    expect(failure.lines).toBeUndefined();
    expect(failure.instruction).toBeUndefined();
  });

  test('a program that prints “Error:” is not taken for the builder', () => {
    const reader = new BuildOutputReader();
    reader.push(
      "Step 1/2 : FROM a\nStep 2/2 : RUN x\nError: mine\nThe command '/bin/sh -c x' returned a non-zero code: 7",
    );
    expect(reader.failure().message).toBe("The command '/bin/sh -c x' returned a non-zero code: 7");
  });

  test('of equal instructions the one that ran is found', () => {
    expect(findInstruction('FROM a\nRUN x\nrun  x\nRUN x\n', { text: 'RUN x', earlier: 1 })).toEqual({
      first: 3,
      last: 3,
    });
    expect(findInstruction('FROM a\nRUN x\n', { text: 'RUN x', earlier: 1 })).toBeUndefined();
    expect(findInstruction('', { text: 'RUN x', earlier: 0 })).toBeUndefined();
  });
});

test('how the output is cut into pieces does not matter', () => {
  const names = ['plain-run-fails.txt', 'classic-run-fails.txt', 'podman-run-fails.txt', 'plain-syntax.txt'];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }),
      (name, sizes) => {
        const text = recorded(name);
        const reader = new BuildOutputReader();
        for (let at = 0, i = 0; at < text.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          reader.push(text.slice(at, at + size));
          at += size;
        }
        expect(reader.failure()).toEqual(read(name).failure());
      },
    ),
    { numRuns: 50 },
  );
});

test('any output is taken, and only its end is kept', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const reader = new BuildOutputReader();
      reader.push(text);
      expect(reader.failure().output.length).toBeLessThanOrEqual(TAIL);
    }),
  );
  const reader = new BuildOutputReader();
  reader.push('Step 1/1 : RUN yes\n');
  reader.push('y\n'.repeat(100_000));
  expect(reader.failure().output).toHaveLength(TAIL);
});

describe('check', () => {
  test('warnings with rule, page and lines', () => {
    const findings = parseCheck(recorded('check-warnings.json'));
    expect(findings?.map(({ rule, lines }) => [rule, lines.first, lines.last])).toEqual([
      ['NoEmptyContinuation', 6, 6],
      ['FromAsCasing', 1, 1],
      ['MaintainerDeprecated', 2, 2],
      ['SecretsUsedInArgOrEnv', 7, 8],
      ['JSONArgsRecommended', 9, 9],
    ]);
    expect(findings?.[1]).toMatchObject({
      severity: 'warning',
      message: "'as' and 'FROM' keywords' casing do not match",
      url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
    });
  });

  test('an error of the build', () => {
    expect(parseCheck(recorded('check-error.json'))).toEqual([
      {
        severity: 'error',
        message: 'dockerfile parse error on line 10: unknown instruction: RUM (did you mean RUN?)',
        lines: { first: 10, last: 12 },
      },
    ]);
  });

  test('other output around the answer is passed over', () => {
    const findings = parseCheck(recorded('check-no-base.out'));
    expect(findings).toHaveLength(1);
    expect(findings?.[0]).toMatchObject({ severity: 'error', lines: { first: 5, last: 5 } });
  });

  test('no findings, and no answer, differ', () => {
    expect(parseCheck(recorded('check-clean.json'))).toEqual([]);
    expect(parseCheck(recorded('no-buildx-check.txt'))).toBeUndefined();
    expect(parseCheck('')).toBeUndefined();
    expect(parseCheck('{"a":1}')).toBeUndefined();
    expect(parseCheck('{"warnings":')).toBeUndefined();
  });

  test('a warning without a place is shown on the first line', () => {
    expect(parseCheck('{"warnings":[{"ruleName":"X","detail":"d"}]}')?.[0]?.lines).toEqual({ first: 1, last: 1 });
  });
});
