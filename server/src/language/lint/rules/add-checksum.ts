import { indicesOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { copiedBy, unquoted } from '../../model/copied';
import { verifies } from '../../model/downloads';
import { type StageView, viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const addChecksum = defineRule({
  id: 'add-checksum',
  category: 'security',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['ADD'],
  reads: ['ADD', 'RUN'],
  text: {
    en: {
      summary: 'ADD of a download that nothing verifies',
      found:
        'Whatever this address serves at the time of the build gets into the image. Say what it must be: `ADD --checksum=sha256:…`.',
      several: (more: number) =>
        `Whatever this address serves at the time of the build gets into the image, and what ${more} more below serve. Say what it must be: \`ADD --checksum=sha256:…\`.`,
    },
    ko: {
      summary: '검증 없이 내려받는 ADD',
      found:
        '빌드할 때 이 주소가 주는 것이 무엇이든 이미지에 들어가요. `ADD --checksum=sha256:…`으로 무엇이어야 하는지 정해 주세요.',
      several: (more: number) =>
        `빌드할 때 이 주소와 아래의 ${more}곳이 주는 것이 무엇이든 이미지에 들어가요. \`ADD --checksum=sha256:…\`으로 무엇이어야 하는지 정해 주세요.`,
    },
  },
  *checkStage(stage) {
    const { block } = stage;
    const adds = indicesOf(block, ['ADD']);
    if (adds.length === 0) return;
    const checks = checksIn(stage);
    const unverified: Span[] = [];
    for (const index of adds) {
      const instruction = block.instructions[index]!;
      if (instruction.flag('checksum')) continue;
      for (const { text, at } of copiedBy(instruction)?.sources ?? []) {
        const url = unquoted(text);
        // of git, the commit is a checksum
        if (!/^https?:\/\//i.test(url) || /\.git(?:[#?]|$)/.test(url)) continue;
        const name = url
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1)!;
        if (checks.some((check) => check.index > index && (check.any || check.text.includes(name)))) continue;
        unverified.push(shift(at, block.offsets[index]!));
      }
    }
    // one word for all of a stage
    const [first] = unverified;
    const more = unverified.length - 1;
    if (first) yield { at: first, say: (text) => (more > 0 ? text.several(more) : text.found) };
  },
});

/** A RUN that verifies something. */
interface Check {
  readonly index: number;
  readonly text: string;
  /** It reads what it verifies from a list. */
  readonly any: boolean;
}

/** So many of them are looked at for each ADD. */
const mostChecks = 32;

function checksIn({ block, inForce }: StageView): readonly Check[] {
  const checks: Check[] = [];
  for (const index of indicesOf(block, ['RUN'])) {
    const { text } = block.instructions[index]!;
    if (!mayVerify.test(text) || checks.length === mostChecks) continue;
    const powershell = text.includes('Get-FileHash');
    if (!powershell && !commandsAt(viewOf(block.instructions[index]!, inForce[index]!)).some(verifies)) continue;
    checks.push({ index, text, any: powershell || /\s(?:-c|--check)\b/.test(text) });
  }
  return checks;
}

const mayVerify = /sum|gpg|openssl|cosign|minisign|Get-FileHash/;
