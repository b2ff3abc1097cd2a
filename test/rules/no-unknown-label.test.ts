import { noUnknownLabel } from '../../server/src/language/lint/rules/no-unknown-label';
import { testRule } from '../support/testRule';

const options = { labels: { title: 'text' }, strict: true };

testRule(noUnknownLabel, {
  good: [
    'FROM a:1\nLABEL x=1',
    { code: 'FROM a:1\nLABEL x=1', options: { labels: { title: 'text' } } },
    { code: 'FROM a:1\nLABEL title=1', options },
  ],
  bad: [
    { code: 'FROM a:1\nLABEL title=1 «other»=2', options, as: ['DL3050'] },
    { code: 'FROM a:1\nLABEL «titel»=1', options, fixed: 'FROM a:1\nLABEL title=1', message: 'Did you mean `title`?' },
  ],
});
