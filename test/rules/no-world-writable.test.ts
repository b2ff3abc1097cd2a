import { noWorldWritable } from '../../server/src/language/lint/rules/no-world-writable';
import { testRule } from '../support/testRule';

testRule(noWorldWritable, {
  good: [
    'FROM a\nRUN chmod 755 /x && chmod 1777 /tmp && chmod 3777 /run/x && chmod g=u /x && chmod 0775 /x',
    'FROM a\nRUN chmod a+x /x && chmod o-w /x && chmod -R go-rwx /x && chmod 777 /tmp /var/run/x',
    'FROM a\nCOPY --chmod=755 x y\nCOPY --chmod=u+w x y',
    'FROM a\nRUN chmod $MODE /x && chmod 777 "$tempDir"',
  ],
  bad: [
    { code: 'FROM a\nRUN mkdir /x && chmod -R «777» /x', message: /`777` lets every user/ },
    { code: 'FROM a\nRUN chmod «0666» /x && chmod «a+rw» /x && chmod «o+w» /x && chmod «ugo+rwX» /x' },
    { code: 'FROM a\nCOPY --chmod=«777» x y' },
  ],
});
