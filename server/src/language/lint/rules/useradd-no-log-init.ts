import { asHadolint } from '../../model/asHadolint';
import { commandsAt } from '../../model/commands';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const useraddNoLogInit = defineRule({
  id: 'useradd-no-log-init',
  category: 'size',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['DL3046'],
  on: ['RUN'],
  commands: ['useradd'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'useradd with a large UID and without -l',
      found:
        'With a large UID, useradd makes /var/log/lastlog and faillog files of up to hundreds of gigabytes. Add `-l`.',
      fix: 'Add -l',
    },
    ko: {
      summary: '-l 없이 큰 UID로 실행한 useradd',
      found: 'UID가 크면 useradd가 /var/log/lastlog와 faillog를 최대 수백 GB 크기로 만들어요. `-l`을 붙여 주세요.',
      fix: '-l 붙이기',
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      if (command.name !== 'useradd' || command.has('-l', '--no-log-init')) continue;
      const uid = command.value('-u', '--uid');
      // what comes from a variable is mostly the UID of a person in a company's directory
      if (!uid || (uid.text !== undefined && !/^\d{6,}$/.test(uid.text))) continue;
      yield {
        at: { start: command.nameAt.start, end: uid.at.end },
        say: (text) => text.found,
        as: asHadolint(command)
          ?.valuesOf('u')
          .some((value) => value.length > 5)
          ? ['DL3046']
          : [],
        fix: { title: (text) => text.fix, safety: 'safe', edits: [insertBehind(command, command.words[0]!, '-l')] },
      };
    }
  },
});
