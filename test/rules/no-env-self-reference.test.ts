import { noEnvSelfReference } from '../../server/src/language/lint/rules/no-env-self-reference';
import { testRule } from '../support/testRule';

testRule(noEnvSelfReference, {
  good: [
    'FROM a:1\nENV A=1\nENV B=$A',
    'FROM a:1\nENV PATH=/x:$PATH',
    'FROM a:1\nENV A=1 B=${FOOA} C=$AB',
    'FROM a:1\nARG A\nENV A=1 B=$A',
    'FROM a:1\nENV A=${A:-1} B=${A:-1}',
    "FROM a:1\nENV A=1 B='$A'",
  ],
  bad: [
    { code: 'FROM a:1\nENV A=1 B=«$A»/b', fixed: 'FROM a:1\nENV A=1\nENV B=$A/b', as: ['DL3044'] },
    {
      code: 'FROM a:1\nenv A=1 \\\n    C=2 \\\n    B="«${A}» «$C»"',
      fixed: 'FROM a:1\nenv A=1 \\\n    C=2\nenv B="${A} $C"',
    },
    { code: 'FROM a:1\nENV B=«$A» A=1', message: '`$A` is not the one beside it' },
    { code: 'FROM a:1\nENV PATH=/a:«$PATH» PATH=«$PATH»:/b', fixed: 'FROM a:1\nENV PATH=/a:$PATH\nENV PATH=$PATH:/b' },
    { code: 'FROM a:1\nENV A=1 \\\n  # why\n  B=«$A»' },
  ],
});
