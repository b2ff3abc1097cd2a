import { mergeRun } from '../../server/src/language/lint/rules/merge-run';
import { testRule } from '../support/testRule';

testRule(mergeRun, {
  good: [
    'FROM a:1\nRUN a',
    'FROM a:1\nRUN a\nCOPY b c\nRUN d',
    'FROM a:1\nRUN a && b\nRUN c',
    'FROM a:1\nRUN a\nRUN b; c',
    'FROM a:1\nRUN --mount=type=cache,target=/a a\nRUN b',
    'FROM a:1\nRUN a\nFROM b:1\nRUN c',
    'FROM a:1\nSHELL ["pwsh", "-c"]\nRUN a; b\nRUN c',
  ],
  bad: [
    { code: 'FROM a:1\nRUN a\n«RUN» b\n«RUN» c', fixed: 'FROM a:1\nRUN a \\\n    && b \\\n    && c', as: ['DL3059'] },
    { code: 'FROM a:1\nRUN a\n# why\n«RUN» b' },
    { code: 'FROM a:1\nRUN ["a"]\n«RUN» b' },
    { code: 'FROM a:1\nRUN if [ -f a ]; then b; fi\n«RUN» c' },
    { code: '# escape=`\nFROM a:1\nRUN a\n«RUN» b', fixed: '# escape=`\nFROM a:1\nRUN a `\n    && b' },
  ],
});
