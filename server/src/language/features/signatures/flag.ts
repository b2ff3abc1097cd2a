import { type FlagSpec, type FlagValue, flagSpec, type InstructionKeyword } from '../../knowledge/instructions';
import {
  DEFAULT_MOUNT_TYPE,
  MOUNT_KEYS,
  type MountKey,
  type MountType,
  mountKey,
  mountType,
} from '../../knowledge/mounts';
import type { FlagText, Reference } from '../../knowledge/reference/types';
import type { Flag } from '../../syntax/instruction';
import type { SignatureHelp, SignatureParameter } from './signature';

/** What the author writes behind `--name=`. */
const values: Readonly<Record<Exclude<FlagValue, 'mount' | 'choice'>, string>> = {
  bool: '<true|false>',
  platform: '<os>/<architecture>[/<variant>]',
  device: '<name>[,required]',
  source: '<stage|context|image>',
  owner: '<user>[:<group>]',
  mode: '<mode>',
  pattern: '<pattern>',
  checksum: '<algorithm>:<hash>',
  duration: '<duration>',
  count: '<number>',
};

/**
 * The syntax of a flag's value; of a mount, all keys of its type, and which of them is being written.
 * @param value what of the value stands before the cursor
 */
export function flagSignature(
  keyword: InstructionKeyword,
  flag: Flag,
  value: string,
  reference: Reference,
): SignatureHelp | undefined {
  const spec = flagSpec(keyword, flag.name);
  if (!spec) return undefined;
  const texts: Readonly<Record<string, Readonly<Record<string, FlagText>>>> = reference.flags;
  const documentation = texts[keyword]?.[spec.name]?.text ?? '';
  if (spec.value === 'mount') return mountSignature(flag, value, documentation, reference);
  const name = `--${spec.name}=`;
  const label = `${name}${valueOf(spec)}`;
  const parameters = [{ at: { start: name.length, end: label.length } }];
  return { signatures: [{ label, documentation, parameters }], active: 0, parameter: 0 };
}

function valueOf({ value, values: closed }: FlagSpec): string {
  if (closed) return `<${closed.join('|')}>`;
  return value === 'mount' || value === 'choice' ? '<value>' : values[value];
}

function mountSignature(flag: Flag, value: string, documentation: string, { mounts }: Reference): SignatureHelp {
  const typed = /(?:^|,)type=([^,]*)/i.exec(flag.value ?? '')?.[1] ?? '';
  const type = mountType(typed) ?? DEFAULT_MOUNT_TYPE;
  const keys = (Object.keys(MOUNT_KEYS) as MountKey[]).filter((key) => MOUNT_KEYS[key].types.includes(type));
  const field = (flag.value ?? '').slice(value.lastIndexOf(',') + 1);
  const current = mountKey(field.split(/[=,]/, 1)[0]!);
  let label = '--mount=';
  const parameters = keys.map((key, index): SignatureParameter => {
    const optional = index > 0 && !MOUNT_KEYS[key].requiredBy?.includes(type);
    label += index === 0 ? '' : optional ? '[,' : ',';
    const start = label.length;
    label += keyText(key, type);
    const end = label.length;
    if (optional) label += ']';
    return { at: { start, end }, documentation: mounts.keys[key] };
  });
  const parameter = current === undefined ? -1 : keys.indexOf(current);
  return { signatures: [{ label, documentation, parameters }], active: 0, ...(parameter >= 0 && { parameter }) };
}

function keyText(key: MountKey, type: MountType): string {
  const { value, values: closed, bare } = MOUNT_KEYS[key];
  // the one type whose keys are shown
  if (key === 'type') return `type=${type}`;
  const written = closed
    ? closed.join('|')
    : value === 'bool'
      ? 'true|false'
      : value === 'source'
        ? 'stage|context|image'
        : value;
  return bare ? `${key}[=<${written}>]` : `${key}=<${written}>`;
}
