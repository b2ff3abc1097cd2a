import { copyDestinationFolder } from '../../server/src/language/lint/rules/copy-destination-folder';
import { testRule } from '../support/testRule';

testRule(copyDestinationFolder, {
  good: [
    'FROM a:1\nCOPY a b',
    'FROM a:1\nCOPY a b c/',
    'FROM a:1\nCOPY a b .\nCOPY a b ./x/..\nADD a b c',
    'FROM a:1\nCOPY ["a", "b", "c/"]\nCOPY a b "c/"',
    '# escape=`\nFROM a:1\nCOPY a b C:\\c\\',
  ],
  bad: [
    { code: 'FROM a:1\nCOPY a b «/c»', fixed: 'FROM a:1\nCOPY a b /c/', as: ['DL3021'] },
    { code: 'FROM a:1\nCOPY ["a", "b", «"c"»]', fixed: 'FROM a:1\nCOPY ["a", "b", "c/"]' },
    { code: 'FROM a:1\nCOPY a \\\n  b \\\n  «"$c"»', fixed: 'FROM a:1\nCOPY a \\\n  b \\\n  "$c/"' },
    { code: 'FROM a:1\nCOPY <<x a «c»\nx', fixed: 'FROM a:1\nCOPY <<x a c/\nx' },
    { code: 'FROM a:1\nONBUILD COPY a b «c»', fixed: 'FROM a:1\nONBUILD COPY a b c/', as: [] },
  ],
});
