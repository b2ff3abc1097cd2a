/**
 * RUN --mount: its types and keys.
 *
 * Sources: https://docs.docker.com/reference/dockerfile/#run---mount (July 2026) and
 * moby/buildkit frontend/dockerfile/instructions/commands_runmount.go (parseMount, validateMount).
 */

/** The mount types; without `type=` it is `bind`. BuildKit reads the value in any case. */
export const MOUNT_TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
export type MountType = (typeof MOUNT_TYPES)[number];

export const DEFAULT_MOUNT_TYPE: MountType = 'bind';

export const SHARING_MODES = ['shared', 'private', 'locked'] as const;
export type SharingMode = (typeof SHARING_MODES)[number];

/** `source` names a stage, named context or image; `octal` and `number` have no sign; `size` is like `64m`. */
export type MountValue = 'type' | 'path' | 'source' | 'bool' | 'name' | 'sharing' | 'octal' | 'number' | 'size';

export interface MountKeySpec {
  /** Other names of the key. */
  readonly aliases: readonly string[];
  readonly value: MountValue;
  readonly values?: readonly string[];
  /** Types for which the reference describes it: what completion offers. */
  readonly types: readonly MountType[];
  /** Types for which the builder stops with an error. On the rest it is taken without effect. */
  readonly refusedBy: readonly MountType[];
  /** Types in which it must be given. */
  readonly requiredBy?: readonly MountType[];
  /** May stand without `=value`, meaning true. */
  readonly bare?: true;
  /** What holds without it, by type. */
  readonly fallback?: Partial<Readonly<Record<MountType, string>>>;
  readonly since?: string;
}

export const mountKeyTable = {
  type: {
    aliases: [],
    value: 'type',
    values: MOUNT_TYPES,
    types: MOUNT_TYPES,
    refusedBy: [],
  },
  target: {
    aliases: ['dst', 'destination'],
    value: 'path',
    types: MOUNT_TYPES,
    refusedBy: [],
    requiredBy: ['bind', 'cache', 'tmpfs'],
    fallback: { secret: '/run/secrets/<id>', ssh: '/run/buildkit/ssh_agent.<n>' },
  },
  source: {
    aliases: ['src'],
    value: 'path',
    types: ['bind', 'cache'],
    refusedBy: [],
    fallback: { bind: '/', cache: '/' },
  },
  from: {
    aliases: [],
    value: 'source',
    types: ['bind', 'cache'],
    refusedBy: ['secret'],
  },
  readonly: {
    aliases: ['ro'],
    value: 'bool',
    types: ['cache'],
    refusedBy: [],
    bare: true,
    fallback: { bind: 'true', cache: 'false', tmpfs: 'false' },
  },
  readwrite: {
    aliases: ['rw'],
    value: 'bool',
    types: ['bind'],
    refusedBy: [],
    bare: true,
    fallback: { bind: 'false' },
  },
  id: {
    aliases: [],
    value: 'name',
    types: ['cache', 'secret', 'ssh'],
    refusedBy: [],
    fallback: { cache: '<target>', secret: '<basename of target>', ssh: 'default' },
  },
  sharing: {
    aliases: [],
    value: 'sharing',
    values: SHARING_MODES,
    types: ['cache'],
    refusedBy: ['bind', 'tmpfs', 'secret', 'ssh'],
    fallback: { cache: 'shared' },
  },
  required: {
    aliases: [],
    value: 'bool',
    types: ['secret', 'ssh'],
    // read in order: before `type=secret` the type is still bind, and the builder refuses it
    refusedBy: ['bind', 'cache', 'tmpfs'],
    bare: true,
    fallback: { secret: 'false', ssh: 'false' },
  },
  mode: {
    aliases: [],
    value: 'octal',
    types: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    fallback: { cache: '0755', secret: '0400', ssh: '0600' },
  },
  uid: {
    aliases: [],
    value: 'number',
    types: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    fallback: { cache: '0', secret: '0', ssh: '0' },
  },
  gid: {
    aliases: [],
    value: 'number',
    types: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    fallback: { cache: '0', secret: '0', ssh: '0' },
  },
  size: {
    aliases: [],
    value: 'size',
    types: ['tmpfs'],
    refusedBy: ['bind', 'cache', 'secret', 'ssh'],
  },
  env: {
    aliases: [],
    value: 'name',
    types: ['secret'],
    refusedBy: [],
    since: '1.10',
  },
} as const satisfies Readonly<Record<string, MountKeySpec>>;

/** A key's first name. */
export type MountKey = keyof typeof mountKeyTable;

export const MOUNT_KEYS: Readonly<Record<MountKey, MountKeySpec>> = mountKeyTable;

const byName: ReadonlyMap<string, MountKey> = new Map(
  Object.entries(MOUNT_KEYS).flatMap(([key, spec]) =>
    [key, ...spec.aliases].map((name) => [name, key as MountKey] as const),
  ),
);

/** The first name of a key written as itself or an alias, in any case (`DST` → `target`), or undefined. */
export function mountKey(name: string): MountKey | undefined {
  return byName.get(name.toLowerCase());
}

/** `value` as a mount type, in any case, or undefined. */
export function mountType(value: string): MountType | undefined {
  const lower = value.toLowerCase();
  return MOUNT_TYPES.find((type) => type === lower);
}

/** Where the reference describes a mount type. */
export const mountReference = (type: MountType): string =>
  `https://docs.docker.com/reference/dockerfile/#run---mounttype${type}`;
