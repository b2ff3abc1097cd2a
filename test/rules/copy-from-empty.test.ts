import { copyFromEmpty } from '../../server/src/language/lint/rules/copy-from-empty';
import { testRule } from '../support/testRule';

testRule(copyFromEmpty, {
  good: [
    'FROM scratch AS a\nCOPY x /\nFROM b\nCOPY --from=a /x /',
    'FROM scratch AS a\nFROM b\nRUN --mount=from=a,target=/x ls',
    'FROM scratch AS a\nFROM b\nCOPY --from=a / /x/',
    'FROM b AS a\nFROM b\nCOPY --from=a /x /',
    'FROM scratch AS a\nWORKDIR /x\nFROM b\nCOPY --from=a /x /x',
  ],
  bad: [
    { code: 'FROM scratch AS a\nENV A=b\nFROM b\nCOPY --from=«a» /x /', message: /Stage `a` begins with scratch/ },
    { code: 'FROM scratch\nFROM b\nCOPY --from=«0» /x /' },
  ],
});
