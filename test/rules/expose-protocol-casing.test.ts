import { exposeProtocolCasing } from '../../server/src/language/lint/rules/expose-protocol-casing';
import { testRule } from '../support/testRule';

testRule(exposeProtocolCasing, {
  good: ['FROM a:1\nEXPOSE 80 81/tcp 82/udp', 'FROM a:1\nARG P\nEXPOSE 80/$P', 'FROM a:1\nEXPOSE 80/FOO'],
  bad: [
    { code: 'FROM a:1\nEXPOSE 80/«TCP» 81/«Udp»', fixed: 'FROM a:1\nEXPOSE 80/tcp 81/udp', as: ['ExposeProtoCasing'] },
    { code: 'FROM a:1\nARG P=80/TCP\nEXPOSE «$P»' },
  ],
});
