import { defineRule } from '../rule';

export const windowsUnsupported = defineRule({
  id: 'windows-unsupported',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  on: ['ADD', 'COPY', 'STOPSIGNAL'],
  text: {
    en: {
      summary: 'What Windows containers do not have',
      flag: (name: string) =>
        `\`--${name}\` sets an owner or a mode of Linux, which files of a Windows image do not have. Use \`icacls\` in a RUN.`,
      signal: 'Windows has no signals: a container gets a shutdown event, whatever STOPSIGNAL says.',
    },
    ko: {
      summary: 'Windows 컨테이너에 없는 기능',
      flag: (name: string) =>
        `\`--${name}\`은 Linux의 소유자나 권한을 정하는데, Windows 이미지의 파일에는 그런 것이 없어요. RUN에서 \`icacls\`를 써 주세요.`,
      signal: 'Windows에는 시그널이 없어요. STOPSIGNAL에 무엇을 적든 컨테이너는 종료 이벤트를 받아요.',
    },
  },
  *checkInstruction({ instruction, inForce }) {
    if (!inForce.windows) return;
    if (instruction.keyword === 'STOPSIGNAL') {
      yield { at: instruction.keywordAt, say: (text) => text.signal };
      return;
    }
    for (const { name, at } of instruction.flags) {
      if (name === 'chown' || name === 'chmod') yield { at, say: (text) => text.flag(name) };
    }
  },
});
