import { mkdirMode } from '../../server/src/language/lint/rules/mkdir-mode';
import { testRule } from '../support/testRule';

testRule(mkdirMode, {
  good: ['FROM a\nRUN mkdir -p /a/b', 'FROM a\nRUN mkdir -m 700 /a', 'FROM a\nRUN mkdir -p -m 700 a'],
  bad: [{ code: 'FROM a\nRUN mkdir -p «-m» 700 /a/b', as: ['SC2174'] }, { code: 'FROM a\nRUN mkdir «-pm» 700 /a/b' }],
});
