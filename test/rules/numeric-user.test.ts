import { numericUser } from '../../server/src/language/lint/rules/numeric-user';
import { testRule } from '../support/testRule';

testRule(numericUser, {
  good: ['FROM a:1\nUSER 1000\nUSER 1000:app', 'FROM a:1\nENV UID=1000\nUSER $UID'],
  bad: [
    { code: 'FROM a:1\nUSER «app»', as: ['DL3066'] },
    { code: 'FROM a:1\nUSER «app:1000»' },
    { code: 'FROM a:1\nUSER «$APP_UID»', as: ['DL3066'] },
    { code: 'FROM a:1\nARG who=app\nUSER «$who»', as: [] },
  ],
});
