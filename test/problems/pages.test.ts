import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../server/src/language/locale/problems';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { problemsOf } from '../../server/src/language/model/problems';

const codesIn = (text: string) =>
  problemsOf(Dockerfile.parse(text), {})
    .filter(({ hint }) => !hint)
    .map(({ code }) => code);

describe.each(['docs/problems.md', 'docs/ko/problems.md'])('%s', (path) => {
  const sections = readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')
    .split(/^## /m)
    .slice(1);
  const codeOf = (section: string) => section.slice(0, section.indexOf('\n'));

  it('has a section for each code, in their order', () => {
    expect(sections.map(codeOf)).toEqual(problemCodes);
  });

  it.each(sections.map((section) => [codeOf(section), section] as const))(
    '%s: its examples tell the truth',
    (code, section) => {
      const examples = [...section.matchAll(/^```dockerfile\n([\s\S]*?)\n```$/gm)].map((match) => match[1]!);
      // a line of 65536 bytes is no example to read
      if (code === 'line-too-long') return expect(examples).toEqual([]);
      expect(examples.length).toBe(2);
      expect(codesIn(examples[0]!)).toEqual([code]);
      expect(codesIn(examples[1]!)).toEqual([]);
    },
  );
});
