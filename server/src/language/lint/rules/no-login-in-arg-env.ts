import { isSecretName, mayBeLogin } from '../../knowledge/secrets';
import { instructionsOn } from '../../model/block';
import { stagesOf } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noLoginInArgEnv = defineRule({
  id: 'no-login-in-arg-env',
  category: 'security',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3064'],
  needs: ['ARG', 'ENV'],
  reads: ['ARG', 'ENV'],
  text: {
    en: {
      summary: 'ARG or ENV that may belong to a login',
      found: (name: string) =>
        `\`${name}\` may be part of a login. What ARG and ENV hold stays readable in the image and its history.`,
    },
    ko: {
      summary: '로그인 정보일 수 있는 ARG와 ENV',
      found: (name: string) =>
        `\`${name}\`은(는) 로그인 정보일 수 있어요. ARG와 ENV의 값은 이미지와 기록에 그대로 남아요.`,
    },
  },
  *checkFile(file) {
    const first = stagesOf(file)[0]?.first ?? file.instructions.length;
    for (const placed of instructionsOn(file, 'ARG', 'ENV', 'ONBUILD')) {
      const { trigger } = placed.instruction;
      const { keyword, pairs } = trigger?.instruction ?? placed.instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') continue;
      for (const { key } of pairs) {
        if (!mayBeLogin(key.text)) continue;
        // those are another rule's
        if (!trigger && placed.index >= first && isSecretName(key.text)) continue;
        const at = shift(key.at, placed.start + (trigger?.start ?? 0));
        yield { at, say: (text) => text.found(key.text), as: ['DL3064'] };
      }
    }
  },
});
