import { predefinedArg } from '../../knowledge/predefinedArgs';
import type { Dockerfile } from '../../model/dockerfile';
import type { Mention } from '../../model/symbols';
import { type Span, slice } from '../../text/span';
import { type NamedHeredoc, type NamePlace, namedAt } from '../names/namedAt';
import { hiddenUse } from './hiddenUses';
import { inBases } from './inBases';
import type { Refusal } from './refusal';

/** What is to get another name. */
export interface Subject {
  readonly kind: 'stage' | 'variable' | 'heredoc';
  readonly name: string;
  /** The name at the offset that was asked about. */
  readonly at: Span;
  readonly places: readonly NamePlace[];
  readonly heredoc: NamedHeredoc | undefined;
}

/** What is named at an offset, if it can get another name at all. */
export function subjectAt(file: Dockerfile, offset: number): Subject | Refusal {
  const named = namedAt(file, offset);
  if (!named) return { code: 'nothing' };
  const { kind, at } = named;
  const mentions = named.places.flatMap(({ mention }) => mention ?? []);
  const places = named.places.filter(({ mention }) => !mention?.byNumber);
  const subject = (name: string): Subject => ({
    kind,
    name,
    at,
    places,
    heredoc: named.kind === 'heredoc' ? named.heredoc : undefined,
  });
  const found =
    named.kind === 'heredoc'
      ? fromHeredoc(file, named.heredoc, subject)
      : fromMention(file, named.mention, mentions, subject);
  if ('code' in found) return found;
  const same = (text: string) => (kind === 'stage' ? text.toLowerCase() : text);
  const odd = places.find((place) => same(slice(file.text, place.at)) !== same(found.name));
  return odd ? { code: 'in-pieces', name: found.name, line: lineOf(file, odd.at.start) } : found;
}

/** `/`, `.`, or a variable of which that is not known. */
const intoFolder = /(?:[/.}]|\$\w+)$/;

/** COPY into a folder gives the file the heredoc's name (BuildKit's dispatchCopy: SourceContents). */
function fromHeredoc(
  file: Dockerfile,
  { start, name }: NamedHeredoc,
  subject: (name: string) => Subject,
): Subject | Refusal {
  const outer = file.at(start)?.instruction;
  const { keyword, words } = outer?.trigger?.instruction ?? outer!;
  if (keyword !== 'COPY' && keyword !== 'ADD') return subject(name);
  const target = words.at(-1)?.text ?? '';
  return words.length !== 2 || name.includes('.') || intoFolder.test(target)
    ? { code: 'file-name', name }
    : subject(name);
}

/** Counted from 1. */
export const lineOf = (file: Dockerfile, offset: number): number => file.source.lineAt(offset) + 1;

function fromMention(
  file: Dockerfile,
  mention: Mention,
  mentions: readonly Mention[],
  subject: (name: string) => Subject,
): Subject | Refusal {
  const { kind, name, stage, byNumber, definition } = mention;
  if (kind === 'stage') {
    if (byNumber || !stage?.name) return { code: 'unnamed' };
    const from = inBases(file, stage);
    return from
      ? { code: 'in-base', name: stage.name.text, line: lineOf(file, from.base.at.start) }
      : subject(stage.name.text);
  }
  if (!definition) return { code: predefinedArg(name) ? 'built-in' : 'undefined', name };
  if (predefinedArg(name) || mentions.some(isBuiltIn)) return { code: 'built-in', name };
  const hidden = hiddenUse(file, mentions);
  return hidden === undefined ? subject(name) : { code: 'in-shell', name, line: lineOf(file, hidden) };
}

/** The builder or the base image gives it a value, too. */
const isBuiltIn = ({ definition }: Mention): boolean =>
  [definition, definition?.previous, definition?.global].some((each) => each !== undefined && each.ordinal < 0);
