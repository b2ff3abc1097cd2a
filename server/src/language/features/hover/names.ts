import { code } from '../../knowledge/reference/code';
import { parseSignal, SIGNALS, type SignalName } from '../../knowledge/signals';
import { takenBy } from '../../model/context';
import type { HeredocCursor, PathCursor, Site, UserCursor } from '../../model/cursor';
import { joinWorkdir } from '../../model/paths';
import { stageReferences } from '../../model/references';
import { scriptsOf } from '../../model/scripts';
import { stageAt } from '../../model/stages';
import { resolveAt } from '../../model/variables';
import { sizeText } from '../../text/size';
import { type Ask, clip, type Page, sentences } from './page';
import { inForceOf } from './shell';

/** What a WORKDIR leads to. */
export function aboutWorkdir(ask: Ask, site: Site): Page {
  const { file, reference } = ask;
  const { workdir: texts } = reference;
  const written = site.instruction.words[0]?.text;
  // behind ONBUILD it is joined to the folder of another stage
  if (written === undefined || site.deferred) return [texts.created];
  const { workdir, windows } = inForceOf(file, site);
  const { text } = resolveAt(file, site.placed.index, written);
  const path = joinWorkdir(workdir, text, windows);
  if (path === undefined || !isAbsolute(path))
    return [texts.unknownBase(clip(text)), sentences(texts.initial, texts.created)];
  const relative = isAbsolute(text) || workdir === undefined ? undefined : texts.relative(clip(text), clip(workdir));
  return [texts.resolved(clip(path)), sentences(relative, texts.created)];
}

const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

/** A path of COPY, ADD, VOLUME or WORKDIR. */
export function aboutPath(ask: Ask, { site, role, word }: PathCursor): Page {
  switch (role) {
    case 'workdir':
      return aboutWorkdir(ask, site);
    case 'volume':
      return [ask.reference.volume(resolved(ask, site, word.text)), ask.reference.instructions.VOLUME.concept];
    case 'destination':
      return [destination(ask, site, word.text)];
    default:
      return aboutSource(ask, site, word.text);
  }
}

/** A word with its variables replaced, without its quotes. */
function resolved({ file }: Ask, site: Site, text: string): string {
  return clip(site.deferred ? text : resolveAt(file, site.placed.index, text).text);
}

function destination(ask: Ask, site: Site, written: string): string {
  const { workdir, windows } = inForceOf(ask.file, site);
  const path = resolved(ask, site, written);
  const joined = site.deferred ? undefined : joinWorkdir(workdir, path, windows);
  const folder =
    joined !== undefined && /[/\\]\.?$|^\.$/.test(path) && !/[/\\]$/.test(joined) ? (windows ? '\\' : '/') : '';
  return ask.reference.copy.destination(joined !== undefined && isAbsolute(joined) ? clip(joined) + folder : path);
}

const git = /^(?:git@|git:\/\/|ssh:\/\/)|^https?:\/\/[^?#]*\.git(?:[?#]|$)/;
const remote = /^https?:\/\//;
const archive = /\.(?:tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|xz|zst))$/i;

/** What COPY or ADD takes. */
function aboutSource(ask: Ask, site: Site, written: string): Page {
  const { copy: texts } = ask.reference;
  const from = sourceOf(ask, site);
  if (from) return [from];
  const path = resolved(ask, site, written);
  const adds = site.instruction.keyword === 'ADD';
  if (adds && git.test(path)) return [texts.git];
  if (adds && remote.test(path)) return [texts.remote];
  if (/^(?:\.?\/?)$/.test(path)) return [sentences(texts.everything, matchesOf(ask, site, path))];
  return [
    sentences(texts.source(path), adds && archive.test(path) ? texts.archive : undefined, matchesOf(ask, site, path)),
  ];
}

/** How many files of the build context a source takes, where its listing is at hand. */
function matchesOf({ around, reference }: Ask, { instruction, deferred }: Site, source: string): string | undefined {
  const { context } = around;
  // what --exclude and --parents make of it is not followed
  if (!context || deferred || source.includes('$') || instruction.flag('exclude') || instruction.flag('parents'))
    return undefined;
  const { copy: texts } = reference;
  const taken = takenBy(context, source);
  if (!taken) return undefined;
  const ignoreFile = context.ignorePath ?? '.dockerignore';
  if (taken.ignoredBy) return texts.ignored(clip(taken.ignoredBy.pattern), String(taken.ignoredBy.line), ignoreFile);
  // BuildKit goes on where a pattern matches nothing (`AllowEmptyWildcard` of its COPY)
  if (!taken.exists) return /[*?[]/.test(source) ? texts.patternMatchesNone : texts.matchesNone;
  const parts = taken.leftOut.slice(0, most).map(({ rule: { pattern, line }, paths }) => {
    const names = paths.slice(0, most).map(clip);
    return texts.partIgnored(names, paths.length - names.length, clip(pattern), String(line), ignoreFile);
  });
  // of a listing that was cut short the number would be too small
  const counted = context.complete && taken.files > 0;
  const size = taken.size === undefined ? undefined : sizeText(taken.size);
  return sentences(counted ? texts.matches(taken.files, size) : undefined, ...parts);
}

/** So many paths that a line leaves out are named, and so many lines. */
const most = 3;

/** The stage or image that COPY --from names. */
function sourceOf({ file, reference }: Ask, { instruction, placed }: Site): string | undefined {
  const from = instruction.keyword === 'COPY' ? instruction.flag('from')?.value : undefined;
  if (from === undefined) return undefined;
  const stage = stageAt(file, placed.index);
  const found = stage && stageReferences(file)[stage.index]?.find((each) => each.index === placed.index);
  return found?.stage ? reference.copy.fromStage(from) : reference.copy.fromImage(from);
}

/** Where the files of a COPY or ADD come from and go to. */
export function stepsOfCopy(ask: Ask, site: Site): Page {
  const { words } = site.instruction;
  const target = words.at(-1);
  if (words.length < 2 || !target) return [];
  const [source] = words;
  const marks = site.instruction.heredocs.length > 0;
  const what = marks || !source ? [] : aboutSource(ask, site, source.text);
  return [sentences(...(words.length === 2 ? what : [sourceOf(ask, site)]), `${destination(ask, site, target.text)}.`)];
}

/** The paths of a VOLUME. */
export function volumes(ask: Ask, site: Site): Page {
  return site.instruction.words.slice(0, 3).map(({ text }) => ask.reference.volume(resolved(ask, site, text)));
}

/** A user or group, by name or number. */
export function aboutUser(ask: Ask, name: string, part: UserCursor['part']): Page {
  const { user: texts } = ask.reference;
  if (name === '') return [];
  if (part === 'group') return [texts.group(clip(name))];
  if (name === 'root' || name === '0') return [texts.root];
  return [/^\d+$/.test(name) ? texts.numeric(name) : texts.named(clip(name))];
}

/** The signal of STOPSIGNAL. */
export function aboutSignal({ reference }: Ask, text: string): Page {
  const { signal: texts } = reference;
  const signal = parseSignal(text);
  if (signal?.name === undefined) return [];
  const { name, number } = signal;
  const uncatchable = name === 'KILL' || name === 'STOP';
  return [
    texts.sent(name, String(number)),
    Object.hasOwn(SIGNALS, name) ? texts.names[name as SignalName] : texts.realTime,
    uncatchable ? texts.uncatchable : undefined,
  ];
}

/** `<<EOF` or the line that ends it; the lines between speak for themselves. */
export function aboutHeredoc({ reference }: Ask, { site, heredoc, part }: HeredocCursor): Page {
  if (part === 'body') return [];
  const { heredoc: texts } = reference;
  const runs = site.instruction.keyword === 'RUN';
  const own = runs ? scriptsOf(site.instruction).find((script) => script.heredoc !== undefined) : undefined;
  return [
    runs
      ? own
        ? texts.run(heredoc.name)
        : `${code(heredoc.name)}: ${reference.operators['<<'].summary}`
      : texts.copy(heredoc.name),
    sentences(
      own?.interpreter && texts.interpreter(own.interpreter.program),
      heredoc.expand ? texts.expanded : texts.quoted,
      heredoc.chomp ? texts.tabs : undefined,
    ),
  ];
}
