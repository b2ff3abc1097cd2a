import { healthcheckExecForm } from '../../server/src/language/lint/rules/healthcheck-exec-form';
import { testRule } from '../support/testRule';

testRule(healthcheckExecForm, {
  good: ['FROM a:1\nHEALTHCHECK NONE', 'FROM a:1\nHEALTHCHECK --interval=5s CMD ["a"]', 'FROM a:1\nCMD a'],
  bad: [{ code: 'FROM a:1\nHEALTHCHECK --interval=5s CMD «curl -f http://localhost/ || exit 1»', as: ['DL3025'] }],
});
