import { absoluteWorkdir } from '../../server/src/language/lint/rules/absolute-workdir';
import { testRule } from '../support/testRule';

testRule(absoluteWorkdir, {
  good: [
    'FROM a\nWORKDIR /app\nWORKDIR b',
    'FROM a\nWORKDIR $HOME/x',
    'FROM a AS b\nWORKDIR /x\nFROM b\nWORKDIR y',
    'FROM mcr.microsoft.com/windows/nanoserver\nWORKDIR C:\\app',
  ],
  bad: [
    { code: 'FROM a\nWORKDIR «app»', fixed: 'FROM a\nWORKDIR /app', as: ['WorkdirRelativePath', 'DL3000'] },
    { code: 'FROM a\nWORKDIR «./app»\nWORKDIR b', fixed: 'FROM a\nWORKDIR /app\nWORKDIR b' },
    { code: 'FROM a\nWORKDIR «"my app"»', fixed: 'FROM a\nWORKDIR "/my app"' },
    { code: 'FROM a\nWORKDIR «.»', fixed: 'FROM a\nWORKDIR /' },
  ],
});
