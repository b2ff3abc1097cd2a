import { describe, expect, it } from 'vitest';
import {
  flagReference,
  flagSpec,
  INSTRUCTION_KEYWORDS,
  INSTRUCTIONS,
  instructionKeyword,
} from '../../server/src/language/knowledge/instructions';
import { hasShared, jsonLines } from '../support/shared';

describe('instructions', () => {
  it('are the 18 that the builder knows', () => {
    expect(INSTRUCTION_KEYWORDS).toEqual(
      (
        'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME ' +
        'WORKDIR'
      ).split(' '),
    );
  });

  it('are found in any case, and nothing else is', () => {
    expect(instructionKeyword('healthCheck')).toBe('HEALTHCHECK');
    for (const other of ['', 'RUNN', 'toString', '__proto__', 'constructor'])
      expect(instructionKeyword(other)).toBeUndefined();
  });

  it.each(INSTRUCTION_KEYWORDS)('%s: forms begin with the keyword, the link is its own section', (keyword) => {
    const spec = INSTRUCTIONS[keyword];
    expect(spec.forms.length).toBeGreaterThan(0);
    for (const form of spec.forms) expect(form.startsWith(`${keyword} `)).toBe(true);
    const anchor = keyword === 'MAINTAINER' ? 'maintainer-deprecated' : keyword.toLowerCase();
    expect(spec.reference).toBe(`https://docs.docker.com/reference/dockerfile/#${anchor}`);
    // a JSON form is among the forms exactly where there is one; HEALTHCHECK has it behind CMD
    if (keyword !== 'HEALTHCHECK') expect(spec.forms.some((form) => form.includes('["'))).toBe(spec.json);
  });

  it.each(INSTRUCTION_KEYWORDS)('%s: flags are spelt once, in lower case, and their facts agree', (keyword) => {
    const { flags } = INSTRUCTIONS[keyword];
    expect(new Set(flags.map((flag) => flag.name)).size).toBe(flags.length);
    for (const flag of flags) {
      expect(flag.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(flag.kind === 'bool').toBe(flag.value === 'bool');
      if (flag.values !== undefined && flag.fallback !== undefined) expect(flag.values).toContain(flag.fallback);
      if (flag.since !== undefined) expect(flag.since).toMatch(/^1\.\d+$/);
      expect(flagSpec(keyword, flag.name)).toBe(flag);
      expect(flagReference(keyword, flag.name).startsWith(INSTRUCTIONS[keyword].reference)).toBe(true);
    }
  });

  it('has the flags of the reference, and marks the one that only labs has', () => {
    const names = (keyword: 'ADD' | 'COPY' | 'FROM' | 'HEALTHCHECK' | 'RUN') =>
      INSTRUCTIONS[keyword].flags.map((flag) => flag.name).sort();
    expect(names('FROM')).toEqual(['platform']);
    expect(names('RUN')).toEqual(['device', 'mount', 'network', 'security']);
    expect(names('COPY')).toEqual(['chmod', 'chown', 'exclude', 'from', 'link', 'parents']);
    expect(names('ADD')).toEqual(['checksum', 'chmod', 'chown', 'exclude', 'keep-git-dir', 'link', 'unpack']);
    expect(names('HEALTHCHECK')).toEqual(['interval', 'retries', 'start-interval', 'start-period', 'timeout']);
    const labs = INSTRUCTION_KEYWORDS.flatMap((keyword) =>
      INSTRUCTIONS[keyword].flags
        .filter((flag) => flag.experimental === 'labs')
        .map((flag) => `${keyword} ${flag.name}`),
    );
    expect(labs).toEqual(['RUN device']);
    expect(flagSpec('RUN', 'MOUNT')).toBeUndefined();
  });
});

interface Parsed {
  readonly id: string;
  readonly nodes?: readonly { readonly k: string; readonly f?: readonly string[] }[];
  readonly semErr?: string;
}

describe.skipIf(!hasShared)('instructions beside the files that BuildKit takes', () => {
  it('knows every keyword and every flag in them', () => {
    const unknown: string[] = [];
    let flags = 0;
    for (const file of jsonLines<Parsed>('corpus/dev.buildkit-parse.jsonl')) {
      if (file.semErr !== undefined) continue;
      for (const node of file.nodes ?? []) {
        const keyword = instructionKeyword(node.k);
        if (keyword === undefined) {
          unknown.push(`${file.id} ${node.k}`);
          continue;
        }
        // ONBUILD carries the flags of what it triggers
        if (keyword === 'ONBUILD') continue;
        for (const flag of node.f ?? []) {
          flags += 1;
          const name = flag.slice(2).split('=', 1)[0] ?? '';
          if (flagSpec(keyword, name) === undefined) unknown.push(`${file.id} ${node.k} ${flag}`);
        }
      }
    }
    expect(unknown).toEqual([]);
    expect(flags).toBeGreaterThan(100);
  });
});
