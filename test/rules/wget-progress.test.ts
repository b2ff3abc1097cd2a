import { wgetProgress } from '../../server/src/language/lint/rules/wget-progress';
import { testRule } from '../support/testRule';

testRule(wgetProgress, {
  good: [
    'FROM debian\nRUN wget -q https://a/b && wget -qO- https://a/b && wget -nv https://a/b',
    'FROM debian\nRUN wget --progress=dot:giga https://a/b && wget -o log https://a/b',
    'FROM debian\nRUN apt-get install -y wget && wget --version',
    'FROM debian\nRUN wget',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «wget» -O a https://a/b',
      fixed: 'FROM debian\nRUN wget --progress=dot:giga -O a https://a/b',
      as: ['DL3047'],
    },
    { code: 'FROM alpine\nRUN «wget» https://a/b', fixed: 'FROM alpine\nRUN wget -q https://a/b', as: ['DL3047'] },
    {
      code: 'FROM a\nRUN sudo «wget» -O- https://a/b | sh',
      fixed: 'FROM a\nRUN sudo wget --progress=dot:giga -O- https://a/b | sh',
      as: [],
    },
  ],
});
