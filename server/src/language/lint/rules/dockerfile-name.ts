import { defineRule } from '../rule';

const wrong = /^(dockerfile|containerfile)(\.txt)?$/i;

export const dockerfileName = defineRule({
  id: 'dockerfile-name',
  category: 'learning',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  reads: [],
  text: {
    en: {
      summary: 'File not named Dockerfile',
      found: (name: string, right: string) =>
        `\`docker build .\` looks for a file called \`${right}\`, with a capital and no ending, and does not find \`${name}\` on Linux.`,
      fix: (right: string) => `Rename the file to ${right}`,
    },
    ko: {
      summary: 'Dockerfile이 아닌 파일 이름',
      found: (name: string, right: string) =>
        `\`docker build .\`는 \`${right}\`라는 이름(첫 글자 대문자, 확장자 없음)을 찾아요. 리눅스에서는 \`${name}\`을(를) 찾지 못해요.`,
      fix: (right: string) => `파일 이름을 ${right}로 바꾸기`,
    },
  },
  *checkFile(file, { fileName }) {
    const match = wrong.exec(fileName ?? '');
    if (!match || fileName === 'Dockerfile' || fileName === 'Containerfile') return;
    const right = match[1]!.toLowerCase() === 'dockerfile' ? 'Dockerfile' : 'Containerfile';
    const first = file.instructions[0];
    yield {
      at: first ? { start: first.start, end: first.start + first.instruction.keywordAt.end } : { start: 0, end: 0 },
      say: (text) => text.found(fileName!, right),
      fix: { title: (text) => text.fix(right), safety: 'unsafe', edits: [], renameTo: right },
    };
  },
});
