import { expect, it } from 'vitest';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { quoteVariable } from '../../server/src/language/lint/rules/quote-variable';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';

it('forgets what it found in an instruction when a variable that it hangs on comes or goes', () => {
  const linter = createLinter(resolveConfig([quoteVariable], [{ preset: 'all' }]));
  let file = Dockerfile.parse('FROM a AS one\nENV V=1\nFROM one\nUSER x\nRUN echo $V\nRUN echo $W\n');
  const found = () => linter.lint(file, nowhere).map(({ at }) => file.text.slice(at.start, at.end));
  const rename = (from: string, to: string) => {
    const start = file.text.indexOf(`ENV ${from}`) + 4;
    file = file.edit({ at: { start, end: start + from.length }, text: to });
  };
  expect(found()).toEqual(['$W']);
  const run = file.instructions[4]!.instruction;
  rename('V', 'W');
  expect(file.instructions[4]!.instruction).toBe(run);
  expect(found()).toEqual(['$V']);
  rename('W', 'V');
  expect(found()).toEqual(['$W']);
  rename('V', 'X');
  expect(found()).toEqual(['$V', '$W']);
});
