import { preferAptGet } from '../../server/src/language/lint/rules/prefer-apt-get';
import { testRule } from '../support/testRule';

testRule(preferAptGet, {
  good: [
    'FROM debian\nRUN apt-get update && apt-cache policy a',
    'FROM debian\nRUN echo apt # apt install',
    'FROM debian\nCMD apt list',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «apt» update && \\\n    «apt» -y install a',
      fixed: 'FROM debian\nRUN apt-get update && \\\n    apt-get -y install a',
      as: ['DL3027'],
    },
    { code: 'FROM debian\nRUN x=$(«apt» show a)', fixed: 'FROM debian\nRUN x=$(apt-cache show a)' },
    { code: 'FROM debian\nRUN ["«apt»", "update"]', fixed: 'FROM debian\nRUN ["apt-get", "update"]' },
    { code: 'FROM debian\nRUN «apt» upgrade -y' },
    { code: 'FROM debian\nRUN «apt» list --installed' },
    { code: 'FROM debian\nRUN sudo «apt» clean', fixed: 'FROM debian\nRUN sudo apt-get clean', as: [] },
  ],
});
