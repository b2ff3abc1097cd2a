import { labelRequired } from '../../server/src/language/lint/rules/label-required';
import { testRule } from '../support/testRule';

const options = { labels: { title: 'text' } };

testRule(labelRequired, {
  good: [
    'FROM a:1',
    { code: 'FROM a:1\nLABEL title=x', options },
    { code: 'FROM a:1 AS base\nLABEL title=x\nFROM base', options },
    { code: 'FROM a:1 AS lib\nFROM b:1\nLABEL title=x\nCOPY --from=lib a b', options },
  ],
  bad: [
    { code: '«FROM» a:1\nLABEL other=x', options, as: ['DL3049'], message: '`title`' },
    { code: '«FROM» a:1 AS base\n«FROM» base AS two\nFROM base\nLABEL title=x', options },
  ],
});
