import { undefinedArgInFrom } from '../../server/src/language/lint/rules/undefined-arg-in-from';
import { testRule } from '../support/testRule';

testRule(undefinedArgInFrom, {
  good: ['ARG V=1\nFROM a:$V', 'FROM --platform=$BUILDPLATFORM a'],
  bad: [
    { code: 'FROM a:«${V:-1}»', fixed: 'ARG V\nFROM a:${V:-1}', as: ['UndefinedArgInFrom'] },
    { code: 'ARG VERSION=1\nFROM a:«$VERSON»', fixed: 'ARG VERSION=1\nFROM a:$VERSION', message: /Did you mean/ },
    { code: 'FROM a\nARG X=1\nFROM b:«${X-2}»', fixed: 'ARG X\nFROM a\nARG X=1\nFROM b:${X-2}' },
  ],
});
