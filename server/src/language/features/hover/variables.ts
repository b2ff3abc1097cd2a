import { predefinedArg } from '../../knowledge/predefinedArgs';
import type { VariableModifier, VariableTexts } from '../../knowledge/reference/types';
import { commandsOf } from '../../model/commands';
import type { DefinitionCursor, ShellVariableCursor, Site, VariableCursor } from '../../model/cursor';
import { globalsOf } from '../../model/globals';
import { stageAt } from '../../model/stages';
import {
  type Definition,
  definer,
  definitionsOf,
  inShell,
  resolveAt,
  scopeOfUse,
  type VariableValue,
} from '../../model/variables';
import { type Ask, clip, lineOf, type Page, sentences } from './page';

/** A variable that the builder replaces: its value at that point and where that comes from. */
export function aboutVariable(ask: Ask, { site, use, at }: VariableCursor): Page {
  const { file, reference } = ask;
  const { variable: texts } = reference;
  const { name } = use;
  const written = file.text.slice(at.start, at.end);
  const modifier = modifierOf(use.modifier, written, name);
  if (use.deferred) return [texts.unknown(name), modifier && texts.modifiers[modifier]];
  const definition = scopeOfUse(file, site.placed.index, use).get(name);
  return [
    ...(definition ? defined(ask, site, definition) : undefinedHere(ask, site, name)),
    modifier && sentences(texts.modifiers[modifier], whole(ask, site, written)),
  ];
}

/** The modifier as it is written: the model does not tell `##` from `#`. */
function modifierOf(modifier: string, written: string, name: string): VariableModifier | undefined {
  if (modifier === '') return undefined;
  const doubled = `${modifier}${modifier}`;
  const isDouble = '#%/'.includes(modifier) && written.startsWith(doubled, 2 + name.length);
  return (isDouble ? doubled : modifier) as VariableModifier;
}

/** What the whole `${…}` comes to. */
function whole({ file, reference }: Ask, { placed }: Site, written: string): string | undefined {
  // a text over several lines is not what the builder expands
  if (written.includes('\n')) return undefined;
  const { text, unresolved, error } = resolveAt(file, placed.index, written);
  if (error || unresolved.length > 0) return undefined;
  return text === '' ? reference.variable.empty(clip(written)) : reference.variable.value(clip(written), clip(text));
}

function valueOf(texts: VariableTexts, name: string, { text }: VariableValue): string | undefined {
  if (text === undefined) return undefined;
  return text === '' ? texts.empty(name) : texts.value(name, clip(text));
}

function defined(ask: Ask, site: Site, definition: Definition): Page {
  const { variable: texts } = ask.reference;
  const { name } = definition;
  return [
    valueOf(texts, name, definition.value),
    sentences(origin(ask, site, definition), inherited(ask, site, definition)),
    sentences(
      overrides(definition) ? texts.envOverArg : undefined,
      definition.kind === 'env' ? texts.atRun(name) : undefined,
    ),
    predefined(ask, name),
  ];
}

const overrides = ({ kind, previous }: Definition): boolean =>
  kind === 'env' && (previous?.kind === 'arg' || previous?.kind === 'global-arg');

/** Which line sets it. */
function origin(ask: Ask, site: Site, definition: Definition): string | undefined {
  const { file, reference } = ask;
  const { variable: texts } = reference;
  const { kind, name, global } = definition;
  const placed = definer(file, definition);
  const line = placed ? lineOf(file, placed.start) : '';
  switch (kind) {
    case 'env':
      return texts.env(line);
    case 'global-arg':
      return definition.pair?.value ? texts.globalArg(line) : texts.argNoDefault(name, line);
    case 'arg': {
      if (definition.pair?.value) return texts.arg(line);
      if (!global) return texts.argNoDefault(name, line);
      return origin(ask, site, global);
    }
    case 'platform':
      return texts.platform(name);
    case 'base': {
      const base = stageAt(file, site.placed.index)?.base.text;
      return base ? texts.baseImage(base) : undefined;
    }
  }
}

/** The stage that it comes from, if that is another one. */
function inherited({ file, reference }: Ask, { placed }: Site, definition: Definition): string | undefined {
  const at = definer(file, definition);
  const stage = at && stageAt(file, at.index);
  if (!stage || stage === stageAt(file, placed.index)) return undefined;
  return reference.variable.stage(stage.name?.text ?? String(stage.index));
}

function predefined({ reference }: Ask, name: string): string | undefined {
  const known = predefinedArg(name);
  return known && reference.predefinedArgs[known];
}

function undefinedHere(ask: Ask, { placed }: Site, name: string): Page {
  const { file, reference } = ask;
  const { variable: texts } = reference;
  const global = stageAt(file, placed.index) ? globalsOf(file).scope.get(name) : undefined;
  const why = global?.kind === 'platform' ? texts.platform(name) : global && texts.globalArgNotDeclared(name);
  return [texts.undefined(name), why, predefined(ask, name)];
}

/** A name that ARG or ENV defines, or its value. */
export function aboutDefinition(ask: Ask, { site, pair }: DefinitionCursor): Page {
  const { file, reference } = ask;
  const { variable: texts } = reference;
  const name = pair.key.text;
  if (site.deferred) return [texts.unknown(name), predefined(ask, name)];
  const { index } = site.placed;
  for (const definition of definitionsOf(file)) {
    if (definition.pair === pair && definer(file, definition)?.index === index) return defined(ask, site, definition);
  }
  return [];
}

/** A variable that a shell replaces: what ARG and ENV give it. */
export function aboutShellVariable(ask: Ask, { site, name, modifier, script }: ShellVariableCursor): Page {
  const { file, reference } = ask;
  const { variable: texts } = reference;
  const known = Object.hasOwn(texts.modifiers, modifier) ? texts.modifiers[modifier as VariableModifier] : undefined;
  // a script may set the name itself: then the Dockerfile's value tells nothing
  const own =
    script.text.includes(`for ${name} in`) ||
    commandsOf(script, 'sh').some(({ assignments }) => assignments.some((each) => each.name === name));
  const definition = own || site.deferred ? undefined : inShell(file, site.placed.index, name);
  const runs = site.instruction.keyword === 'RUN';
  const given =
    definition === 'proxy'
      ? [texts.predefined]
      : definition && (runs || definition.kind === 'env')
        ? defined(ask, site, definition)
        : definition?.kind === 'arg'
          ? [origin(ask, site, definition)]
          : [];
  return [...given, sentences(texts.shell, known)];
}
