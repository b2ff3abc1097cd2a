import {
  type FlagSpec,
  flagSpec,
  INSTRUCTIONS,
  type InstructionKeyword,
  PLATFORMS,
} from '../../knowledge/instructions';
import { DEFAULT_MOUNT_TYPE, MOUNT_KEYS, type MountKey, mountKey, mountType } from '../../knowledge/mounts';
import type { FlagText } from '../../knowledge/reference/types';
import { stageItems } from './arguments';
import { type Ask, type CompletionItem, nothing, type Place, value } from './item';
import { contextItems, mountedPath } from './paths';
import { repositoryItems } from './registry';

/** The flags that an instruction takes and does not have yet. */
export function flagItems(
  { reference }: Ask,
  { instruction, word, start }: Place,
  keyword: InstructionKeyword,
): CompletionItem[] {
  const others = instruction.flags.filter(({ at }) => start + at.start !== word.start).map(({ name }) => name);
  const texts: Readonly<Record<string, Readonly<Record<string, FlagText>>>> = reference.flags;
  return INSTRUCTIONS[keyword].flags
    .filter(({ name, kind }) => kind === 'strings' || !others.includes(name))
    .map((flag): CompletionItem => {
      const text = `--${flag.name}${flag.value === 'bool' ? '' : '='}`;
      const about = texts[keyword]?.[flag.name];
      return {
        kind: 'flag',
        label: text,
        text,
        ...(flag.since && { detail: reference.labels.since(flag.since) }),
        ...(about && { documentation: about.text }),
      };
    });
}

/** What stands behind `--name=`; of a mount only the field at the cursor is replaced: `from` says where it begins. */
export function flagValues(
  ask: Ask,
  place: Place,
  keyword: InstructionKeyword,
): { readonly from: number; readonly items: readonly CompletionItem[] } {
  const { typed, word } = place;
  const equals = typed.indexOf('=');
  const spec = flagSpec(keyword, typed.slice(2, equals));
  const from = word.start + equals + 1;
  if (!spec) return { from, items: nothing };
  if (spec.value === 'mount') return mountItems(ask, place, typed.slice(equals + 1), from);
  return { from, items: valuesOf(ask, place, spec) };
}

function valuesOf(ask: Ask, place: Place, spec: FlagSpec): readonly CompletionItem[] {
  switch (spec.value) {
    case 'platform':
      return ['$BUILDPLATFORM', '$TARGETPLATFORM', ...PLATFORMS].map(value);
    case 'source':
      return [...stageItems(ask, place), ...repositoryItems(ask)];
    case 'bool':
      return ['true', 'false'].map(value);
    case 'mode':
      return ['755', '644', '+x', 'u=rwX,go=rX'].map(value);
    case 'duration':
      return ['5s', '10s', '30s', '1m', '5m'].map(value);
    default:
      return (spec.values ?? []).map(value);
  }
}

function mountItems(ask: Ask, place: Place, typed: string, start: number) {
  const { mounts } = ask.reference;
  const field = typed.lastIndexOf(',') + 1;
  const equals = typed.indexOf('=', field);
  const whole = ask.file.text.slice(start, place.word.end).split(',');
  const named = whole.map((each) => each.split('=')[0]!);
  const type = mountType(whole.find((each) => each.startsWith('type='))?.slice(5) ?? '') ?? DEFAULT_MOUNT_TYPE;
  if (equals < 0) {
    const current = typed.slice(field);
    const items = (Object.keys(MOUNT_KEYS) as MountKey[])
      .filter((key) => MOUNT_KEYS[key].types.includes(type) && (key === current || !named.includes(key)))
      .map((key): CompletionItem => {
        const text = MOUNT_KEYS[key].bare ? key : `${key}=`;
        return { kind: 'key', label: text, text, documentation: mounts.keys[key] };
      });
    return { from: start + field, items };
  }
  const from = start + equals + 1;
  const key = mountKey(typed.slice(field, equals));
  if (!key) return { from, items: nothing };
  if (key === 'from') return { from, items: [...stageItems(ask, place), ...repositoryItems(ask)] };
  const path = key === 'source' ? mountedPath(place.typed) : undefined;
  if (path !== undefined) return { from, items: contextItems(ask, path) };
  const about: Readonly<Record<string, string | FlagText>> = { ...mounts.types, ...mounts.sharing };
  const values = MOUNT_KEYS[key].values ?? (MOUNT_KEYS[key].value === 'bool' ? ['true', 'false'] : []);
  return {
    from,
    items: values.map((each): CompletionItem => {
      const text = about[each];
      return {
        ...value(each),
        ...(text !== undefined && { documentation: typeof text === 'string' ? text : text.text }),
      };
    }),
  };
}
