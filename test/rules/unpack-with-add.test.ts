import { unpackWithAdd } from '../../server/src/language/lint/rules/unpack-with-add';
import { testRule } from '../support/testRule';

testRule(unpackWithAdd, {
  good: [
    'FROM a:1\nCOPY a.tar /x/',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b a.tar /x/\nRUN tar -xf /x/a.tar',
    'FROM a:1\nCOPY a.tar /x/\nRUN tar -tf /x/a.tar',
    'FROM a:1\nRUN tar -xf /x/a.tar\nCOPY a.tar /x/',
    'FROM a:1\nCOPY a.tar /x/\nFROM b:1\nRUN tar -xf a.tar',
  ],
  bad: [
    {
      code: 'FROM a:1\nCOPY «a.tar.gz» /tmp/\nRUN tar -xzf /tmp/a.tar.gz -C /opt\nCMD ["x"]',
      fixed: 'FROM a:1\nADD a.tar.gz /opt/\nCMD ["x"]',
      as: ['DL3010'],
    },
    { code: 'FROM a:1\nCOPY x/y.tar «/z.tar»\nRUN mkdir /a && tar --extract -f /z.tar && rm /z.tar' },
    { code: 'FROM a:1\nCOPY «a.tgz» b «c.gz» /x/\nRUN gunzip c.gz; cd /x; tar -x -f a.tgz' },
  ],
});
