import { absoluteCopyDestination } from '../../server/src/language/lint/rules/absolute-copy-destination';
import { testRule } from '../support/testRule';

testRule(absoluteCopyDestination, {
  good: [
    'FROM a:1\nCOPY a /b\nCOPY a "/b"\nCOPY a $B\nCOPY a "${B}"',
    'FROM a:1\nWORKDIR /w\nCOPY a b',
    'FROM a:1 AS x\nWORKDIR /w\nFROM x\nCOPY a .',
    'FROM a:1\nCOPY a c:\\b\nCOPY a "C:/b"\nADD a b',
  ],
  bad: [
    { code: 'FROM a:1\nCOPY a «b/c»', fixed: 'FROM a:1\nCOPY a /b/c', as: ['DL3045'] },
    { code: 'FROM a:1\nCOPY a «.»', fixed: 'FROM a:1\nCOPY a /' },
    { code: 'FROM a:1\nCOPY ["a b", «"./c"»]', fixed: 'FROM a:1\nCOPY ["a b", "/c"]' },
    { code: 'FROM a:1 AS x\nWORKDIR /w\nFROM a:1\nCOPY a «"b"»' },
  ],
});
