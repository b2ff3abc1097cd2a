import { misleadingQuoting } from '../../server/src/language/lint/rules/misleading-quoting';
import { testRule } from '../support/testRule';

testRule(misleadingQuoting, {
  good: [
    'FROM a\nRUN echo "a\\n"',
    'FROM a\nRUN echo "a""b"',
    'FROM a\nRUN echo a\\ b',
    'FROM a\nRUN echo "$a"/"$b"',
    'FROM a\nRUN \\rm -f b && \\ls',
  ],
  bad: [
    { code: 'FROM a\nRUN echo a«\\w»b', as: ['SC1001'] },
    { code: 'FROM a\nRUN echo a«\\n»b', as: ['SC1012'] },
    { code: 'FROM a\nRUN l«\\s»', as: ['SC1001'] },
    { code: 'FROM a\nRUN echo "a"«b»"c"', as: ['SC2140'] },
  ],
});
