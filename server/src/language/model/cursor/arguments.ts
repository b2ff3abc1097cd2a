import type { Flag, Word } from '../../syntax/instruction';
import { type Span, shift } from '../../text/span';
import { execCommand } from '../commands';
import type { Dockerfile } from '../dockerfile';
import { isPlain, type Mount, mountsOf } from '../mounts';
import { type StageReference, stageReferences } from '../references';
import { stageAt } from '../stages';
import { partAt } from './images';
import { inScripts } from './shell';
import type { Found, Holds, ImageCursor, PathRole, Site, StageUseCursor } from './types';
import { inVariables } from './variables';

/** What is at an offset behind an instruction's keyword; undefined where nothing is known of it. */
export function inArguments(file: Dockerfile, site: Site, holds: Holds): Found | undefined {
  const variable = inVariables(site, holds);
  if (variable) return variable;
  for (const flag of site.instruction.flags) if (holds(flag.at)) return inFlag(file, site, flag, holds);
  return inWords(file, site, holds) ?? inHeredocs(site, holds);
}

function inWords(file: Dockerfile, site: Site, holds: Holds): Found | undefined {
  const { instruction } = site;
  switch (instruction.keyword) {
    case 'FROM':
      return inFrom(file, site, holds);
    case 'ADD':
    case 'COPY':
      return inMarks(site, holds) ?? inPaths(site, holds);
    case 'VOLUME':
    case 'WORKDIR':
      return inPaths(site, holds);
    case 'RUN':
      return inMarks(site, holds) ?? inScripts(file, site, holds) ?? inStrings(site, holds);
    case 'CMD':
    case 'ENTRYPOINT':
      return inScripts(file, site, holds) ?? inStrings(site, holds);
    case 'HEALTHCHECK':
      return inHealthcheck(file, site, holds);
    case 'SHELL':
      return inStrings(site, holds);
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return inPairs(site, holds);
    case 'EXPOSE': {
      const word = instruction.words.find(({ at }) => holds(at));
      return word && { kind: 'port', at: placed(site, word.at), site, word };
    }
    case 'STOPSIGNAL': {
      const word = instruction.words.find(({ at }) => holds(at));
      return word && { kind: 'signal', at: placed(site, word.at), site, text: word.text };
    }
    case 'USER':
      return inUser(site, holds);
    default:
      return undefined;
  }
}

const placed = ({ start }: Site, at: Span): Span => shift(at, start);

function inFlag(file: Dockerfile, site: Site, flag: Flag, holds: Holds): Found {
  const { instruction } = site;
  const onValue = flag.value !== undefined && holds(flag.valueAt);
  if (onValue && instruction.keyword === 'RUN' && flag.name === 'mount') {
    const mount = mountsOf(instruction).find((each) => each.flag === flag);
    const found = mount && inMount(file, site, mount, holds);
    if (found) return found;
  }
  if (onValue && instruction.keyword === 'COPY' && flag.name === 'from') {
    const from = inSource(
      file,
      site,
      flag.value!,
      flag.valueAt,
      isPlain(instruction, flag) ? flag.joinedAt : -1,
      holds,
    );
    if (from) return from;
  }
  const part = onValue ? 'value' : 'name';
  return { kind: 'flag', at: placed(site, onValue ? flag.valueAt : nameOf(flag, holds)), site, flag, part };
}

/** The flag's name with its dashes; the whole flag where that does not hold the offset, on its `=`. */
function nameOf(flag: Flag, holds: Holds): Span {
  const name = { start: flag.at.start, end: flag.nameAt.end };
  return holds(name) ? name : flag.at;
}

function inMount(file: Dockerfile, site: Site, mount: Mount, holds: Holds): Found | undefined {
  for (const field of mount.fields) {
    const whole = { start: field.keyAt.start, end: Math.max(field.keyAt.end, field.valueAt.end) };
    if (!holds(whole)) continue;
    const onValue = field.value !== undefined && holds(field.valueAt);
    if (onValue && field.key.toLowerCase() === 'from') {
      const from = inSource(file, site, field.value!, field.valueAt, field.joinedAt, holds);
      if (from) return from;
    }
    const at = onValue ? field.valueAt : holds(field.keyAt) ? field.keyAt : whole;
    return { kind: 'mount', at: placed(site, at), site, mount, field, part: onValue ? 'value' : 'key' };
  }
  return undefined;
}

/** @param joinedAt where `text` begins in the joined line; -1 where it does not stand there as it is */
function inSource(
  file: Dockerfile,
  site: Site,
  text: string,
  at: Span,
  joinedAt: number,
  holds: Holds,
): ImageCursor | StageUseCursor | undefined {
  const whole = placed(site, at);
  const reference = referenceAt(file, site, whole);
  if (reference?.stage) return { kind: 'stage-use', at: whole, site, text, stage: reference.stage, reference };
  const { line } = site.instruction;
  const place = (start: number, end: number) => (joinedAt < 0 ? at : line.spanOf(joinedAt + start, joinedAt + end));
  const part = partAt(text, place, holds);
  if (!part) return undefined;
  const common = { site, text, whole, reference, stage: undefined };
  return { kind: 'image', at: placed(site, part.at), part: part.part, ...common };
}

function referenceAt(file: Dockerfile, site: Site, at: Span): StageReference | undefined {
  const stage = stageAt(file, site.placed.index);
  if (!stage) return undefined;
  return stageReferences(file)[stage.index]?.find((each) => each.at.start === at.start && each.at.end === at.end);
}

function inFrom(file: Dockerfile, site: Site, holds: Holds): Found | undefined {
  const [base, as, name] = site.instruction.words;
  const stage = site.deferred ? undefined : stageAt(file, site.placed.index);
  if (base && holds(base.at)) {
    const { text } = base;
    const at = placed(site, base.at);
    const parent = stage?.base.parent;
    if (parent) return { kind: 'stage-use', at, site, text, stage: parent, reference: undefined };
    const part = partAt(text, (start, end) => site.instruction.spanIn(base, start, end), holds);
    if (part) {
      const common = { site, text, whole: at, reference: undefined, stage };
      return { kind: 'image', at: placed(site, part.at), part: part.part, ...common };
    }
  }
  if (as && holds(as.at) && as.text.toLowerCase() === 'as') {
    return { kind: 'clause', at: placed(site, as.at), site, clause: 'AS' };
  }
  if (name && holds(name.at) && stage?.name) return { kind: 'stage-name', at: placed(site, name.at), site, stage };
  return undefined;
}

function inPaths(site: Site, holds: Holds): Found | undefined {
  const { instruction } = site;
  const { words, keyword } = instruction;
  const index = words.findIndex(({ at }) => holds(at));
  const word = words[index];
  if (!word) return undefined;
  const copies: PathRole = index === words.length - 1 && words.length > 1 ? 'destination' : 'source';
  const role: PathRole = keyword === 'WORKDIR' ? 'workdir' : keyword === 'VOLUME' ? 'volume' : copies;
  return { kind: 'path', at: placed(site, word.at), site, role, word };
}

function inPairs(site: Site, holds: Holds): Found | undefined {
  const { keyword, pairs } = site.instruction;
  for (const pair of pairs) {
    if (!holds(pair.at)) continue;
    const onValue = pair.value !== undefined && !holds(pair.key.at) && holds(pair.value.at);
    const at = placed(site, onValue ? pair.value!.at : holds(pair.key.at) ? pair.key.at : pair.at);
    return keyword === 'LABEL'
      ? { kind: 'label', at, site, pair, part: onValue ? 'value' : 'key' }
      : { kind: 'definition', at, site, pair, part: onValue ? 'value' : 'name' };
  }
  return undefined;
}

function inUser(site: Site, holds: Holds): Found | undefined {
  const { instruction } = site;
  const [word] = instruction.words;
  if (!word || !holds(word.at)) return undefined;
  const colon = word.text.indexOf(':');
  const end = colon < 0 ? word.text.length : colon;
  const part = (start: number, stop: number) => instruction.spanIn(word, start, stop);
  const user = part(0, end);
  if (colon < 0 || holds(user)) {
    return { kind: 'user', at: placed(site, user), site, part: 'user', text: word.text.slice(0, end) };
  }
  const group = part(colon + 1, word.text.length);
  const at = placed(site, holds(group) ? group : word.at);
  return { kind: 'user', at, site, part: 'group', text: word.text.slice(colon + 1) };
}

function inHealthcheck(file: Dockerfile, site: Site, holds: Holds): Found | undefined {
  const [type] = site.instruction.words;
  if (type && holds(type.at)) {
    const clause = type.text.toUpperCase();
    if (clause === 'CMD' || clause === 'NONE') return { kind: 'clause', at: placed(site, type.at), site, clause };
  }
  return inScripts(file, site, holds) ?? inStrings(site, holds);
}

/** The strings of an exec form. */
function inStrings(site: Site, holds: Holds): Found | undefined {
  const { instruction } = site;
  const strings: readonly Word[] = instruction.json ?? [];
  const index = strings.findIndex(({ at }) => holds(at));
  const word = strings[index];
  if (!word) return undefined;
  return { kind: 'json-string', at: placed(site, word.at), site, word, index, command: execCommand(instruction) };
}

/** The marks of heredocs: `<<EOF`. */
function inMarks(site: Site, holds: Holds): Found | undefined {
  const heredoc = site.instruction.heredocs.find(({ at }) => holds(at));
  return heredoc && { kind: 'heredoc', at: placed(site, heredoc.at), site, heredoc, part: 'mark' };
}

/** The lines of heredocs: where the shell knows more of them, that goes before. */
function inHeredocs(site: Site, holds: Holds): Found | undefined {
  for (const heredoc of site.instruction.heredocs) {
    const { body, terminator } = heredoc;
    if (heredoc.terminated && holds(terminator)) {
      return { kind: 'heredoc', at: placed(site, terminator), site, heredoc, part: 'terminator' };
    }
    if (holds(body)) return { kind: 'heredoc', at: placed(site, body), site, heredoc, part: 'body' };
  }
  return undefined;
}
