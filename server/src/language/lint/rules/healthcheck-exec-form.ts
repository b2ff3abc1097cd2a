import { defineRule } from '../rule';

export const healthcheckExecForm = defineRule({
  id: 'healthcheck-exec-form',
  category: 'style',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  on: ['HEALTHCHECK'],
  aliases: ['DL3025'],
  text: {
    en: {
      summary: 'HEALTHCHECK in shell form',
      found:
        'This check starts a shell each time. Where it needs none, use the JSON form: `CMD ["program", "argument"]`.',
    },
    ko: {
      summary: '셸 형식으로 쓴 HEALTHCHECK',
      found:
        '검사할 때마다 셸이 먼저 실행돼요. 셸이 필요 없다면 `CMD ["프로그램", "인자"]`처럼 JSON 형식으로 써 주세요.',
    },
  },
  *checkInstruction({ instruction }) {
    const [type, command] = instruction.words;
    if (type?.text.toUpperCase() !== 'CMD' || !command || instruction.json) return;
    yield { at: command.at, say: (text) => text.found, as: ['DL3025'] };
  },
});
