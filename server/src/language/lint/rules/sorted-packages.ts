import { packageManagersOf } from '../../knowledge/packageManagers';
import { commandsAt } from '../../model/commands';
import { installsOf, type Package } from '../../model/installs';
import { packageOrder, sortingEdits } from '../../model/packageOrder';
import { overlaps } from '../../text/span';
import { defineRule } from '../rule';

export const sortedPackages = defineRule({
  id: 'sorted-packages',
  category: 'style',
  level: 'off',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  commands: packageManagersOf('system'),
  inOnbuild: true,
  text: {
    en: {
      summary: 'List of packages that is not sorted',
      found: (name: string, before: string) =>
        `\`${name}\` comes before \`${before}\`: a sorted list shows what is there, and what is there twice.`,
      fix: 'Sort the packages',
    },
    ko: {
      summary: '정렬되지 않은 패키지 목록',
      found: (name: string, before: string) =>
        `\`${name}\`은(는) \`${before}\`보다 앞에 와요. 목록을 정렬하면 무엇이 있는지, 겹치는 것은 없는지 바로 보여요.`,
      fix: '패키지 정렬하기',
    },
  },
  *checkInstruction(view) {
    const { text, comments } = view.instruction;
    if (!text.includes('\n')) return;
    for (const command of commandsAt(view)) {
      const install = installsOf(command);
      if (install?.spec.kind !== 'system' || install.packages.length < 3) continue;
      const { packages } = install;
      const order = isOneALine(text, packages) ? packageOrder(packages) : undefined;
      if (!order) continue;
      const { sorted, first, span } = order;
      const { at } = sorted[first]!.word;
      const commented = comments.some((comment) => overlaps(comment, span));
      yield {
        at,
        say: (words) => words.found(sorted[first]!.name!, packages[first]!.name!),
        ...(!commented && {
          fix: {
            title: (words) => words.fix,
            safety: 'safe',
            edits: sortingEdits(text, packages, sorted),
          },
        }),
      };
    }
  },
});

/** True where each stands on a line of its own: who writes them so wants to read them. */
const isOneALine = (text: string, packages: readonly Package[]): boolean =>
  packages.every(({ word }, i) => {
    const before = packages[i - 1];
    return (
      !before || (before.word.at.end < word.at.start && text.slice(before.word.at.end, word.at.start).includes('\n'))
    );
  });
