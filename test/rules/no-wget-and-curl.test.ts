import { noWgetAndCurl } from '../../server/src/language/lint/rules/no-wget-and-curl';
import { testRule } from '../support/testRule';

testRule(noWgetAndCurl, {
  good: [
    'FROM a\nRUN curl a\nRUN curl b && apt-get install -y wget',
    'FROM a\nRUN curl a\nFROM a\nRUN wget a',
    'FROM a\nRUN curl a\nONBUILD RUN wget a',
  ],
  bad: [
    {
      code: 'FROM a\nRUN wget a\nRUN x && «curl» b\nRUN «wget» c',
      as: ['DL4001'],
      message: /with `curl` and with `wget`/,
    },
    { code: 'FROM a\nRUN «wget» a || curl a', as: ['DL4001'] },
    { code: 'FROM a\nONBUILD RUN curl a\nONBUILD RUN «wget» a', as: ['DL4001'] },
    {
      code: 'FROM a\nRUN sudo curl a && sudo «wget» b'.replace('sudo curl', 'sudo «curl»').replace('«wget»', 'wget'),
      as: [],
    },
  ],
});
