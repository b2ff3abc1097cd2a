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

const shellForms: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** What BuildKit's parser makes of a file, words with quotes and escapes as they are written, and all comments, in order. */
export function exactReading(file: Dockerfile): unknown {
  const comments = (spans: readonly { start: number; end: number }[], text: string) =>
    spans.map((span) => slice(text, span).trimEnd());
  const of = (instruction: Instruction): object => {
    const { keyword, words, flags, json, pairs, heredocs, text, trigger } = instruction;
    const own = words.map((word) => word.text);
    if (keyword === 'FROM' && own[1]) own[1] = own[1].toUpperCase();
    if (keyword === 'HEALTHCHECK' && own[0]) own[0] = own[0].toUpperCase();
    return {
      keyword,
      flags: flags.map(({ name, value }) => [name, value]),
      words: shellForms.has(keyword) && !json ? own.map(withoutFreeBlanks) : own,
      json: json?.map((word) => word.text),
      legacy: pairs.map((pair) => pair.legacy && pair.value?.text),
      comments: comments(instruction.comments, text),
      heredocs: heredocs.map(({ name, chomp, expand, body }) => [name, chomp, expand, slice(text, body)]),
      trigger: trigger && of(trigger.instruction),
    };
  };
  return {
    directives: file.directives.list.map(({ name, value }) => [name, value]),
    instructions: file.instructions.map((placed) => ({
      ...of(placed.instruction),
      before: comments(file.commentsBefore(placed), file.text),
    })),
    trailing: comments(file.trailingComments, file.text),
  };
}

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
  if (script && script.kind !== 'heredoc' && posix) {
    const { body, errors, deferred } = parseShell(script.text);
    if (!deferred && errors.length === 0) return [head, type, listForm(body), bodies];
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
