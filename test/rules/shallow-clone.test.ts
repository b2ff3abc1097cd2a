import { shallowClone } from '../../server/src/language/lint/rules/shallow-clone';
import { testRule } from '../support/testRule';

testRule(shallowClone, {
  good: [
    'FROM a\nRUN git clone --depth=1 https://b/c',
    'FROM a\nRUN git clone https://b/c && cd c && git checkout 0123456',
    'FROM a\nRUN git clone https://b/c /tmp/c && make -C /tmp/c install && rm -rf /tmp/c',
    'FROM a\nRUN git clone https://b/c && rm -rf c/.git',
    'FROM a AS b\nRUN git clone https://b/c\nFROM a\nCOPY --from=b /c/out /',
    'FROM a\nRUN git clone https://b/c /c\nRUN cd /c && git -C /c checkout 0123456',
    'FROM a\nRUN git pull',
  ],
  bad: [
    {
      code: 'FROM a\nRUN «git clone» https://b/c.git /c && make -C /c',
      fixed: 'FROM a\nRUN git clone --depth 1 https://b/c.git /c && make -C /c',
      message: /--depth 1/,
    },
    {
      code: 'FROM a\nRUN «git clone» -b v1 https://b/c',
      fixed: 'FROM a\nRUN git clone --depth 1 -b v1 https://b/c',
    },
  ],
});
