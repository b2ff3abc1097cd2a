import { copyWithChmod } from '../../server/src/language/lint/rules/copy-with-chmod';
import { testRule } from '../support/testRule';

testRule(copyWithChmod, {
  good: [
    'FROM a\nCOPY --chmod=755 x.sh /\nRUN chmod +x /y.sh',
    'FROM a\nCOPY x.sh /a/\nRUN chmod +x /x.sh',
    'FROM a\nCOPY . /a\nRUN chmod -R 755 /a',
    'FROM a\nRUN chmod +x /x.sh\nCOPY x.sh /',
    'FROM a\nCOPY x.sh /\nRUN chmod +x /x.sh /y.sh',
    'FROM a\nCOPY x.sh /\nRUN chmod u+s /x.sh',
    'FROM a\nCOPY x.sh /\nRUN if true; then chmod +x /x.sh; fi',
  ],
  bad: [
    {
      code: 'FROM a\nCOPY x.sh /\nRUN «chmod +x /x.sh»\nCMD ["/x.sh"]',
      fixed: 'FROM a\nCOPY --chmod=755 x.sh /\nCMD ["/x.sh"]',
      message: /`--chmod=755`/,
    },
    {
      code: 'FROM a\nWORKDIR /w\nCOPY --chown=u x.sh run\nRUN «chmod 0700 ./run»\n',
      fixed: 'FROM a\nWORKDIR /w\nCOPY --chmod=0700 --chown=u x.sh run\n',
    },
    {
      code: 'FROM a\nCOPY x.sh /a/\nCOPY y.sh /b/\nRUN «chmod a+x /a/x.sh /b/y.sh»\n',
      fixed: 'FROM a\nCOPY --chmod=755 x.sh /a/\nCOPY --chmod=755 y.sh /b/\n',
    },
    // something else in the COPY, or in the RUN
    { code: 'FROM a\nCOPY x.sh x.conf /a/\nRUN «chmod +x /a/x.sh»' },
    { code: 'FROM a\nENV D=/a\nCOPY x.sh $D/\nRUN cd /a && «chmod 755 x.sh» && ./x.sh' },
  ],
});
