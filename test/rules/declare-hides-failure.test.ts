import { declareHidesFailure } from '../../server/src/language/lint/rules/declare-hides-failure';
import { testRule } from '../support/testRule';

testRule(declareHidesFailure, {
  good: ['FROM a\nRUN X=$(y)', 'FROM a\nRUN export X=1', 'FROM a\nRUN export X'],
  bad: [
    { code: 'FROM a\nRUN export «X»="$(y)"', fixed: 'FROM a\nRUN X="$(y)"; export X', as: ['SC2155'], message: /X/ },
    { code: 'FROM a\nRUN a && export «X»="$(y)" && b', fixed: 'FROM a\nRUN a && X="$(y)" && export X && b' },
    { code: 'FROM a\nRUN set -e; export «X»="$(y)"; b', fixed: 'FROM a\nRUN set -e; X="$(y)"; export X; b' },
    { code: 'FROM a\nRUN export «X»=$(y) Y=1' },
  ],
});
