import { instructionsOn } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import { inForceAt } from '../../model/inForce';
import { keptStages } from '../../model/keptStages';
import { keptCaches } from '../../model/packageCaches';
import { pipCacheOff } from '../../model/pipCache';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noPackageCache = defineRule({
  id: 'no-package-cache',
  category: 'size',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['DL3042', 'DL3019', 'DL3032', 'DL3036', 'DL3040', 'DL3060', 'DS-0015', 'DS-0019', 'DS-0020', 'DS-0025'],
  text: {
    en: {
      summary: "Package manager's cache left in the layer",
      flag: (manager: string, flag: string) =>
        `\`${manager}\` keeps a cache in this layer that nothing will read again. Add \`${flag}\`, or a cache mount.`,
      deleted: (flag: string) => `With \`${flag}\` there is no cache to update and to delete.`,
      clean: (manager: string, command: string) =>
        `The cache of \`${manager}\` stays in this layer. Empty it in the same RUN: \`${command}\`, or use a cache mount.`,
      add: (flag: string) => `Add ${flag}`,
      append: (command: string) => `Add ${command} at the end of this RUN`,
    },
    ko: {
      summary: '레이어에 남는 패키지 관리자 캐시',
      flag: (manager: string, flag: string) =>
        `\`${manager}\`의 캐시가 이 레이어에 남는데 다시 쓰이지 않아요. \`${flag}\`를 붙이거나 캐시 마운트를 써 주세요.`,
      deleted: (flag: string) => `\`${flag}\`를 쓰면 캐시를 갱신하고 지울 필요가 없어요.`,
      clean: (manager: string, command: string) =>
        `\`${manager}\`의 캐시가 이 레이어에 남아요. 같은 RUN에서 \`${command}\`로 비우거나 캐시 마운트를 써 주세요.`,
      add: (flag: string) => `${flag} 붙이기`,
      append: (command: string) => `이 RUN 끝에 ${command} 넣기`,
    },
  },
  *checkFile(file) {
    const forces = inForceAt(file);
    const off = pipCacheOff(file);
    const kept = keptStages(file);
    for (const { instruction: outer, start, index } of instructionsOn(file, 'RUN', 'ONBUILD')) {
      const { trigger } = outer;
      const instruction = trigger?.instruction ?? outer;
      if (instruction.keyword !== 'RUN' || !mayInstall(instruction)) continue;
      const by = start + (trigger?.start ?? 0);
      for (const cache of cachesIn(commandsAt(viewOf(instruction, forces[index]!)))(instruction)) {
        const { manager, remedy, edit } = cache;
        if ((manager === 'pip' || manager === 'pip3') && (off.has(index) || setsPip.test(instruction.text))) continue;
        if (
          (manager === 'yarn' || manager === 'npm') &&
          !trigger &&
          !kept.some(({ first, last }) => first <= index && index < last)
        )
          continue;
        yield {
          at: shift(cache.at, by),
          say: (text) =>
            remedy === 'clean'
              ? text.clean(manager, cache.by)
              : cache.deleted
                ? text.deleted(cache.by)
                : text.flag(manager, cache.by),
          as: cache.as === undefined ? [] : [cache.as],
          ...(edit && {
            fix: {
              title: (text) => (remedy === 'flag' ? text.add(cache.by) : text.append(cache.by)),
              safety: remedy === 'flag' ? 'safe' : 'unsafe',
              edits: [{ at: shift(edit.at, by), text: edit.text }],
            },
          }),
        };
      }
    }
  },
});

const mayInstall = fact(({ text }: Instruction): boolean => /pip|apk|yum|dnf|zypper|yarn|npm/.test(text));
const setsPip = /PIP_NO_CACHE_DIR=["']?(?:1|true|on|yes)/i;

/** Commands belong to one instruction, and both are the same until it is edited. */
const cachesIn = fact((commands: ReturnType<typeof commandsAt>) =>
  fact((instruction: Instruction) => keptCaches(instruction, commands)),
);
