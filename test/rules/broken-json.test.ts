import { brokenJson } from '../../server/src/language/lint/rules/broken-json';
import { testRule } from '../support/testRule';

testRule(brokenJson, {
  good: [
    'FROM a\nCMD ["a", "b"]\nVOLUME ["/x"]\nENTRYPOINT []',
    'FROM a\nRUN [ "$A" = "b" ]',
    'FROM a\nRUN [ -f x ] && [ "a" ]',
    'FROM a\nCOPY [a-z]*.txt /x/',
    'FROM a\nCMD a ["b"]',
  ],
  bad: [
    {
      code: "FROM a\nCMD «['a', 'b c']»",
      fixed: 'FROM a\nCMD ["a", "b c"]',
      message: /hands it to a shell/,
      as: ['JSONArgsRecommended', 'DL3025'],
    },
    { code: 'FROM a\nENTRYPOINT «["a", "b",]»', fixed: 'FROM a\nENTRYPOINT ["a", "b"]' },
    { code: 'FROM a\nVOLUME «[/data]»', fixed: 'FROM a\nVOLUME ["/data"]', message: /part of the names/, as: [] },
    { code: 'FROM a\nRUN «["c:\\x\\y.exe", "z"]»', fixed: 'FROM a\nRUN ["c:\\\\x\\\\y.exe", "z"]' },
    { code: "FROM a\nHEALTHCHECK CMD «['a']»", fixed: 'FROM a\nHEALTHCHECK CMD ["a"]' },
    { code: 'FROM a\nCOPY «[“a”, “b/”]»', fixed: 'FROM a\nCOPY ["a", "b/"]' },
    { code: 'FROM a\nSHELL ["sh", "-c"]\nCMD «["a" "b", "c"]»', as: ['DL3025'] },
  ],
});
