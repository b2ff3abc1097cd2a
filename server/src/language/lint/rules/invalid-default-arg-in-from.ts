import { invalidDefaultArgsInFrom } from '../../model/undefined';
import { defineRule } from '../rule';

export const invalidDefaultArgInFrom = defineRule({
  id: 'invalid-default-arg-in-from',
  category: 'correctness',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['InvalidDefaultArgInFrom', 'BASE_NAME_EMPTY'],
  reads: [],
  text: {
    en: {
      summary: 'FROM that names no image unless build arguments are given',
      found: (base: string) =>
        `With the default values of its arguments, \`${base}\` is empty or no image name: \`docker build\` fails without \`--build-arg\`. Give the ARG a default.`,
    },
    ko: {
      summary: '빌드 인자 없이는 이미지를 가리키지 못하는 FROM',
      found: (base: string) =>
        `인자의 기본값만으로는 \`${base}\`이(가) 비거나 올바른 이미지 이름이 되지 않아요. \`--build-arg\` 없이 \`docker build\`를 하면 실패해요. ARG에 기본값을 정해 주세요.`,
    },
  },
  *checkFile(file) {
    for (const { stage, variable } of invalidDefaultArgsInFrom(file)) {
      // without an argument to blame the builder refuses the file: that is said elsewhere
      if (!variable) continue;
      yield { at: stage.base.at, say: (text) => text.found(stage.base.text), as: ['InvalidDefaultArgInFrom'] };
    }
  },
});
