import { describe } from 'vitest';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { testHover } from '../support/hovers';

describe('variables', () => {
  testHover('an argument', 'FROM a\nARG V=1\nLABEL v=$‸V', '$V', {
    en: ['`V` is `1` here', 'Default of ARG in line 2'],
    ko: ['`V` 값: `1`', '2번째 줄 ARG의 기본값'],
  });
  testHover('in a shell', 'FROM a\nARG V=1\nRUN echo $‸V', '$V', {
    en: ['`V` is `1` here', 'Default of ARG in line 2', en.variable.shell],
    ko: ['`V` 값: `1`', '2번째 줄 ARG의 기본값', ko.variable.shell],
  });
  testHover('of the last of several definitions', 'FROM a\nARG V=1\nENV V=2\nLABEL v=$‸V', '$V', {
    en: ['`V` is `2` here', 'Set by ENV in line 3', en.variable.envOverArg],
    ko: ['`V` 값: `2`', '3번째 줄의 ENV', ko.variable.envOverArg],
  });
  testHover('before a later definition', 'FROM a\nENV V=1\nLABEL v=$‸V\nENV V=2', '$V', {
    en: ['`V` is `1`'],
    ko: ['`1`'],
  });
  testHover('through stages', 'FROM a AS base\nENV V=1\nFROM base\nWORKDIR /$‸V', '$V', {
    en: ['`V` is `1` here', 'in line 2', 'Inherited from the stage `base`.'],
    ko: ['`V` 값: `1`', '`base` 스테이지에서 물려받았어요.'],
  });
  testHover('nested: the inner', 'FROM a\nARG B=2\nLABEL v=${A:-${‸B}}', '${B}', {
    en: ['`B` is `2`'],
    ko: ['`B` 값: `2`'],
  });
  testHover('nested: the outer', 'FROM a\nARG B=2\nLABEL v=${‸A:-${B}}', '${A:-${B}}', {
    en: ['`A` is not defined here', en.variable.modifiers[':-'], '`${A:-${B}}` is `2` here'],
    ko: ['`A` 변수는 여기서 정의되어 있지 않아요', ko.variable.modifiers[':-'], '`${A:-${B}}` 값: `2`'],
  });
  testHover('doubled modifiers', 'FROM a\nARG V=a.b.c\nLABEL v=${V‸##*.}', '${V##*.}', {
    en: [en.variable.modifiers['##'], '`${V##*.}` is `c` here'],
    ko: [ko.variable.modifiers['##'], '`${V##*.}` 값: `c`'],
  });
  testHover('without a default', 'FROM a\nARG V\nLABEL v=$‸V', '$V', {
    en: ['Declared by ARG in line 2 without a default', '`--build-arg V=…`'],
    ko: ['2번째 줄의 ARG에서 기본값 없이', '`--build-arg V=…`'],
  });
  testHover('a global one, brought in', 'ARG V=3\nFROM a\nARG V\nLABEL v=$‸V', '$V', {
    en: ['`V` is `3`', 'ARG before the first FROM, in line 1'],
    ko: ['`V` 값: `3`', '첫 FROM 앞, 1번째 줄'],
  });
  testHover('a global one, not brought in', 'ARG V=3\nFROM a\nLABEL v=$‸V', '$V', {
    en: ['`V` is not defined here', 'Write `ARG V` in this stage'],
    ko: ['정의되어 있지 않아요', '`ARG V` 줄을 추가하세요'],
  });
  testHover('of the platform', 'FROM a\nARG TARGETARCH\nLABEL v=$TARGET‸ARCH', '$TARGETARCH', {
    en: [en.predefinedArgs.TARGETARCH, 'The builder sets it'],
    ko: [ko.predefinedArgs.TARGETARCH, '빌더가 정해 줘요'],
  });
  testHover('a proxy', 'FROM a\nRUN echo $HTTP‸_PROXY', '$HTTP_PROXY', {
    en: [en.variable.predefined],
    ko: [ko.variable.predefined],
  });
  testHover('the script’s own', 'FROM a\nENV V=1\nRUN V=2; echo $‸V', '$V', {
    en: [en.variable.shell, { not: '`V` is' }],
    ko: [ko.variable.shell, { not: '값:' }],
  });
  testHover('a loop’s own', 'FROM a\nENV V=1\nRUN for V in 1 2; do echo $‸V; done', '$V', {
    en: [en.variable.shell, { not: '`V` is' }],
    ko: [ko.variable.shell, { not: '값:' }],
  });
  testHover('an argument does not reach the container', 'FROM a\nARG V=1\nCMD echo $‸V', '$V', {
    en: ['It is not in the container', { not: '`V` is' }],
    ko: ['컨테이너에는 없어요', { not: '값:' }],
  });
  testHover('behind ONBUILD', 'FROM a\nENV V=1\nONBUILD ENV W=$‸V', '$V', {
    en: ['known only when the image is built'],
    ko: ['빌드할 때 정해져요'],
  });
  testHover('a definition with a value from others', 'FROM a\nENV A=1\nENV ‸B=$A/x', 'B', {
    en: ['`B` is `1/x` here', 'Set by ENV in line 3'],
    ko: ['`B` 값: `1/x`', '3번째 줄의 ENV'],
  });
  testHover('the first of equal definitions', 'FROM a AS x\nARG ‸V=1\nFROM b\nARG V=1', 'V', {
    en: ['line 2', { not: 'line 4' }],
    ko: ['2번째 줄', { not: '4번째 줄' }],
  });
  testHover('a long value is cut', `FROM a\nENV V=${'x'.repeat(1000)}\nLABEL v=$‸V`, '$V', [
    `${'x'.repeat(200)}…`,
    { not: 'x'.repeat(201) },
  ]);
});
