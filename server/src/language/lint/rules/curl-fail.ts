import { commandsAt } from '../../model/commands';
import { downloadsOf, verifies } from '../../model/downloads';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const curlFail = defineRule({
  id: 'curl-fail',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['curl'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'curl that takes an error page for the file',
      found: 'On an HTTP error curl saves the error page and succeeds. Add `-f`, so that the build fails there.',
      fix: 'Add -f',
    },
    ko: {
      summary: '오류 페이지를 파일로 받아들이는 curl',
      found: 'HTTP 오류가 나도 curl은 오류 페이지를 저장하고 성공해요. 거기서 빌드가 실패하도록 `-f`를 붙여 주세요.',
      fix: '-f 붙이기',
    },
  },
  *checkInstruction(view) {
    const commands = commandsAt(view);
    // an error page does not pass
    if (commands.some(verifies)) return;
    for (const command of commands) {
      if (command.name !== 'curl' || downloadsOf(command).length === 0 || command.within.includes('condition'))
        continue;
      if (command.has('-f', '--fail', '--fail-with-body')) continue;
      // whoever looks at the code or the headers decides for himself
      if (command.has('-I', '--head', '-w', '--write-out', '-T', '--upload-file', '-K', '--config')) continue;
      if (downloadsOf(command).every(({ prefix }) => /^(?:file|ftp|sftp):/i.test(prefix))) continue;
      yield {
        at: command.nameAt,
        say: (text) => text.found,
        fix: { title: (text) => text.fix, safety: 'unsafe', edits: [insertBehind(command, command.words[0]!, '-f')] },
      };
    }
  },
});
