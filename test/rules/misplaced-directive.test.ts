import { misplacedDirective } from '../../server/src/language/lint/rules/misplaced-directive';
import { testRule } from '../support/testRule';

testRule(misplacedDirective, {
  good: [
    '# syntax=docker/dockerfile:1\n# escape=`\nFROM a',
    '# vim=x\n# maintainer=me/you\nFROM a',
    'FROM a\n# check=skip=JSONArgsRecommended\nCMD x',
    'FROM a\nRUN <<E\n# syntax=x/y\nE',
    '# syntax is docker/dockerfile:1\nFROM a\n# escape a blank\nRUN x',
  ],
  bad: [
    { code: '# A comment\n«# syntax=docker/dockerfile:1»\nFROM a', message: /only at the very top/ },
    { code: '\n«# escape=`»\nFROM a' },
    { code: 'FROM a\n  «#escape = \\»\nRUN x' },
    {
      code: '# «sytnax»=docker/dockerfile:1\nFROM a',
      fixed: '# syntax=docker/dockerfile:1\nFROM a',
      message: /`syntax` is meant/,
    },
  ],
});
