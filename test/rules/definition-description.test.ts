import { definitionDescription } from '../../server/src/language/lint/rules/definition-description';
import { testRule } from '../support/testRule';

testRule(definitionDescription, {
  good: [
    '# version of the base\n\nARG version=1\nFROM alpine:$version',
    '# VERSION of the base\nARG VERSION=1\nFROM a:1',
    '# build compiles\nFROM a:1 AS build',
    '# the base\nFROM a:1',
    'FROM a:1\n# hadolint ignore=DL3006\nARG x\n# b and more\nARG a b',
  ],
  bad: [
    {
      code: '# the version\nARG «version»=1\nFROM a:1',
      fixed: '# the version\n\nARG version=1\nFROM a:1',
      as: ['InvalidDefinitionDescription'],
      choices: ['Put a blank line between', 'Begin the comment with version'],
    },
    {
      code: '# one\n# Build it\nFROM a:1 AS «Build»',
      fixed: '# one\n# Build it\n\nFROM a:1 AS Build',
      message: 'begins with `build`',
    },
    { code: 'FROM a:1\n# c\nARG «a»=1 b', fixed: 'FROM a:1\n# c\n\nARG a=1 b', message: '<arg_key>' },
  ],
});
