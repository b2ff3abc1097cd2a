/**
 * Whether the time to check a file grows no faster than the file:   npx tsx scripts/bench/growth.ts [SHAPE …]
 * Each shape is made in two sizes, one ten times the other, and read and checked with all rules; the last column, the time
 * per line of the large one over that of the small one, should stay below 2. Absolute numbers mean little.
 */
import { createLinter, Dockerfile, nowhere, resolveConfig, rules } from '../../server/src/language';

const rounds = 5;

const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('');

interface Shape {
  /** The smaller one of its two sizes, in lines or words. */
  readonly size: number;
  readonly text: (size: number) => string;
}

const shapes: Readonly<Record<string, Shape>> = {
  run: {
    size: 200,
    text: (n) => `FROM debian:12\nRUN true${times(n, (i) => ` \\\n  && echo item${i} "$HOME/x${i}" > /tmp/f${i}`)}\n`,
  },
  packages: {
    size: 200,
    text: (n) =>
      `FROM debian:12\nRUN apt-get update && apt-get install -y${times(n, (i) => ` \\\n  pkg${i}`)} && rm -rf /var/lib/apt/lists/*\n`,
  },
  stages: {
    size: 400,
    text: (n) =>
      times(
        n,
        (i) =>
          `FROM debian:12 AS s${i}\n${i ? `COPY --from=s${i - 1} /out /in\n` : ''}RUN make ${i} && cd /x\nUSER app\n`,
      ),
  },
  chain: {
    size: 400,
    text: (n) =>
      times(
        n,
        (i) => `FROM ${i ? `s${i - 1}` : 'debian:12'} AS s${i}\nENV A${i}=\${A${i - 1}}x$B${i}\nRUN apt-get update\n`,
      ),
  },
  'copies from nowhere': {
    size: 400,
    text: (n) => times(n, (i) => `FROM debian:12 AS s${i}\nCOPY --from=t${i} /a /b\n`),
  },
  // the builder takes no longer line; it is read all the same
  line: { size: 100_000, text: (n) => `FROM debian:12\nRUN echo ${'words '.repeat(n / 6)}\n` },
  'line of variables': { size: 100_000, text: (n) => `FROM debian:12\nRUN echo "${'$WORD '.repeat(n / 6)}"\n` },
  labels: { size: 3000, text: (n) => `FROM debian:12\nLABEL${times(n, (i) => ` k${i}="v ${i}"`)}\n` },
  env: { size: 200, text: (n) => `FROM debian:12\n${times(n, (i) => `ENV V${i}=/opt/\${V${i - 1}}/x\n`)}` },
  copy: { size: 3000, text: (n) => `FROM debian:12\nCOPY${times(n, (i) => ` f${i}.txt`)} /x/\n` },
  expose: { size: 200, text: (n) => `FROM debian:12\n${times(n, (i) => `EXPOSE ${i % 60_000}\n`)}` },
  folders: {
    size: 200,
    text: (n) => `FROM debian:12\n${times(n, (i) => `USER u${i}\nWORKDIR d${i}\nRUN mkdir -p /x${i} && cd /x${i}\n`)}`,
  },
  comments: {
    size: 200,
    text: (n) => `FROM debian:12\n${times(n, (i) => `# hadolint ignore=DL3008\nRUN apt-get install x${i}\n`)}`,
  },
  substitutions: { size: 200, text: (n) => `FROM debian:12\nRUN echo${times(n, (i) => ` $(a${i})`)}\n` },
  pipes: { size: 500, text: (n) => `FROM debian:12\nRUN a${times(n, (i) => ` | b${i}`)}\n` },
};

const linter = createLinter(resolveConfig(rules, [{ preset: 'all' }]));
const around = { ...nowhere, today: new Date().toISOString().slice(0, 10) };

function measure(text: string): number {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    linter.lint(Dockerfile.parse(`${text}# ${round}\n`), around);
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b)[rounds >> 1]!;
}

const wanted = process.argv.slice(2);
for (const [name, { size, text }] of Object.entries(shapes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const small = measure(text(size));
  const large = measure(text(size * 10));
  console.log(
    `${name}: ${small.toFixed(1)} ms for ${size}, ${large.toFixed(1)} ms for ${size * 10}: ${(large / small / 10).toFixed(2)}`,
  );
}
