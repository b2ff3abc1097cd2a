import { indicesOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { clonedBy } from '../../model/layerContents';
import { insertBehind } from '../../model/scriptEdits';
import { viewOf } from '../../model/view';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const shallowClone = defineRule({
  id: 'shallow-clone',
  category: 'size',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'git clone that leaves the whole history in the image',
      found:
        'All commits of this repository stay in the layer. Add `--depth 1`, delete `.git` in the same RUN, or use ADD.',
      fix: 'Add --depth 1',
    },
    ko: {
      summary: '이미지에 전체 이력을 남기는 git clone',
      found:
        '이 저장소의 모든 커밋이 레이어에 남아요. `--depth 1`을 붙이거나, 같은 RUN에서 `.git`을 지우거나, ADD를 써 주세요.',
      fix: '--depth 1 붙이기',
    },
  },
  *checkStage({ block, inForce, kept }) {
    if (!kept) return;
    for (const [i, index] of indicesOf(block, ['RUN']).entries()) {
      const instruction = block.instructions[index]!;
      if (!mayClone.test(instruction.text)) continue;
      const later = indicesOf(block, ['RUN']).slice(i + 1, i + 9);
      if (later.some((each) => mayNeed.test(block.instructions[each]!.text))) continue;
      const offset = block.offsets[index]!;
      const commands = commandsAt(viewOf(instruction, inForce[index]!));
      for (const [j, command] of commands.entries()) {
        if (command.name !== 'git' || !isWhole(command, commands.slice(j + 1))) continue;
        const word = command.words.find(({ text }) => text === 'clone')!;
        const edit = insertBehind(command, word, '--depth 1');
        yield {
          at: shift({ start: command.nameAt.start, end: word.at.end }, offset),
          say: (text) => text.found,
          fix: {
            title: (text) => text.fix,
            safety: 'unsafe',
            edits: [{ ...edit, at: shift(edit.at, offset) }],
          },
        };
      }
    }
  },
});

const mayClone = /\bgit\s+(?:-\S+\s+)*clone\b/;
/** In a later RUN. */
const mayNeed = /\bgit\s(?:[^\n&|;]{0,80}\s)?(?:checkout|reset|fetch|submodule|merge|pull)\b/;
/** What asks for a part only, or for all on purpose. */
const chosen = ['--depth', '--mirror', '--bare', '--filter', '--shallow-since', '--recursive', '--recurse-submodules'];
/** What needs more than the newest commit. */
const needsHistory =
  /^(?:checkout|reset|describe|rev-list|rev-parse|log|fetch|merge|rebase|submodule|switch|cherry-pick|tag|pull|revert)$/;

function isWhole(command: Command, later: readonly Command[]): boolean {
  const cloned = clonedBy(command);
  if (!cloned || command.has(...chosen)) return false;
  const name = cloned.path.split('/').at(-1)!;
  return !later.some((each) => {
    if (each.name === 'git') return each.args.some(({ text }) => needsHistory.test(text ?? ''));
    // deleted, or moved to where nobody knows
    if (each.name === 'rm' || each.name === 'mv')
      return each.args.some(({ raw }) => raw.includes(name) || /\.git\b|[*$]/.test(raw));
    return each.name === 'find' && each.args.some(({ raw }) => raw.includes('.git'));
  });
}
