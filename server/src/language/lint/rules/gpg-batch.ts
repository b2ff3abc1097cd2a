import { commandsAt } from '../../model/commands';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const gpgBatch = defineRule({
  id: 'gpg-batch',
  category: 'correctness',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['gpg', 'gpg2'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'gpg without --batch',
      found: 'Without `--batch` gpg may want a terminal, and promises no stable behaviour to scripts.',
      fix: 'Add --batch',
    },
    ko: {
      summary: '--batch 없이 쓴 gpg',
      found: '`--batch`가 없으면 gpg가 터미널을 찾을 수 있고, 스크립트에서 동작이 같다는 보장도 없어요.',
      fix: '--batch 붙이기',
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      if (command.name !== 'gpg' && command.name !== 'gpg2') continue;
      if (command.has('--batch', '--no-tty', '--version', '--help') || !command.has(...working)) continue;
      yield {
        at: command.nameAt,
        say: (text) => text.found,
        fix: {
          title: (text) => text.fix,
          safety: 'unsafe',
          edits: [insertBehind(command, command.words[0]!, '--batch')],
        },
      };
    }
  },
});

/** What asks questions, or has asked them in some version. */
const working = [
  '--import',
  '--recv-keys',
  '--recv-key',
  '--receive-keys',
  '--verify',
  '--decrypt',
  '--delete-keys',
  '--gen-key',
  '--generate-key',
  '--full-generate-key',
  '--sign',
];
