import { commandsAt } from '../../model/commands';
import { mountsOf } from '../../model/mounts';
import { defineRule } from '../rule';

export const noPasswordInImage = defineRule({
  id: 'no-password-in-image',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['CKV2_DOCKER_17'],
  on: ['RUN'],
  commands: ['chpasswd', 'passwd', 'useradd', 'usermod'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Password of a user set in the image',
      found: (name: string) =>
        `\`${name}\` gives every container of this image the same password, readable in the image's history. Leave the account without one.`,
    },
    ko: {
      summary: '이미지에서 정한 사용자 비밀번호',
      found: (name: string) =>
        `\`${name}\`로 정한 비밀번호는 이 이미지의 모든 컨테이너에서 같고 이미지 기록에서 읽을 수 있어요. 계정에 비밀번호를 두지 마세요.`,
    },
  },
  *checkInstruction(view) {
    const secret = mountsOf(view.instruction).some((mount) => mount.get('type')?.value === 'secret');
    // what comes from a secret is not in the history
    if (secret) return;
    for (const command of commandsAt(view)) {
      const { name } = command;
      const sets =
        name === 'chpasswd' ||
        (name === 'passwd' && command.has('--stdin')) ||
        ((name === 'useradd' || name === 'usermod') && isPassword(command.value('-p', '--password')?.text));
      if (sets) yield { at: command.nameAt, say: (text) => text.found(name!) };
    }
  },
});

/** `*` and `!` lock an account. */
const isPassword = (text: string | undefined): boolean => text !== undefined && text !== '' && !/^[*!]/.test(text);
