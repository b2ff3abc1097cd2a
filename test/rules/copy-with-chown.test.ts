import { copyWithChown } from '../../server/src/language/lint/rules/copy-with-chown';
import { testRule } from '../support/testRule';

testRule(copyWithChown, {
  good: [
    'FROM a\nCOPY --chown=u . /app\nRUN chown -R u /app',
    'FROM a\nCOPY . /app\nRUN chown u /app && chown -R u /data',
    'FROM a\nCOPY run.sh /app/\nRUN chown -R u /app',
    'FROM a\nRUN chown -R u /app\nCOPY . /app',
    'FROM a AS b\nCOPY . /app\nRUN chown -R u /app\nFROM a\nCOPY --from=b /app /app',
    'FROM a\nCOPY . /app\nRUN chown -R $U /app',
  ],
  bad: [
    { code: 'FROM a\nCOPY . /app\nRUN «chown -R u:g /app»', message: /`--chown=u:g`/ },
    { code: 'FROM a\nWORKDIR /app\nCOPY src ./src\nRUN x && «chown -R u .» && y' },
    { code: 'FROM a\nENV D=/opt/x\nCOPY . $D\nRUN «chown --recursive a.b /opt»', message: /`--chown=a:b`/ },
  ],
});
