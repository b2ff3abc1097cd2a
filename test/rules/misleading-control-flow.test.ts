import { misleadingControlFlow } from '../../server/src/language/lint/rules/misleading-control-flow';
import { testRule } from '../support/testRule';

testRule(misleadingControlFlow, {
  good: [
    'FROM a\nRUN a && b || true',
    'FROM a\nRUN a && b || exit 1',
    'FROM a\nRUN a || b',
    'FROM a\nRUN for i in a b; do x; done',
    'FROM a\nRUN for i in *; do x; done',
    'FROM a\nRUN ! a',
    'FROM a\nRUN set -e; if ! a; then b; fi',
  ],
  bad: [
    { code: 'FROM a\nRUN a «&&» b || c', as: ['SC2015'] },
    { code: 'FROM a\nRUN a «&&» b || echo c | tee d', as: ['SC2015'] },
    { code: 'FROM a\nRUN for i in «a»; do x "$i"; done', as: ['SC2043'] },
    { code: 'FROM a\nRUN set -e; «!» a; b', as: ['SC2251'] },
  ],
});
