import { commandsAt } from '../../model/commands';
import { installsOf } from '../../model/installs';
import { packageOrder, sortingEdits } from '../../model/packageOrder';
import { viewOf } from '../../model/view';
import { overlaps, touches } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { inFile } from './tools/layout';

/** The packages of an install command in alphabetical order. */
export const sortPackages = defineRefactoring({
  id: 'sort-packages',
  kind: 'refactor.rewrite',
  text: {
    en: { title: (manager: string) => `Sort the packages of ${manager}` },
    ko: { title: (manager: string) => `${manager} 패키지 정렬하기` },
  },
  propose({ placed, range, inForce }) {
    const { instruction } = placed;
    const { text, comments } = instruction;
    if (instruction.keyword !== 'RUN') return undefined;
    const found = commandsAt(viewOf(instruction, inForce)).flatMap((command) => {
      const install = installsOf(command);
      // a package manager of a language may care for the order
      const order = install?.spec.kind === 'system' ? packageOrder(install.packages) : undefined;
      if (!install || !order || comments.some((comment) => overlaps(comment, order.span))) return [];
      return [{ command, install, order }];
    });
    // of several commands the one at the cursor
    const chosen = found.find(({ command }) => touches(inFile(placed, command.at), range.start)) ?? found[0];
    if (!chosen) return undefined;
    const { install, order } = chosen;
    const edits = sortingEdits(text, install.packages, order.sorted);
    return {
      title: (texts) => texts.title(install.manager),
      edits: edits.map((edit) => ({ ...edit, at: inFile(placed, edit.at) })),
    };
  },
});
