import { commandsAt } from '../../model/commands';
import { detachedOf, serviceStartOf } from '../../model/daemons';
import { mountsOf } from '../../model/mounts';
import { viewOf } from '../../model/view';
import { slice } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { commentsWithin, headOf, inFile, newlineOf } from './tools/layout';
import { joinedBy, pipelineAt, scriptOf } from './tools/script';
import { isFelt, leftState } from './tools/state';

/** `RUN a && b` becomes `RUN a` and `RUN b`, wherever nothing but files goes from one to the other. */
export const splitRun = defineRefactoring({
  id: 'split-run',
  kind: 'refactor.rewrite',
  text: {
    en: { title: (count: number) => `Split into ${count} RUN instructions` },
    ko: { title: (count: number) => `RUN ${count}개로 나누기` },
  },
  propose({ file, placed, inForce }) {
    const { instruction } = placed;
    const read = instruction.keyword === 'RUN' ? scriptOf(instruction, inForce, 'line') : undefined;
    const head = headOf(instruction);
    if (!read || head === undefined || read.comments.length > 0 || !joinedBy(read.entries, '&&')) return undefined;
    if (mountsOf(instruction).some((mount) => mount.get('type')?.value === 'tmpfs')) return undefined;
    // what runs in the background ends with its RUN
    const commands = commandsAt(viewOf(instruction, inForce));
    if (commands.some((command) => serviceStartOf(command) || detachedOf(command) || command.background)) {
      return undefined;
    }
    const { script, entries } = read;
    const newline = newlineOf(file);
    let changed = false;
    let names: ReadonlySet<string> = new Set();
    const edits = entries.slice(0, -1).flatMap((entry, i) => {
      const next = entries[i + 1]!;
      const left = leftState([entry], slice(script.text, entry.pipeline.at));
      // all since the last cut counts
      changed ||= left.changed;
      names = new Set([...names, ...left.names]);
      if (isFelt({ changed, names }, () => script.text.slice(next.pipeline.at.start))) return [];
      names = new Set();
      const gap = { start: pipelineAt(script, entry).end, end: pipelineAt(script, next).start };
      const lines = ['', ...commentsWithin(instruction, gap), head];
      return [{ at: inFile(placed, gap), text: lines.join(newline) }];
    });
    return edits.length > 0 ? { title: (text) => text.title(edits.length + 1), edits } : undefined;
  },
});
