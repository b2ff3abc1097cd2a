import { copiedBy, unquoted } from '../../model/copied';
import { defineRule } from '../rule';

export const copyDestinationFolder = defineRule({
  id: 'copy-destination-folder',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['COPY'],
  aliases: ['DL3021', 'DS-0011'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'COPY of several sources to a destination without a slash at its end',
      found: (path: string) =>
        `Several sources need a folder, and only a \`/\` at the end says that \`${path}\` is one: older builders refuse this.`,
      fix: 'Append /',
    },
    ko: {
      summary: '원본이 여럿인데 대상이 /로 끝나지 않는 COPY',
      found: (path: string) =>
        `원본이 여럿이면 대상은 디렉터리여야 하는데, 끝에 \`/\`가 있어야 \`${path}\`가 디렉터리라는 뜻이 돼요. 예전 빌더는 오류를 내요.`,
      fix: '끝에 / 붙이기',
    },
  },
  *checkInstruction({ instruction, inOnbuild }) {
    const copied = copiedBy(instruction);
    if (!copied || copied.count < 2) return;
    const { destination } = copied;
    const path = unquoted(destination.text);
    // `.` is a folder, whatever stands behind it
    if (/[/\\]$|^\.{1,2}$|\/\.{1,2}$/.test(path)) return;
    const { text, at } = destination;
    const end = /["']$/.test(instruction.text.slice(at.start, at.end)) ? at.end - 1 : at.end;
    yield {
      at,
      say: (words) => words.found(text),
      as: inOnbuild ? [] : ['DL3021'],
      fix: { title: (words) => words.fix, safety: 'safe', edits: [{ at: { start: end, end }, text: '/' }] },
    };
  },
});
