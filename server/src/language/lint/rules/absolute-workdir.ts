import { defineRule } from '../rule';

export const absoluteWorkdir = defineRule({
  id: 'absolute-workdir',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['WORKDIR'],
  aliases: ['WorkdirRelativePath', 'DL3000', 'DS-0009', 'CKV_DOCKER_10'],
  text: {
    en: {
      summary: 'Relative WORKDIR before any absolute one',
      found: (path: string) =>
        `\`${path}\` is relative to a folder that only the base image knows, and may change with it. Begin with an absolute path.`,
      fix: (path: string) => `Write ${path}`,
    },
    ko: {
      summary: '절대 경로보다 먼저 나온 상대 경로 WORKDIR',
      found: (path: string) =>
        `\`${path}\`는 상대 경로라서 베이스 이미지의 작업 디렉터리에 따라 위치가 달라져요. 절대 경로로 시작해 주세요.`,
      fix: (path: string) => `${path}로 바꾸기`,
    },
  },
  *checkInstruction({ instruction, inForce }) {
    const path = instruction.words[0];
    if (!path || inForce.workdirSet || inForce.windows) return;
    const plain = path.text.replace(/^["']/, '');
    if (plain.startsWith('/') || plain.startsWith('$') || /^[A-Za-z]:/.test(plain)) return;
    const start = path.at.end - (path.text.length - (path.text.length - plain.length));
    const at = { start, end: start };
    const absolute = plain.replace(/^\.\//, '').replace(/^\.$/, '');
    yield {
      at: path.at,
      say: (text) => text.found(path.text),
      as: ['WorkdirRelativePath', 'DL3000'],
      fix: {
        title: (text) => text.fix(`/${absolute}`.replace(/["']$/, '')),
        safety: 'unsafe',
        edits: [{ at: { start: at.start, end: at.start + (plain.length - absolute.length) }, text: '/' }],
      },
    };
  },
});
