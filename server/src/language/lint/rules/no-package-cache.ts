import { PACKAGE_MANAGERS } from '../../knowledge/packageManagers';
import { indicesOf, innerOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import type { InForce } from '../../model/inForce';
import { type KeptCache, keptCaches } from '../../model/packageCaches';
import { isRoot } from '../../model/users';
import { type StageView, viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule, type Safety } from '../rule';

export const noPackageCache = defineRule({
  id: 'no-package-cache',
  category: 'size',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  aliases: [
    'DL3042',
    'DL3019',
    'DL3032',
    'DL3036',
    'DL3040',
    'DL3060',
    'DS-0015',
    'DS-0019',
    'DS-0020',
    'DS-0025',
    'DS-0027',
  ],
  needs: ['RUN'],
  reads: ['RUN', 'ARG', 'ENV'],
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
      mount: 'Use a cache mount',
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
      mount: '캐시 마운트 쓰기',
    },
  },
  *checkStage(stage) {
    const { block, inForce, kept } = stage;
    for (const index of indicesOf(block, ['RUN', 'ONBUILD'])) {
      const { instruction, start, triggered } = innerOf(block, index);
      if (instruction.keyword !== 'RUN' || !mayInstall(instruction)) continue;
      for (const cache of cachesIn(commandsAt(viewOf(instruction, inForce[index]!)))(instruction)) {
        const { manager, remedy } = cache;
        if (manager === 'pip' || manager === 'pip3') {
          if (setsPip.test(instruction.text) || isPipCacheOff(stage, index)) continue;
        }
        if ((manager === 'yarn' || manager === 'npm') && !triggered && !kept) continue;
        yield {
          at: shift(cache.at, start),
          say: (text) =>
            remedy === 'clean'
              ? text.clean(manager, cache.by)
              : cache.deleted
                ? text.deleted(cache.by)
                : text.flag(manager, cache.by),
          as: cache.as === undefined ? [] : [cache.as],
          fix: fixesOf(cache, instruction, inForce[index]!, start),
        };
      }
    }
  },
});

/** What the titles of the fixes are made of. */
interface Titles {
  add(flag: string): string;
  append(command: string): string;
  readonly mount: string;
}

/** No cache at all, or one outside of the image. */
function fixesOf(cache: KeptCache, instruction: Instruction, { user, windows }: InForce, start: number) {
  const { manager, remedy, by, edit } = cache;
  const fixes: { title: (text: Titles) => string; safety: Safety; edits: Edit[] }[] = [];
  if (edit) {
    fixes.push({
      title: (text) => (remedy === 'flag' ? text.add(by) : text.append(by)),
      safety: remedy === 'flag' ? 'safe' : 'unsafe',
      edits: [{ at: shift(edit.at, start), text: edit.text }],
    });
  }
  // the folders are root's
  if (!cache.deleted && !windows && (user === undefined || isRoot(user))) {
    const { end } = instruction.keywordAt;
    const mounts = PACKAGE_MANAGERS[manager].cacheMounts.map(
      ({ target, sharing }) => ` --mount=type=cache,target=${target}${sharing ? `,sharing=${sharing}` : ''}`,
    );
    const at = shift({ start: end, end }, start);
    fixes.push({ title: (text) => text.mount, safety: 'unsafe', edits: [{ at, text: mounts.join('') }] });
  }
  return fixes;
}

const pipVariable = 'PIP_NO_CACHE_DIR';
const on: ReadonlySet<string | undefined> = new Set(['1', 'true', 'on', 'yes']);

/** Whether ENV or ARG has set pip's own variable before an instruction. */
function isPipCacheOff({ block, scopes }: StageView, index: number): boolean {
  const scope = scopes[index];
  const value = scope ? scope.get(pipVariable)?.value.text : lastValue(block.instructions.slice(0, index));
  return on.has(value?.toLowerCase());
}

/** Before the first FROM there are no scopes: a file without one is read all the same. */
const lastValue = (before: readonly Instruction[]): string | undefined =>
  before
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(({ pairs }) => pairs)
    .findLast(({ key }) => key.text === pipVariable)
    ?.value?.text.replace(/["']/g, '');

const mayInstall = fact(({ text }: Instruction): boolean => /pip|apk|yum|dnf|zypper|yarn|npm/.test(text));
const setsPip = /PIP_NO_CACHE_DIR=["']?(?:1|true|on|yes)/i;

/** Commands belong to one instruction, and both are the same until it is edited. */
const cachesIn = fact((commands: ReturnType<typeof commandsAt>) =>
  fact((instruction: Instruction) => keptCaches(instruction, commands)),
);
