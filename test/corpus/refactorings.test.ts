import { describe, expect, it } from 'vitest';
import { type OfferedRefactoring, refactoring, refactorings } from '../../server/src/language/features/refactoring';
import { type Command, textWith } from '../../server/src/language/model/command';
import { commandsIn, execCommand, interpreterAt } from '../../server/src/language/model/commands';
import { Dockerfile, type Placed } from '../../server/src/language/model/dockerfile';
import { forceAt } from '../../server/src/language/model/inForce';
import { problemsOf } from '../../server/src/language/model/problems';
import { stagesOf } from '../../server/src/language/model/stages';
import { applyEdits, collide } from '../../server/src/language/text/edit';
import { ownFiles } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';

// every third file: all of them take a minute
const some = corpus.filter((_, i) => process.env.SLIPWAY_WHOLE_CORPUS || i % 3 === 0);
const texts = [...ownFiles, ...stress.map((file) => file.text), ...some.map((file) => file.text)];
const errors = (file: Dockerfile) => problemsOf(file, {}).filter((problem) => !problem.hint).length;
const at = (offset: number) => ({ start: offset, end: offset });
const of = (id: string) => (each: { readonly id: string }) => each.id === id;

/** A command's words, assignments and redirections. */
const sayings = ({ wrappers, words, assignments, redirects }: Command): string =>
  JSON.stringify([
    [...wrappers.flatMap((each) => each.words), ...words].map((word) => textWith(word, '$')),
    assignments.map(({ name, value }) => [name, value && textWith(value, '$')]),
    redirects.map(({ operator, descriptor, target }) => [descriptor, operator, target && textWith(target, '$')]),
  ]);

/** All commands of the file's RUNs, in order; `set -e`, which a heredoc needs, left out. */
const commandsOf = (file: Dockerfile): string[] =>
  file.instructions
    .filter(({ instruction }) => instruction.keyword === 'RUN')
    .flatMap(({ instruction, index }) => commandsIn(instruction, interpreterAt(forceAt(file, index)!).dialect))
    .map(sayings)
    .filter((each) => each !== '[["set","-e"],[],[]]');

/** What a program is started with, in any form. */
const argvOf = (file: Dockerfile): string[] =>
  file.instructions.flatMap(({ instruction, index }) => {
    const exec = execCommand(instruction);
    const commands = exec ? [exec] : commandsIn(instruction, interpreterAt(forceAt(file, index)!).dialect);
    return commands.map(({ wrappers, words }) =>
      JSON.stringify(
        [...wrappers.filter(({ name }) => name !== 'exec').flatMap((each) => each.words), ...words].map(
          (word) => word.text,
        ),
      ),
    );
  });

/** All that is written, without blanks, line breaks and comments. */
const lettersOf = (file: Dockerfile): string[] =>
  file.instructions.map(({ instruction }) => instruction.line.text.replace(/\s+/g, ''));

/** Commands with their words in one order. */
const sorted = (file: Dockerfile): string[] =>
  commandsOf(file).map((each) => JSON.stringify([...(JSON.parse(each) as string[][])[0]!].sort()));

/** What must be the same before and after, by the refactoring's id. */
const kept: Readonly<Record<string, (file: Dockerfile) => unknown>> = {
  'merge-runs': commandsOf,
  'split-run': commandsOf,
  'run-to-heredoc': commandsOf,
  'heredoc-to-run': commandsOf,
  'shell-to-exec': argvOf,
  'exec-to-shell': argvOf,
  'join-lines': lettersOf,
  'split-lines': lettersOf,
  'sort-packages': sorted,
  'add-to-copy': (file) => file.instructions.map(({ instruction }) => instruction.argument),
  'extract-version': (file) => stagesOf(file).map(({ base }) => base.resolved),
  'inline-arg': (file) => stagesOf(file).map(({ base }) => base.resolved),
  'add-user': commandsBefore,
  'add-healthcheck': commandsOf,
  'multi-stage': () => '',
};

/** Of the commands before those that make a user nothing changes. */
function commandsBefore(file: Dockerfile): string[] {
  return commandsOf(file).filter((each) => !/useradd|addgroup|adduser/.test(each));
}

/** Every refactoring that is offered at the start of an instruction or of its arguments, each once. */
function offers(file: Dockerfile, placed: Placed): OfferedRefactoring[] {
  const { argumentAt } = placed.instruction;
  const all = [at(placed.start), at(placed.start + argumentAt.start), at(placed.start + argumentAt.end)];
  const seen = new Set<string>();
  return all
    .flatMap((range) => refactoring(file, range))
    .filter((each) => {
      const key = `${each.id} ${JSON.stringify(each.edits)}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** What is in force at the instructions that an edit leaves alone. */
function forces(file: Dockerfile): ReadonlyMap<string, string> {
  const seen = new Map<string, string>();
  for (const { instruction, index } of file.instructions) {
    const { user, workdir, shell } = forceAt(file, index)!;
    const force = JSON.stringify([user, workdir, shell]);
    // of equal instructions nobody knows which is which
    if (seen.has(instruction.text) && seen.get(instruction.text) !== force) seen.set(instruction.text, '');
    else seen.set(instruction.text, force);
  }
  return seen;
}

function check(text: string, file: Dockerfile, { id, title, edits }: OfferedRefactoring): string | undefined {
  if (edits.length === 0) return 'no edits';
  for (const [i, edit] of edits.entries()) {
    if (edit.at.start > edit.at.end || edit.at.end > text.length) return 'outside';
    if (edits.slice(i + 1).some((other) => collide(edit, other))) return 'collide';
  }
  const result = applyEdits(text, edits);
  if (result === text) return 'changes nothing';
  if (!/[가-힣]/.test(title('ko')) || /undefined/.test(title('en') + title('ko'))) return 'title';
  const after = Dockerfile.parse(result);
  if (errors(after) > errors(file)) return 'new error';
  if (!text.includes('\r') && result.includes('\r')) return 'line breaks';
  const [before, now] = [file, after].map((each) => JSON.stringify(kept[id]!(each)));
  if (before !== now) return `not the same: ${before}\n${now}`;
  const own = forces(after);
  if (id === 'add-user' || id === 'multi-stage') return undefined;
  for (const [each, force] of forces(file)) {
    if (force !== '' && own.get(each) && own.get(each) !== force)
      return `in force at ${each}: ${force} → ${own.get(each)}`;
  }
  return undefined;
}

/** Does the one refactoring at an offset; undefined where it is not offered. */
function doing(file: Dockerfile, id: string, start: number, end = start): Dockerfile | undefined {
  const [offer] = refactoring(file, { start, end }, of(id));
  return offer && Dockerfile.parse(applyEdits(file.text, offer.edits));
}

describe('refactorings', () => {
  it('keep what they say at every instruction', () => {
    const wrong: string[] = [];
    const counts = new Map<string, number>(refactorings.map(({ id }) => [id, 0]));
    for (const text of texts) {
      const file = Dockerfile.parse(text);
      for (const placed of file.instructions.slice(0, 200)) {
        for (const offer of offers(file, placed)) {
          counts.set(offer.id, counts.get(offer.id)! + 1);
          const fault = check(text, file, offer);
          if (fault) {
            const shown = applyEdits(text, offer.edits).slice(Math.max(placed.start - 200, 0), placed.end + 200);
            wrong.push(`${offer.id}: ${fault}\n${placed.instruction.text.slice(0, 400)}\n→ ${shown}`);
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    if (corpus.length > 0) for (const [id, count] of counts) expect([id, count > 0]).toEqual([id, true]);
  });

  it('come back from where they led', () => {
    const wrong: string[] = [];
    const done = { split: 0, heredoc: 0, exec: 0 };
    for (const text of texts) {
      const file = Dockerfile.parse(text);
      for (const placed of file.instructions.slice(0, 200)) {
        const { start, end, index } = placed;
        const expected = JSON.stringify(commandsOf(file));
        const differs = (what: string, back: Dockerfile | undefined) => {
          if (!back || JSON.stringify(commandsOf(back)) !== expected) {
            wrong.push(
              `${what}: ${placed.instruction.text.slice(0, 500)}\n→ ${back?.instructions[index]?.instruction.text}`,
            );
          }
        };
        const split = doing(file, 'split-run', start);
        if (split) {
          done.split++;
          const last = split.instructions[index + split.instructions.length - file.instructions.length]!;
          differs('split', doing(split, 'merge-runs', split.instructions[index]!.start, last.end));
        }
        const heredoc = doing(file, 'run-to-heredoc', start);
        if (heredoc) {
          done.heredoc++;
          differs('heredoc', doing(heredoc, 'heredoc-to-run', start));
        }
        const shell = doing(file, 'exec-to-shell', start);
        if (shell) {
          done.exec++;
          const back = doing(shell, 'shell-to-exec', start);
          // a command of the shell's own stays with it
          if (back && JSON.stringify(argvOf(back)) !== JSON.stringify(argvOf(file)))
            wrong.push(`exec: ${file.text.slice(start, end)}`);
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    if (corpus.length > 0) for (const count of Object.values(done)) expect(count).toBeGreaterThan(50);
  });
});
