import { commandsAt } from '../../model/commands';
import { defineRule } from '../rule';

export const noSudo = defineRule({
  id: 'no-sudo',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['sudo'],
  aliases: ['DL3004', 'DS-0010', 'CKV2_DOCKER_1'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'sudo in RUN',
      found: 'RUN already runs as root, or as the user that USER names. Drop `sudo`, or switch with USER.',
      fix: 'Remove sudo',
    },
    ko: {
      summary: 'RUN 안의 sudo',
      found: 'RUN은 이미 root나 USER로 정한 사용자로 실행돼요. `sudo`를 빼거나 USER로 사용자를 바꿔 주세요.',
      fix: 'sudo 지우기',
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const wrapper = command.wrapper('sudo');
      if (!wrapper) {
        // `sudo` alone, or before something that is no command
        if (command.name === 'sudo') yield { at: command.nameAt, say: (text) => text.found, as: ['DL3004'] };
        continue;
      }
      const next = command.wrappers[command.wrappers.indexOf(wrapper) + 1]?.words[0] ?? command.words[0];
      const plain = wrapper.words.length === 1 && next !== undefined;
      yield {
        at: wrapper.nameAt,
        say: (text) => text.found,
        as: ['DL3004'],
        ...(plain && {
          fix: {
            title: (text) => text.fix,
            safety: 'unsafe',
            edits: [{ at: { start: wrapper.nameAt.start, end: next.at.start }, text: '' }],
          },
        }),
      };
    }
  },
});
