import { legacyKeyValue } from '../../server/src/language/lint/rules/legacy-key-value';
import { testRule } from '../support/testRule';

testRule(legacyKeyValue, {
  good: ['FROM a\nENV A=1 B="x y"\nLABEL k=v', 'FROM a\nARG name'],
  bad: [
    { code: 'FROM a\nENV «A 1»', fixed: 'FROM a\nENV A=1', as: ['LegacyKeyValueFormat'] },
    { code: 'FROM a\nLABEL «k some words»', fixed: 'FROM a\nLABEL k="some words"' },
    { code: 'FROM a\nENV «PATH /x:$PATH»', fixed: 'FROM a\nENV PATH=/x:$PATH' },
    { code: 'FROM a\nENV «A "x y" z»', fixed: 'FROM a\nENV A="x y"\\ z' },
    { code: 'FROM a\nENV «A   x \\\n  # why\n  y»', fixed: 'FROM a\nENV A="x \\\n  # why\n  y"' },
    { code: "# escape=`\nFROM a\nENV «A C:\\a 'b c'»", fixed: "# escape=`\nFROM a\nENV A=C:\\a` 'b c'" },
    { code: "FROM a\nENV «A it's»" },
    { code: 'FROM a\nENV «A x\\y z»', fixed: 'FROM a\nENV A=x\\y\\ z' },
  ],
});
