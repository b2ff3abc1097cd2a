import type * as Shell from '../../shell/tree';
import type { Note } from './note';
import { quotesAround } from './quotes';
import { baseName, type Call, flagOf, known, knownParts, operands, type Survey } from './survey';

/** What is said of single commands, by the command's name without its path. */
const checks: Readonly<Record<string, (call: Call, survey: Survey) => Iterable<Note>>> = {
  cd,
  cp,
  echo,
  export: declares,
  find,
  ln: (call) => lonely(call, 'SC2226'),
  local: declares,
  ls,
  mkdir,
  mv: (call) => lonely(call, 'SC2224'),
  printf,
  readonly: declares,
  rm,
  tr,
};

export function* commandNotes(survey: Survey): Iterable<Note> {
  for (const call of survey.calls) {
    const name = baseName(call);
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check) yield* check(call, survey);
    if (mayBeOdd(call)) yield* anyCommand(call);
  }
}

const note = (code: Note['code'], { at }: { readonly at: Note['at'] }, about?: string): Note => ({
  code,
  at,
  ...(about !== undefined && { about }),
});

const isPattern = ({ raw }: Shell.Word): boolean => raw[0] === '*' || raw[0] === '?';

/** A quick look whether `anyCommand` may have something to say. */
const mayBeOdd = ({ name, args }: Call): boolean =>
  name !== undefined && (name[0] === '-' || name === 'sudo' || args.some(isPattern));

function* anyCommand({ node, name, args }: Call): Iterable<Note> {
  if (name === undefined) return;
  // `&& -y install`: a `\` is missing, or there is an `&&` too many
  if (/^--?\w/.test(name)) yield note('SC2215', node.words[0]!, name);
  if (name === 'sudo') {
    const redirect = node.redirects.find(({ operator, target }) => /^>>?$/.test(operator) && target?.raw[0] === '/');
    if (redirect && !/^\/dev\//.test(redirect.target!.raw)) yield note('SC2024', redirect, args[0]?.raw);
  }
  if (name !== 'echo' && name !== 'printf') {
    for (const arg of args) {
      if (arg.raw === '--') break;
      if (!isPattern(arg)) continue;
      const [first] = arg.parts;
      if (first?.kind !== 'glob' || (first.raw !== '*' && first.raw !== '?')) continue;
      const { start } = arg.at;
      yield { ...note('SC2035', first, arg.raw), edits: [{ at: { start, end: start }, text: './' }] };
    }
  }
}

/** `..` and `/` cannot be missing. */
const surelyThere = /^(?:\.\.?(?:\/\.\.?)*)?\/?$/;

function* cd({ node, name, args, tested, pipeline }: Call, { errexit }: Survey): Iterable<Note> {
  if (name !== 'cd' || errexit || tested || pipeline.negated) return;
  const target = args[0];
  if (target?.literal !== undefined && surelyThere.test(target.literal)) return;
  yield { ...note('SC2164', node, node.words[1]?.raw), edits: [{ at: endOf(node), text: ' || exit' }] };
}

const endOf = ({ at: { end } }: { readonly at: Note['at'] }) => ({ start: end, end });

function* cp(call: Call): Iterable<Note> {
  yield* lonely(call, 'SC2225');
  const flag = call.args.find(({ literal }) => literal !== undefined && /^-[A-Za-z]*r/.test(literal));
  if (!flag || flagOf(call, 'R') || flag.raw !== flag.literal) return;
  const start = flag.at.start + flag.raw.indexOf('r');
  yield { ...note('SC2336', flag), edits: [{ at: { start, end: start + 1 }, text: 'R' }] };
}

/** A source without a destination. */
function* lonely(call: Call, code: Note['code']): Iterable<Note> {
  if (call.args.some(({ parts }) => parts.some(spreads)) || flagOf(call, 't', 'target-directory')) return;
  if (operands(call).length === 1 && !call.args.some(({ literal }) => /^--(?:help|version)/.test(literal ?? ''))) {
    yield note(code, call.node, call.name);
  }
}

/** True for what may come to several words. */
const spreads = (part: Shell.Part): boolean =>
  part.kind === 'brace' || part.kind === 'glob' || (part.kind !== 'arithmetic' && 'quoted' in part && !part.quoted);

const escapes = /\\[rnt]/;

function* echo(call: Call): Iterable<Note> {
  const { args } = call;
  const flags = args[0]?.literal ?? '';
  if (/^-[neE]*e/.test(flags)) return;
  for (const arg of args) if (escapes.test(known(arg))) yield note('SC2028', arg);
  const only = args.length === 1 ? soleSubstitution(args[0]!) : undefined;
  if (only) yield note('SC2005', args[0]!);
}

/** The substitution that is all of a word. */
function soleSubstitution({ parts }: Shell.Word): Shell.SubstitutionPart | undefined {
  const [part] = parts.length === 1 && parts[0]!.kind === 'double' ? parts[0]!.parts : parts;
  const alone = (parts[0] as Shell.GroupPart).parts?.length ?? parts.length;
  return part?.kind === 'command' && alone === 1 ? part : undefined;
}

function* declares(call: Call): Iterable<Note> {
  for (const arg of call.args) {
    const assigned = /^([A-Za-z_]\w*)\+?=/.exec(arg.raw)?.[1];
    if (assigned === undefined || !arg.expansions.some(({ kind }) => kind === 'command')) continue;
    const { start } = arg.at;
    const edits = apart(call, assigned);
    yield {
      code: 'SC2155',
      at: { start, end: start + assigned.length },
      about: assigned,
      ...(edits && { edits }),
    };
  }
}

/** `export X=$(y)` as `X=$(y)` and `export X`. */
function apart({ name, args, node, pipeline, before, after }: Call, assigned: string): Note['edits'] {
  if (name !== 'export' || args.length !== 1 || pipeline.commands.length > 1) return undefined;
  if (node.assignments.length + node.redirects.length > 0 || before === '||' || after === '||') return undefined;
  const joint = before === '&&' || after === '&&' ? ' &&' : ';';
  return [
    { at: { start: node.at.start, end: args[0]!.at.start }, text: '' },
    { at: endOf(args[0]!), text: `${joint} export ${assigned}` },
  ];
}

const findPatterns = /^-(?:i?name|i?path|i?regex|i?wholename|i?lname)$/;

function* find(call: Call, { text }: Survey): Iterable<Note> {
  const { args, node } = call;
  const first = args.find((arg) => !/^-(?:[HLPD]|O.*)$/.test(known(arg)));
  const help = args.some(({ literal }) => /^--?(?:help|version)$/.test(literal ?? ''));
  if (!help && (!first || (first.literal ?? knownParts(first.parts, '_'))[0] === '-')) {
    yield { ...note('SC2185', node.words[0]!), edits: [{ at: endOf(node.words[0]!), text: ' .' }] };
  }
  for (const [i, arg] of args.entries()) {
    const value = args[i + 1];
    if (!findPatterns.test(arg.literal ?? '') || !value?.parts.some(({ kind }) => kind === 'glob')) continue;
    const quotable = value.literal !== undefined && value.raw === value.literal;
    yield { ...note('SC2061', value, arg.literal), ...(quotable && { edits: quotesAround(text, value.at, "'") }) };
  }
  const next = following(call);
  if (next && nameOf(next) === 'xargs') {
    const safe = [...call.args, ...next.words].some((word) =>
      /^-(?:print0|printf|[a-zA-Z]*0.*|-null|d|-delimiter.*)$/.test(known(word)),
    );
    if (!safe) yield note('SC2038', node);
  }
}

function* ls(call: Call): Iterable<Note> {
  const next = following(call);
  if (call.name !== 'ls' || !next || flagOf(call, 'N')) return;
  const name = nameOf(next);
  yield note(name === 'grep' ? 'SC2010' : name === 'xargs' ? 'SC2011' : 'SC2012', call.node);
}

/** The command that gets a call's output by a pipe. */
function following({ pipeline, index }: Call): Shell.SimpleCommand | undefined {
  const next = pipeline.commands[index + 1];
  return next?.kind === 'simple' && next.words.length > 0 ? next : undefined;
}

const nameOf = ({ words }: Shell.SimpleCommand): string => words[0]?.literal?.split('/').at(-1) ?? '';

/** Only one folder can be made, or all but the last surely exist. */
const oneFolder = /^(?:\.\.?\/)*[^/]+\/?$/;

function* mkdir(call: Call): Iterable<Note> {
  const mode = flagOf(call, 'm', 'mode');
  if (!mode || !flagOf(call, 'p', 'parents')) return;
  const paths = operands(call).filter((arg) => arg !== call.args[call.args.indexOf(mode) + 1]);
  if (paths.some((path) => !oneFolder.test(knownParts(path.parts, '_')))) yield note('SC2174', mode);
}

function* printf({ args }: Call): Iterable<Note> {
  const format = args[0]?.literal === '-v' ? args[2] : args[0];
  if (format && format.expansions.length > 0 && !known(format).includes('%')) yield note('SC2059', format);
}

const systemFolders: ReadonlySet<string> = new Set(
  '/ /bin /etc /home /mnt /usr /usr/share /usr/local /var /lib /dev /media /boot /lib64 /usr/bin'.split(' '),
);

function* rm(call: Call): Iterable<Note> {
  if (!flagOf(call, 'r', 'recursive') && !flagOf(call, 'R')) return;
  for (const arg of operands(call)) {
    const variables = arg.expansions.filter((part): part is Shell.VariablePart => part.kind === 'variable');
    if (variables.length < arg.expansions.length) continue;
    const path = known(arg).replace(/(?:\/\*)+$/, '');
    const whole = path === '' && known(arg) !== '' ? '/' : path.replace(/(.)\/+$/, '$1');
    if (!systemFolders.has(whole)) continue;
    if (variables.length === 0) {
      if (known(arg) === arg.raw) yield note('SC2114', arg, arg.raw);
    } else if (variables.every(({ modifier }) => modifier === '')) {
      yield { ...note('SC2115', arg, variables[0]!.name), edits: guarded(variables[0]!) };
    }
  }
}

/** `$x` as `${x:?}`. */
const guarded = ({ at, name }: Shell.VariablePart) => [{ at, text: `\${${name}:?}` }];

function* tr({ args }: Call): Iterable<Note> {
  for (const arg of args) {
    const { literal = '' } = arg;
    if (/^\[[^:=].*\]$/.test(literal) && !literal.includes('*')) yield note('SC2021', arg);
  }
}
