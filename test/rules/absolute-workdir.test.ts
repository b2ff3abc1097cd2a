import { absoluteWorkdir } from '../../server/src/language/lint/rules/absolute-workdir';
import { testRule } from '../support/testRule';

testRule(absoluteWorkdir, {
  good: [
    'FROM a\nWORKDIR /app\nWORKDIR b',
    'FROM a\nWORKDIR $HOME/x',
    'FROM a\nARG D\nWORKDIR $D',
    'FROM a\nENV D=/srv\nWORKDIR ${D}/x',
    'FROM a\nWORKDIR ${D:-/srv}',
    'FROM a AS b\nWORKDIR /x\nFROM b\nWORKDIR y',
    'FROM mcr.microsoft.com/windows/nanoserver\nWORKDIR C:\\app',
  ],
  bad: [
    { code: 'FROM a\nWORKDIR «app»', fixed: 'FROM a\nWORKDIR /app', as: ['WorkdirRelativePath', 'DL3000'] },
    { code: 'FROM a\nWORKDIR «./app»\nWORKDIR b', fixed: 'FROM a\nWORKDIR /app\nWORKDIR b' },
    { code: 'FROM a\nWORKDIR «"my app"»', fixed: 'FROM a\nWORKDIR "/my app"' },
    { code: 'FROM a\nARG D=app\nWORKDIR «$D»', fixed: 'FROM a\nARG D=app\nWORKDIR /$D', as: ['WorkdirRelativePath'] },
    { code: 'FROM a\nENV D=srv\nWORKDIR «"${D}/x"»', fixed: 'FROM a\nENV D=srv\nWORKDIR "/${D}/x"' },
    { code: 'FROM a\nWORKDIR «${D:-x}»', fixed: 'FROM a\nWORKDIR /${D:-x}' },
    { code: 'FROM a\nWORKDIR «.»', fixed: 'FROM a\nWORKDIR /' },
  ],
});
