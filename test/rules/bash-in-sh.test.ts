import { bashInSh } from '../../server/src/language/lint/rules/bash-in-sh';
import { testRule } from '../support/testRule';

testRule(bashInSh, {
  good: [
    'FROM fedora\nRUN [[ $A = a ]]',
    'FROM alpine\nRUN [[ $A = a ]] && source ./x',
    'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN [[ $A = a ]]',
    'FROM a\nRUN echo -n x',
    'FROM a\nRUN [ a = b ]',
    'FROM a\nRUN local x',
    'FROM a\nRUN <<E\n#!/bin/bash\n[[ a ]]\nE',
    'FROM a\nRUN UID=1; echo "$UID"',
    'FROM alpine\nRUN set -o pipefail',
    'FROM a\nSHELL ["/bin/ash", "-c"]\nRUN [[ a ]]',
    'FROM a\nRUN ["bash", "-c", "[[ a ]]"]',
    'FROM a\nRUN f "{a,b}"',
    'FROM node:24-alpine\nRUN source ./x',
  ],
  bad: [
    { code: 'FROM debian\nRUN [ a «==» b ]', fixed: 'FROM debian\nRUN [ a = b ]', as: ['SC3014'], message: /dash/ },
    { code: 'FROM a\nRUN «source ./x»', fixed: 'FROM a\nRUN . ./x', as: ['SC3046'], message: /most images/ },
    { code: 'FROM alpine\nRUN mkdir /«{a,b}»', as: ['SC3009'], message: /BusyBox/ },
    { code: 'FROM a\nRUN a «&> b»', fixed: 'FROM a\nRUN a > b 2>&1', as: ['SC3020'] },
    { code: 'FROM a\nRUN «[[ a ]]»' },
    { code: 'FROM a\nRUN echo «-e» x' },
    { code: 'FROM a\nRUN «((i++))»' },
    { code: 'FROM a\nRUN x «<<< y»' },
    { code: 'FROM a\nRUN «x+=1»' },
    { code: 'FROM a\nRUN «x=(a b)»' },
    { code: "FROM a\nRUN echo «$'a'»", as: [] },
    { code: 'FROM a\nRUN x «<(y)»' },
    { code: 'FROM a\nARG x\nRUN echo "«${x:0:1}»" "«${x/a/b}»" "«${x^}»" "«${!x}»" "«${x[0]}»"' },
    { code: 'FROM a\nRUN echo "«$RANDOM»"' },
    { code: 'FROM a\nRUN «pushd /x»' },
    { code: 'FROM a\nRUN set -o «pipefail»', as: [] },
    { code: 'FROM a\nSHELL ["/bin/dash", "-c"]\nRUN «[[ a ]]»' },
  ],
});
