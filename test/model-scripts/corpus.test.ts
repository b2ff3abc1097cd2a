import { describe, expect, it } from 'vitest';
import { commandsOf, interpreterAt } from '../../server/src/language/model/commands';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { inForceAt } from '../../server/src/language/model/inForce';
import { installsOf } from '../../server/src/language/model/installs';
import { scriptsOf, treeOf } from '../../server/src/language/model/scripts';
import { isPosix } from '../../server/src/language/shell/dialect';
import { corpus, hasShared, stress } from '../support/shared';

interface Count {
  scripts: number;
  broken: string[];
  commands: number;
  installs: number;
  wrong: string[];
}

/** Reads all scripts of a file and checks every span that a rule may show. */
function readAll(id: string, text: string, count: Count): void {
  const file = Dockerfile.parse(text);
  const inForce = inForceAt(file);
  file.instructions.forEach(({ instruction, start }, index) => {
    for (const script of scriptsOf(instruction)) {
      const { dialect } = script.interpreter ?? interpreterAt(inForce[index]!);
      const commands = commandsOf(script, dialect);
      if (!isPosix(dialect)) {
        if (commands.length > 0) count.wrong.push(`${id}: ${dialect} read as sh`);
        continue;
      }
      count.scripts++;
      const tree = treeOf(script);
      if (tree.deferred || tree.errors.length > 0)
        count.broken.push(`${id}: ${tree.deferred ?? tree.errors[0]!.message}`);
      for (const command of commands) {
        count.commands++;
        const install = installsOf(command);
        if (install) count.installs++;
        const spans = [command.at, command.nameAt, ...command.words.map(({ at }) => at)];
        if (command.before) spans.push(command.before.at);
        if (command.after) spans.push(command.after.at);
        for (const one of install?.packages ?? []) spans.push(one.nameAt, one.version?.at ?? one.nameAt);
        for (const { start: from, end } of spans)
          if (from < 0 || end < from || end > instruction.text.length) count.wrong.push(`${id}: ${from} to ${end}`);
        const { text: name } = command.words[0] ?? {};
        if (name === undefined) continue;
        const written = text.slice(start + command.nameAt.start, start + command.nameAt.end);
        // quoted, escaped or broken over lines
        if (written !== name && !/["'\\\n]/.test(written)) count.wrong.push(`${id}: ${name} is ${written}`);
      }
    }
  });
}

const fresh = (): Count => ({ scripts: 0, broken: [], commands: 0, installs: 0, wrong: [] });

describe.skipIf(!hasShared)('scripts of the corpus', () => {
  it('are read, but for a few that are broken, and every span names what it is of', () => {
    const count = fresh();
    for (const { id, text } of [...corpus, ...stress]) readAll(id, text, count);
    console.info(
      `${count.scripts} shell scripts, ${count.broken.length} with errors; ${count.commands} commands, ${count.installs} installs`,
    );
    expect(count.wrong).toEqual([]);
    expect(count.scripts).toBeGreaterThan(5_000);
    expect(count.commands).toBeGreaterThan(15_000);
    expect(count.installs).toBeGreaterThan(2_000);
    expect(count.broken.length / count.scripts, count.broken.join('\n')).toBeLessThan(0.005);
  });

  it('are read while they are being typed', () => {
    const count = fresh();
    for (const { id, text } of stress) {
      const step = Math.max(1, Math.ceil(text.length / 40));
      for (let end = 0; end <= text.length; end += step) readAll(id, text.slice(0, end), count);
    }
    expect(count.wrong).toEqual([]);
    expect(count.commands).toBeGreaterThan(1_000);
  });
});
