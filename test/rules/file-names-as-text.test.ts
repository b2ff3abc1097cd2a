import { fileNamesAsText } from '../../server/src/language/lint/rules/file-names-as-text';
import { testRule } from '../support/testRule';

testRule(fileNamesAsText, {
  good: [
    'FROM a\nRUN ls',
    'FROM a\nRUN find . -print0 | xargs -0 rm',
    'FROM a\nRUN for f in *; do x; done',
    'FROM a\nRUN find . -exec rm {} +',
  ],
  bad: [
    { code: 'FROM a\nRUN «find .» | xargs rm', as: ['SC2038'], message: /find/ },
    { code: 'FROM a\nRUN «ls» | grep x', as: ['SC2010'] },
    { code: 'FROM a\nRUN «ls» | xargs rm' },
    { code: 'FROM a\nRUN «ls /x» | head -1' },
    { code: 'FROM a\nRUN for f in «$(ls)»; do x; done' },
    { code: 'FROM a\nRUN for f in «$(find .)»; do x; done' },
  ],
});
