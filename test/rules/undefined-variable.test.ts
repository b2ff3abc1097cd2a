import { undefinedVariable } from '../../server/src/language/lint/rules/undefined-variable';
import { testRule } from '../support/testRule';

testRule(undefinedVariable, {
  good: [
    'FROM alpine:3.20\nARG A=1\nCOPY $A /',
    'FROM unknown/base\nCOPY $SOMETHING /',
    'FROM alpine:3.20\nENV PATH=$PATH:/x',
    'FROM alpine:3.20\nRUN echo $anything',
  ],
  bad: [
    { code: 'FROM alpine:3.20\nCOPY «$ABSENT» /', as: ['UndefinedVar'], message: /empty/ },
    {
      code: 'FROM unknown/base\nARG VERSION=1\nCOPY app-«${VERSOIN}» /',
      fixed: 'FROM unknown/base\nARG VERSION=1\nCOPY app-${VERSION} /',
      message: /Did you mean/,
    },
    { code: 'ARG V=1\nFROM scratch\nLABEL v=«$V»' },
  ],
});
