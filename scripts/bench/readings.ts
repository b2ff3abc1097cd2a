/** What a Dockerfile says to builder and shell, for comparing it before and after it was formatted. */
import { interpreterAt } from '../../server/src/language/model/commands';
import type { Dockerfile } from '../../server/src/language/model/dockerfile';
import { inForceAt } from '../../server/src/language/model/inForce';
import { scriptsOf } from '../../server/src/language/model/scripts';
import { isPosix } from '../../server/src/language/shell/dialect';
import { parseShell } from '../../server/src/language/shell/parse';
import type * as Shell from '../../server/src/language/shell/tree';
import { emptyEnvironment, expand } from '../../server/src/language/syntax/expand';
import type { Instruction } from '../../server/src/language/syntax/instruction';
import { slice } from '../../server/src/language/text/span';

/** Shell text without the blanks that are neither quoted nor escaped, found unit by unit: no parser of ours takes part. */
export function withoutFreeBlanks(text: string): string {
  let result = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '\\' && quote !== "'") result += unit + (text[++at] ?? '');
    else if (quote === '' && (unit === ' ' || unit === '\t')) {
      while (text[at + 1] === ' ' || text[at + 1] === '\t') at++;
      const beside = `${result.at(-1) ?? ''}${text[at + 1] ?? ''}`;
      if (!/[;&|]/.test(beside)) result += ' ';
    } else {
      if (unit === quote) quote = '';
      else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
      result += unit;
    }
  }
  return result;
}

export const shellForms: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/**
 * What a file builds, as far as a formatter may not change it: shell scripts by their trees, ENV and LABEL by their values, so
 * that tools which rewrite more than blanks are judged by what they change and not by how.
 */
export function builtReading(file: Dockerfile): readonly string[] {
  const inForce = inForceAt(file);
  return file.instructions.map(({ instruction, index }) =>
    JSON.stringify(built(instruction, isPosix(interpreterAt(inForce[index]!).dialect))),
  );
}

function built(instruction: Instruction, posix: boolean): unknown {
  const { keyword, flags, json, pairs, words, heredocs, text, trigger, escape } = instruction;
  // one tool writes MAINTAINER as the label that has taken its place, on purpose
  if (keyword === 'MAINTAINER') return [['LABEL'], [['org.opencontainers.image.authors', words[0]?.text]]];
  const head = [keyword, ...flags.map(({ name, value }) => `--${name}=${value}`)];
  const bodies = heredocs.map(({ name, chomp, expand, body }) => [name, chomp, expand, slice(text, body)]);
  if (trigger) return [head, built(trigger.instruction, posix), bodies];
  const type = keyword === 'HEALTHCHECK' ? words[0]?.text.toUpperCase() : '';
  if (json) return [head, type, 'json', json.map((word) => word.text)];
  if (pairs.length > 0 && (keyword === 'ENV' || keyword === 'LABEL')) {
    const value = (raw = '') => expand(raw, emptyEnvironment, { escape, skipUnset: true }).result;
    return [head, pairs.map((pair) => [value(pair.key.text), value(pair.value?.text)])];
  }
  if (keyword === 'FROM') return [head, words.map((word, i) => (i === 1 ? word.text.toUpperCase() : word.text))];
  const [script] = shellForms.has(keyword) ? scriptsOf(instruction) : [];
  const shell = script && (script.interpreter ? isPosix(script.interpreter.dialect) : posix);
  if (shell) {
    const { body, errors, deferred } = parseShell(script.text);
    const whole = script.kind === 'heredoc';
    if (!deferred && errors.length === 0) return [head, type, listForm(body), whole ? bodies.length : bodies];
  }
  const own = words.map((word) => word.text);
  if (type) own[0] = type;
  return [head, shellForms.has(keyword) ? own.map(withoutFreeBlanks) : own, bodies];
}

const listForm = ({ entries }: Shell.List): unknown =>
  entries.map(({ pipeline, operator, background }, i) => [
    pipeline.negated !== undefined,
    pipeline.commands.map(commandForm),
    pipeline.operators.map(({ text }) => text),
    background,
    i < entries.length - 1 && (operator?.text === '\n' ? ';' : operator?.text),
  ]);

function commandForm(command: Shell.ShellCommand): unknown {
  const redirects = command.redirects.map(({ operator, descriptor, target }) => [
    operator,
    descriptor,
    target && wordForm(target),
  ]);
  const words = command.words.map(wordForm);
  if (command.kind === 'simple') {
    const assignments = command.assignments.map(({ name, value, elements, append }) => [
      name,
      value && wordForm(value),
      elements.map(wordForm),
      append,
    ]);
    return [assignments, words, redirects];
  }
  return [command.kind, words, command.parts.map(({ role, list }) => [role, listForm(list)]), redirects];
}

const wordForm = ({ raw, parts }: Shell.Word): unknown => (parts.length === 0 ? raw : parts.map(partForm));

function partForm(part: Shell.Part): unknown {
  switch (part.kind) {
    case 'literal':
    case 'single':
    case 'ansi':
      return [part.kind, part.value];
    case 'double':
    case 'glob':
    case 'brace':
      return [part.kind, part.parts.length > 0 ? part.parts.map(partForm) : part.raw];
    case 'variable':
      return [part.name, part.modifier, part.operands.map(wordForm)];
    case 'arithmetic':
      return [part.kind, part.inner.map(partForm)];
    default:
      return [part.kind, listForm(part.list)];
  }
}
