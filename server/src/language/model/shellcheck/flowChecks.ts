import type * as Shell from '../../shell/tree';
import type { Note } from './note';
import type { PlacedList, Survey } from './survey';
import { baseName, type Call } from './survey';

/** What is said of how commands are joined, and of tests. */
export function* flowNotes(survey: Survey): Iterable<Note> {
  for (const list of survey.lists) {
    if (survey.errexit || list.list.entries.length > 2) yield* chains(list, survey.errexit);
  }
  for (const call of survey.calls) {
    if (call.name === '[' || call.name === 'test') yield* test(call);
    if (call.node.redirects.length > 1) yield* redirects(call);
    if (call.pipeline.commands.length > 1 && baseName(call) === 'grep') yield* counted(call);
  }
  for (const { kind, at, words } of survey.compounds) {
    if (kind !== 'test') continue;
    const [left, right] = words;
    if (left && right && words.length === 2 && isPrefixed(left, right)) yield { code: 'SC2268', at: left.at };
    const negated = /^\[\[\s+(!\s+)-z\s/.exec(survey.text.slice(at.start, at.end));
    if (negated) yield notEmpty(at.start + negated[0].indexOf('!'), at.start + negated[0].indexOf('-z'));
  }
}

/** What may stand behind `||` without being an `else`. */
const harmless: ReadonlySet<string> = new Set(['echo', 'printf', 'exit', 'return', 'true', ':']);

function* chains({ list: { entries }, tested }: PlacedList, errexit: boolean): Iterable<Note> {
  for (let i = 0; i < entries.length; i++) {
    const { pipeline, operator } = entries[i]!;
    const joined = operator?.text === '&&' || operator?.text === '||';
    const { negated } = pipeline;
    if (negated && errexit && !tested && !joined) {
      const { start } = negated;
      yield { code: 'SC2251', at: { start, end: start + 1 } };
    }
    if (i < 2 || tested || joined) continue;
    const before = entries[i - 2]!.operator;
    if (entries[i - 1]!.operator?.text !== '||' || before?.text !== '&&') continue;
    const [command, ...more] = pipeline.commands;
    if (command?.kind === 'simple' && more.length === 0) {
      if (command.words.length === 0 || harmless.has(command.words[0]!.literal ?? '')) continue;
    }
    yield { code: 'SC2015', at: before.at };
  }
}

const notEmpty = (bang: number, flag: number): Note => ({
  code: 'SC2236',
  at: { start: bang, end: bang + 1 },
  edits: [{ at: { start: bang, end: flag + 2 }, text: '-n' }],
});

/** `x$a = xb`. */
const isPrefixed = (left: Shell.Word, right: Shell.Word): boolean =>
  /^"?x"?\$/i.test(left.raw) && /^["']?x/i.test(right.raw);

const zero = /^"?0"?$/;
const comparing = /^(?:==?|!=|-eq|-ne|-gt|-lt|-ge|-le)$/;

/** `[ … ]`. */
function* test({ args }: Call): Iterable<Note> {
  const [first, second, third] = args;
  if (first?.raw === '!' && second?.raw === '-z') yield notEmpty(first.at.start, second.at.start);
  if (first && second && third && comparing.test(second.raw)) {
    const status = [first, third].find(({ expansions: [part] }) => part?.kind === 'variable' && part.name === '?');
    if (status && zero.test((status === first ? third : first).raw)) {
      const part = status.expansions[0]!;
      yield { code: 'SC2181', at: part.at };
    }
    if (isPrefixed(first, third)) yield { code: 'SC2268', at: first.at };
  }
  for (const [i, arg] of args.entries()) {
    if (i === 0 || (arg.raw !== '-a' && arg.raw !== '-o') || args[i - 1]!.raw === '!' || args[i - 1]!.raw === '(')
      continue;
    yield { code: 'SC2166', at: arg.at, about: arg.raw === '-a' ? '&&' : '||' };
  }
}

/** `2>&1 > file`: the errors go where the output went before. */
function* redirects({ node: { redirects }, pipeline, index }: Call): Iterable<Note> {
  if (index < pipeline.commands.length - 1) return;
  for (const [i, redirect] of redirects.entries()) {
    const next = redirects[i + 1];
    if (redirect.operator !== '>&' || redirect.descriptor !== '2' || redirect.target?.raw !== '1' || !next) continue;
    if (!/^>>?$/.test(next.operator) || (next.descriptor !== undefined && next.descriptor !== '1')) continue;
    yield {
      code: 'SC2069',
      at: redirect.at,
      edits: [
        { at: { start: redirect.at.start, end: next.at.start }, text: '' },
        { at: { start: next.at.end, end: next.at.end }, text: ' 2>&1' },
      ],
    };
  }
}

/** `grep … | wc -l`. */
function* counted(call: Call): Iterable<Note> {
  const { pipeline, index, args, node } = call;
  const next = pipeline.commands[index + 1];
  if (next?.kind !== 'simple' || next.words[0]?.literal !== 'wc' || next.words[1]?.literal !== '-l') return;
  if (next.words.length > 2 || args.some(({ literal }) => /^-\w*[ocrRABC]|^--only|^--count/.test(literal ?? '')))
    return;
  yield { code: 'SC2126', at: node.at };
}
