import type { Dockerfile } from '../model/dockerfile';
import type { Mention } from '../model/symbols';
import { definer, definitionAt, definitionNameAt } from '../model/variables';
import { type Span, shift } from '../text/span';
import { namedAt } from './names/namedAt';

/** Where to go from a name. Offsets count in the file. */
export interface DefinitionLink {
  /** The name from which it goes. */
  readonly origin: Span;
  /** All that defines it: the FROM, the pair of ARG or ENV, the heredoc with its lines. */
  readonly target: Span;
  /** The name in it. */
  readonly name: Span;
}

/**
 * What defines the name at an offset: the FROM of a stage named by name or number, the ARG or ENV that a variable gets its
 * value from (`ARG name` in a stage leads on to the global one), a heredoc's mark. Undefined where nothing does.
 */
export function definition(file: Dockerfile, offset: number): DefinitionLink | undefined {
  const named = namedAt(file, offset);
  if (!named) return undefined;
  const { at: origin } = named;
  if (named.kind === 'heredoc') {
    const { at, terminator, start } = named.heredoc;
    const target = shift({ start: at.start, end: terminator.end }, start);
    return { origin, target, name: named.places[0]!.at };
  }
  const found = named.kind === 'stage' ? stageOf(named.mention) : variableOf(file, named.mention);
  return found && { origin, ...found };
}

type Target = Omit<DefinitionLink, 'origin'>;

function stageOf({ stage }: Mention): Target | undefined {
  if (!stage) return undefined;
  const { from, name, base } = stage;
  return { target: { start: from.start, end: from.end }, name: name?.at ?? base.at };
}

function variableOf(file: Dockerfile, { definition: own, role }: Mention): Target | undefined {
  if (!own) return undefined;
  const { global } = own;
  const found = role === 'definition' && global && definer(file, global) ? global : own;
  const name = definitionNameAt(file, found);
  const target = definitionAt(file, found);
  return name && target && { target, name };
}
