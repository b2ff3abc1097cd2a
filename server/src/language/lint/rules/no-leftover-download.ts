import { indicesOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { downloadsOf, targetOf } from '../../model/downloads';
import { fact } from '../../model/fact';
import { deletes, isMounted } from '../../model/leftovers';
import { viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const noLeftoverDownload = defineRule({
  id: 'no-leftover-download',
  category: 'size',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'Downloaded archive left in the layer',
      found: (name: string) =>
        `\`${name}\` stays in this layer after it was unpacked or checked. Delete it in the same RUN.`,
    },
    ko: {
      summary: '레이어에 남는 내려받은 압축 파일',
      found: (name: string) => `\`${name}\`을(를) 풀거나 확인한 뒤에도 이 레이어에 남아요. 같은 RUN에서 지워 주세요.`,
    },
  },
  *checkStage({ block, inForce, kept }) {
    if (!kept) return;
    for (const index of indicesOf(block, ['RUN'])) {
      const instruction = block.instructions[index]!;
      if (!mayDownload.test(instruction.text)) continue;
      for (const { path, at } of leftIn(commandsAt(viewOf(instruction, inForce[index]!)))) {
        const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
        if (folder !== '' && isMounted(instruction, folder)) continue;
        yield { at: shift(at, block.offsets[index]!), say: (text) => text.found(baseName(path)) };
      }
    }
  },
});

const mayDownload = /curl|wget/;
const archive = /\.(?:tar(?:\.\w+)?|t[gxb]z2?|zip)$/i;
const signature = /\.(?:asc|sig|sha\d+(?:sums?)?)$/i;

interface Left {
  readonly path: string;
  readonly at: Span;
}

/** Archives and signatures that the commands download, use and leave; they come again with the same instruction. */
const leftIn = fact((commands: readonly Command[]): readonly Left[] => {
  const left: Left[] = [];
  for (const [i, command] of commands.entries()) {
    if (downloadsOf(command).length === 0) continue;
    const target = targetOf(command);
    if (!target || !(archive.test(target.path) || signature.test(target.path))) continue;
    const later = commands.slice(i + 1);
    const users = later.filter((each) => mentions(each, target.path));
    const reads = archive.test(target.path) ? unpacking : checking;
    if (users.length === 0 || !users.every(({ name }) => reads.has(name) || checking.has(name))) continue;
    if (later.some((each) => mayRemove(each, target.path))) continue;
    left.push(target);
  }
  return left;
});

const unpacking: ReadonlySet<string | undefined> = new Set(['tar', 'bsdtar', 'unzip', 'gunzip', '7z']);
const checking: ReadonlySet<string | undefined> = new Set([
  'gpg',
  'gpgv',
  'sha1sum',
  'sha256sum',
  'sha512sum',
  'md5sum',
  'grep',
  'echo',
]);

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** By its name alone: the folder may have been changed in between. */
const mentions = ({ args }: Command, path: string): boolean =>
  args.some(({ raw }) => raw.replace(/["']/g, '').includes(baseName(path)));

/** True for a removal that hits the file, or may: by a pattern, by a variable, or with a folder above it. */
function mayRemove(command: Command, path: string): boolean {
  if (command.name === 'find') return true;
  if (command.name !== 'rm' && command.name !== 'rmdir' && command.name !== 'unlink') return false;
  if (mentions(command, path)) return true;
  if (path[0] === '/') return deletes(command, path) || command.args.some(({ text }) => text === undefined);
  return command.args.some(({ raw }) => /[*?$]/.test(raw)) || command.has('-r', '-R', '--recursive');
}
