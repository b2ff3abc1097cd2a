import { flagAsCommand } from '../../server/src/language/lint/rules/flag-as-command';
import { testRule } from '../support/testRule';

testRule(flagAsCommand, {
  good: ['FROM a\nRUN a -b', 'FROM a\nRUN a && b -c'],
  bad: [{ code: 'FROM a\nRUN a && «-b» c', as: ['SC2215'], message: /-b/ }, { code: 'FROM a\nRUN a; «--b»' }],
});
