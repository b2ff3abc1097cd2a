import { preferCopy } from '../../server/src/language/lint/rules/prefer-copy';
import { testRule } from '../support/testRule';

testRule(preferCopy, {
  good: [
    'FROM a\nADD x.tar.gz /',
    'FROM a\nADD https://example.com/x /',
    'FROM a\nADD git@github.com:a/b.git /',
    'FROM a\nCOPY x /',
    'FROM a\nADD $X /',
    'FROM a\nADD <<EOF /x\nEOF',
  ],
  bad: [
    { code: 'FROM a\n«ADD» x /', fixed: 'FROM a\nCOPY x /', as: ['DL3020'] },
    { code: 'FROM a\n«add» --chown=1:2 ["x y", "/"]', fixed: 'FROM a\ncopy --chown=1:2 ["x y", "/"]' },
    { code: 'FROM a\nONBUILD «ADD» . /src', fixed: 'FROM a\nONBUILD COPY . /src' },
  ],
});
