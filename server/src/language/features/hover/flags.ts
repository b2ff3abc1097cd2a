import { type FlagSpec, flagReference, flagSpec, instructionKeyword } from '../../knowledge/instructions';
import {
  DEFAULT_MOUNT_TYPE,
  MOUNT_KEYS,
  mountKey,
  mountReference,
  mountType,
  SHARING_MODES,
} from '../../knowledge/mounts';
import { code } from '../../knowledge/reference/code';
import type { FlagText, Reference } from '../../knowledge/reference/types';
import type { FlagCursor, MountCursor } from '../../model/cursor';
import { type Ask, block, bullets, type Page, referenceLink, sentences } from './page';

type TextWithValues = FlagText & { readonly values?: Readonly<Record<string, string>> };

/** `--name` of an instruction, or its value. */
export function aboutFlag({ reference }: Ask, { site, flag, part }: FlagCursor): Page {
  const keyword = instructionKeyword(site.instruction.keyword);
  const spec = keyword && flagSpec(keyword, flag.name);
  if (!spec) return [];
  const texts: Readonly<Record<string, Readonly<Record<string, TextWithValues>>>> = reference.flags;
  const text = texts[keyword]?.[flag.name];
  if (!text) return [];
  const { labels } = reference;
  const values = Object.entries(text.values ?? {});
  const own = values.find(([value]) => value === flag.value);
  return [
    `**${code(`--${spec.name}`)}** — ${text.text}`,
    part === 'value' && own
      ? `${code(own[0])}: ${own[1]}`
      : bullets(...values.map(([value, what]) => `${code(value)}: ${what}`)),
    conditions(reference, spec, flag.value),
    block(labels.example, text.example.split('\n')),
    referenceLink(reference, flagReference(keyword, spec.name)),
  ];
}

/** What holds without the flag, and what it needs. */
function conditions({ labels }: Reference, spec: FlagSpec, value: string | undefined): string | undefined {
  const { fallback, kind, since, engine, experimental, entitlement } = spec;
  // only the value that leaves the sandbox needs to be allowed
  const asks = entitlement !== undefined && (spec.values === undefined || entitlement.endsWith(`.${value}`));
  return sentences(
    fallback === undefined ? undefined : `${labels.fallback(fallback)}.`,
    kind === 'strings' ? labels.repeatable : undefined,
    since && labels.since(since),
    experimental ? labels.labsOnly : undefined,
    engine && labels.sinceEngine(engine),
    asks ? labels.entitlement(entitlement) : undefined,
  );
}

/** A key of RUN --mount, or its value. */
export function aboutMount({ reference }: Ask, { mount, field, part }: MountCursor): Page {
  const { labels, mounts } = reference;
  const key = mountKey(field.key);
  if (!key) return [];
  const type = mountType(mount.get('type')?.value ?? '') ?? DEFAULT_MOUNT_TYPE;
  const more = referenceLink(reference, mountReference(type));
  if (part === 'value' && key === 'type') {
    const { text, example } = mounts.types[type];
    return [`**${code(`type=${type}`)}** — ${text}`, block(labels.example, example.split('\n')), more];
  }
  const sharing = key === 'sharing' ? SHARING_MODES.find((mode) => mode === field.value?.toLowerCase()) : undefined;
  const spec = MOUNT_KEYS[key];
  const fallback = spec.fallback?.[type];
  return [
    `**${code(key)}** — ${mounts.keys[key]}`,
    part === 'value' && sharing ? `${code(sharing)}: ${mounts.sharing[sharing]}` : choices(reference, key),
    sentences(fallback && `${labels.fallback(fallback)}.`, spec.since && labels.since(spec.since)),
    more,
  ];
}

function choices({ mounts }: Reference, key: string): string | undefined {
  if (key === 'sharing') return bullets(...SHARING_MODES.map((mode) => `${code(mode)}: ${mounts.sharing[mode]}`));
  return undefined;
}
