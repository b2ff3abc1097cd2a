import { indicesOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { contextCopyOf, liesIn } from '../../model/contextCopies';
import { Folder } from '../../model/folders';
import { chownRuns } from '../../model/owners';
import { viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const copyWithChown = defineRule({
  id: 'copy-with-chown',
  category: 'size',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['COPY'],
  reads: ['COPY', 'RUN', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'RUN chown -R of what a COPY brought',
      found: (owner: string) =>
        `Changing the owner stores all these files a second time, in another layer. COPY can set it: \`--chown=${owner}\`.`,
      copied: 'The COPY that brings them',
    },
    ko: {
      summary: 'COPY로 넣은 파일에 하는 RUN chown -R',
      found: (owner: string) =>
        `소유자를 바꾸면 파일이 전부 다른 레이어에 한 번 더 저장돼요. COPY가 바로 정할 수 있어요: \`--chown=${owner}\`.`,
      copied: '파일을 넣는 COPY',
    },
  },
  *checkStage({ block, inForce, scopes, kept }) {
    if (!kept || chownRuns(block).length === 0) return;
    const copies: { readonly folder: string; readonly at: Span }[] = [];
    for (const index of indicesOf(block, ['COPY', 'RUN'])) {
      const instruction = block.instructions[index]!;
      const force = inForce[index]!;
      const offset = block.offsets[index]!;
      if (instruction.keyword === 'COPY') {
        if (copies.length === mostCopies || instruction.flag('chown')) continue;
        const copy = contextCopyOf(instruction, force, scopes[index]);
        if (copy?.paths.some((path) => !single.test(path)) && copy.folder !== '/')
          copies.push({ folder: copy.folder, at: shift(instruction.keywordAt, offset) });
        continue;
      }
      if (copies.length === 0 || !instruction.text.includes('chown')) continue;
      const folder = new Folder(force.workdir);
      for (const command of commandsAt(viewOf(instruction, force))) {
        if (folder.follow(command) || command.name !== 'chown' || !command.has('-R', '--recursive')) continue;
        const [owner, ...paths] = command.positional();
        if (owner?.text === undefined || command.within.length > 0) continue;
        const around = paths.map((word) => folder.path(word)).filter((path) => path !== undefined && path !== '/');
        const copy = copies.find((each) => around.some((path) => liesIn(each.folder, path!)));
        if (!copy) continue;
        const wanted = owner.text.replace(/^(\w+)\.(\w+)$/, '$1:$2');
        yield {
          at: shift({ start: command.nameAt.start, end: command.at.end }, offset),
          say: (text) => text.found(wanted),
          related: [{ at: copy.at, say: (text) => text.copied }],
        };
      }
    }
  },
});

/** So many copies are remembered: each is asked about every chown that follows. */
const mostCopies = 32;
/** A file by its name: to store it twice costs little. */
const single = /\.[^/]+$/;
