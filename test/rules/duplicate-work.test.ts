import { duplicateWork } from '../../server/src/language/lint/rules/duplicate-work';
import { testRule } from '../support/testRule';

const install = 'RUN apt-get update && apt-get install -y libpq5 curl';

testRule(duplicateWork, {
  good: [
    // the builder does it once
    `FROM debian AS a\n${install}\nRUN x\nFROM debian AS b\n${install}\nRUN y`,
    `FROM debian AS a\nRUN x\nRUN y\n${install}\nFROM ubuntu AS b\n${install}`,
    `FROM debian AS base\n${install}\nFROM base AS a\nFROM base AS b`,
    `FROM debian AS a\nRUN x\n${install}\nFROM a AS b\n${install}`,
    'FROM debian AS a\nRUN x\nRUN apt-get install -y a\nFROM debian AS b\nRUN apt-get install -y a',
    'FROM debian AS a\nRUN x\nRUN npm ci && npm run build && npm test\nFROM debian AS b\nRUN npm ci && npm run build && npm test',
    'FROM debian AS a\nARG V=1\nRUN curl -fsSLO https://a.example/$V.zip\nFROM debian AS b\nARG V=2\nRUN curl -fsSLO https://a.example/$V.zip',
  ],
  bad: [
    {
      code: `FROM debian AS a\nCOPY x /\n${install}\nFROM debian AS b\n${install.replace('RUN', '«RUN»')}`,
      message: /Stage `a` runs the same/,
    },
    {
      code: `FROM debian\nENV A=1\n${install}\nFROM debian AS c\nENV A=2\n${install.replace('RUN', '«RUN»')}`,
      message: /Stage 0 runs the same/,
    },
  ],
});
