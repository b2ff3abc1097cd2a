import { heredocOfWord } from '../../syntax/heredoc';
import { defineRule } from '../rule';

/** What ADD unpacks: BuildKit looks into the file, a linter only at its name. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tlz|tzst|tar\.(?:gz|bz2|xz|lz|lzma|zst|Z)|gz|bz2|xz|zst|lzma|Z|zip)$/i;
const remote = /^(?:https?|ftp|git|ssh):\/\/|^git@|\.git(?:#.*)?$/i;

export const preferCopy = defineRule({
  id: 'prefer-copy',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['ADD'],
  aliases: ['DL3020', 'DS-0005', 'CKV_DOCKER_4'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'ADD where COPY does',
      found: 'ADD also fetches URLs and unpacks archives. For plain files of the build context use COPY.',
      fix: 'Replace ADD by COPY',
    },
    ko: {
      summary: 'COPY로 충분한 ADD',
      found: 'ADD는 URL을 내려받고 압축도 풀어요. 빌드 컨텍스트의 파일을 복사할 때는 COPY를 써 주세요.',
      fix: 'ADD를 COPY로 바꾸기',
    },
  },
  *checkInstruction({ instruction }) {
    const { words, flags, written, keywordAt } = instruction;
    const sources = words.slice(0, -1).map((word) => word.text.replace(/^["']|["']$/g, ''));
    if (sources.length === 0) return;
    if (sources.some((source) => archive.test(source) || remote.test(source) || source.includes('$'))) return;
    if (sources.some((source) => heredocOfWord(source))) return;
    if (flags.some(({ name }) => ['checksum', 'keep-git-dir', 'unpack'].includes(name))) return;
    const copy = written === written.toLowerCase() ? 'copy' : 'COPY';
    yield {
      at: keywordAt,
      say: (text) => text.found,
      as: ['DL3020'],
      fix: { title: (text) => text.fix, safety: 'safe', edits: [{ at: keywordAt, text: copy }] },
    };
  },
});
