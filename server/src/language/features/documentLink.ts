import { ignoredBy } from '../model/context';
import { copiedBy, isRemote, unquoted } from '../model/copied';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { cleanPath } from '../model/paths';
import { stageReferences } from '../model/references';
import { stagesOf } from '../model/stages';
import type { BuildContext, Surroundings } from '../model/surroundings';
import { resolveAt, scopeAt } from '../model/variables';
import { type ImageReference, isReference, parseImageReference } from '../syntax/imageReference';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { imagePage } from './links/imagePage';

/** A place that leads somewhere. Offsets count in the file. */
export interface DocumentLink {
  readonly at: Span;
  /** An address in the web, or a file of the build context, as a path from its folder. */
  readonly target: { readonly url: string } | { readonly path: string };
}

/**
 * All links of a file, in order: images to their pages at the registry (also of `# syntax`, `--from` and `from=`), addresses
 * in instructions with their variables replaced, and what COPY and ADD take from the build context.
 */
export function documentLink(file: Dockerfile, { context }: Surroundings): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  const image = (at: Span, found: ImageReference | undefined) => {
    const url = found && imagePage(found);
    if (url) links.push({ at, target: { url } });
  };
  for (const { name, value, valueAt } of file.directives.list) {
    const reference = name === 'syntax' ? parseImageReference(value) : undefined;
    if (reference && isReference(reference)) image(valueAt, reference);
  }
  for (const { base } of stagesOf(file)) if (base.unresolved.length === 0) image(base.at, base.image);
  for (const reference of stageReferences(file).flat()) image(reference.at, reference.image);
  for (const placed of file.instructions) {
    for (const { at, text } of addressesIn(placed.instruction)) {
      const url = text.includes('$') ? replaced(file, placed, text) : text;
      if (url !== undefined) links.push({ at: shift(at, placed.start), target: { url } });
    }
    if (context) links.push(...sourcesOf(file, placed, context));
  }
  return links.sort((a, b) => a.at.start - b.at.start);
}

interface Address {
  readonly at: Span;
  readonly text: string;
}

const address = /https?:\/\/[^\s"'`<>|;\\()[\]]+/g;
const punctuation = '.,:!?&*';
/** No browser takes a longer one. */
const longest = 2048;

/** Addresses as they are written; spans count in the instruction. */
const addressesIn = fact((instruction: Instruction): readonly Address[] => {
  if (!instruction.text.includes('://')) return [];
  return Array.from(instruction.text.matchAll(address), (match) => {
    let { length } = match[0];
    while (punctuation.includes(match[0][length - 1]!)) length--;
    const text = match[0].slice(0, Math.min(length, longest));
    return { at: { start: match.index, end: match.index + text.length }, text };
  });
});

const plainVariable = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/** An address with its variables replaced; undefined where one has no value that is known. */
function replaced(file: Dockerfile, { index }: Placed, text: string): string | undefined {
  const scope = scopeAt(file, index);
  const url = text.replace(plainVariable, (whole, braced, bare) => scope.get(braced ?? bare)?.value.text ?? whole);
  return url.includes('$') || /\s/.test(url) ? undefined : url;
}

/** The files that a COPY or ADD names one by one. */
function sourcesOf(file: Dockerfile, { instruction, index, start }: Placed, context: BuildContext): DocumentLink[] {
  const copied = instruction.flag('from') ? undefined : copiedBy(instruction);
  const links: DocumentLink[] = [];
  for (const { text, at } of copied?.sources ?? []) {
    const { text: resolved, unresolved } = resolveAt(file, index, unquoted(text));
    if (unresolved.length > 0 || isRemote(resolved) || /[*?[\\]/.test(resolved)) continue;
    const path = cleanPath(resolved);
    // a folder cannot be opened
    if (path === '' || resolved.endsWith('/') || ignoredBy(context, path)) continue;
    if (context.complete ? has(context, path) : mayBeFile(context, path))
      links.push({ at: shift(at, start), target: { path } });
  }
  return links;
}

const pathsOf = fact((context: BuildContext): ReadonlySet<string> => new Set(context.paths));
const has = (context: BuildContext, path: string): boolean => pathsOf(context).has(path);
const mayBeFile = (context: BuildContext, path: string): boolean =>
  has(context, path) || (!has(context, `${path}/`) && /\.\w+$/.test(path));
