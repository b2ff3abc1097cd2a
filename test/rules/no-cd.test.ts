import { noCd } from '../../server/src/language/lint/rules/no-cd';
import { testRule } from '../support/testRule';

testRule(noCd, {
  good: ['FROM a\nRUN echo cd', 'FROM a\nWORKDIR /x', 'FROM a\nCMD cd /x && y'],
  bad: [
    { code: 'FROM a\nRUN «cd» /opt', fixed: 'FROM a\nWORKDIR /opt', as: ['DL3003'], message: /ends with its RUN/ },
    { code: 'FROM a\nRUN «cd» /opt && make', fixed: 'FROM a\nWORKDIR /opt\nRUN make' },
    { code: 'FROM a\nRUN make && «cd» /x && cd /y' },
    { code: 'FROM a\nRUN «cd» "$X" && make' },
    { code: 'FROM a\nRUN («cd» /x; make)' },
    { code: 'FROM a\nRUN «cd» /x && \\\n  make' },
    { code: 'FROM a\nRUN «cd» /x; make' },
  ],
});
