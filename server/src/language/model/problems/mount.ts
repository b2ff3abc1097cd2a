import {
  MOUNT_KEYS,
  MOUNT_TYPES,
  type MountKey,
  type MountType,
  mountKey,
  mountType,
  SHARING_MODES,
} from '../../knowledge/mounts';
import { type Environment, expand } from '../../syntax/expand';
import { nearest } from '../../text/suggest';
import { type Mount, type MountField, mountsOf } from '../mounts';
import type { Checks, Knowledge } from './checks';
import { type Draft, draft, replaceFix } from './draft';

const booleans = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const octal = /^[0-7]+$/;
const decimal = /^\d+$/;
/** As docker/go-units reads sizes: a number with an optional unit. */
const size = /^\d*\.?\d*\s?[kmgtp]?i?b?$/i;
const most = 2 ** 32 - 1;

const keyNames: readonly string[] = Object.entries(MOUNT_KEYS).flatMap(([key, { aliases }]) => [key, ...aliases]);
const bareKeys = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

/** What the builder refuses in RUN --mount. */
export function checkMounts(checks: Checks): void {
  for (const mount of mountsOf(checks.instruction)) {
    if (mount.flag.value === undefined) continue;
    for (const field of mount.fields) checkExpansion(checks, field);
    const from = mount.get('from');
    // whatever the type: it may be a variable's
    if (from?.value && !from.value.includes('$')) {
      checks.sources.push({ kind: 'mount', text: from.value, at: from.valueAt });
    }
    // the values of fields hang together: type first, then what that type takes
    const variable = mount.fields.some(({ value }) => value?.includes('$'));
    const { escape } = checks.instruction;
    if (!variable) checks.add(...checkFields(mount, undefined, escape));
    else if (checks.drafts.length === 0) checks.late.push((knowledge) => [...checkFields(mount, knowledge, escape)]);
  }
}

function checkExpansion(checks: Checks, field: MountField): void {
  const { value, valueAt, joinedAt } = field;
  if (value === undefined) return;
  if (field.key.toLowerCase() === 'from') {
    if (/\$./.test(value)) checks.add(draft('instruction', 'flag-variable', valueAt, ['mount from']));
    return;
  }
  const { line } = checks.instruction;
  const place =
    joinedAt < 0 ? undefined : (start: number, end: number) => line.spanOf(joinedAt + start, joinedAt + end);
  checks.expanded({ text: value, whole: valueAt, place });
}

interface State {
  type: MountType | undefined;
  readonly seen: Map<MountKey, string>;
}

function* checkFields(mount: Mount, knowledge: Knowledge | undefined, escape: string): Iterable<Draft> {
  if (mount.flag.value === '') {
    yield draft('convert', 'mount-empty', mount.flag.at);
    return;
  }
  const state: State = { type: 'bind', seen: new Map() };
  for (const field of mount.fields) {
    const problem = checkField(field, state, knowledge, escape);
    if (problem) {
      yield problem;
      // what follows was not read with the right type
      return;
    }
    if (knowledge?.unknown) return;
  }
  const problem = checkWhole(mount, state);
  if (problem) yield problem;
}

/** What a value comes to; undefined where it cannot be expanded, which is a problem of its own. */
function valueOf(value: string, environment: Environment | undefined, escape: string): string | undefined {
  if (!environment) return value;
  const { result, error } = expand(value, environment, { escape });
  return error ? undefined : result;
}

function checkField(
  field: MountField,
  state: State,
  knowledge: Knowledge | undefined,
  escape: string,
): Draft | undefined {
  const { keyAt, valueAt } = field;
  const written = field.key.toLowerCase();
  const key = mountKey(written);
  if (!key) {
    if (field.value === undefined && field.key === '') return draft('convert', 'mount-comma', keyAt);
    const near = nearest(written, keyNames);
    const fixes = near ? [replaceFix(keyAt, near)] : [];
    return draft('convert', 'mount-key', keyAt, [field.key, near ?? ''], { soft: true, fixes });
  }
  const { type } = state;
  if (field.value === undefined) {
    if (!bareKeys.has(written)) return draft('convert', 'mount-no-value', keyAt, [field.key]);
    return key === 'required' ? notFor(field, key, type) : undefined;
  }
  const value = key === 'from' ? field.value : valueOf(field.value, knowledge, escape);
  if (value === undefined || knowledge?.unknown) return undefined;
  state.seen.set(key, value);
  switch (key) {
    case 'type': {
      state.type = mountType(value);
      if (state.type) return undefined;
      return draft('convert', 'mount-type', valueAt, [value], {
        fixes: nearFix(field, value, MOUNT_TYPES),
        soft: true,
      });
    }
    case 'required':
      return notFor(field, key, type) ?? (booleans.test(value) ? undefined : bad(field, value));
    case 'readonly':
    case 'readwrite':
      return booleans.test(value) ? undefined : bad(field, value);
    case 'size':
      return notFor(field, key, type) ?? (size.test(value) && /\d/.test(value) ? undefined : bad(field, value));
    case 'sharing':
      if ((SHARING_MODES as readonly string[]).includes(value.toLowerCase())) return undefined;
      return draft('convert', 'mount-sharing', valueAt, [value], { fixes: nearFix(field, value, SHARING_MODES) });
    case 'mode':
      return octal.test(value) && Number.parseInt(value, 8) <= most ? undefined : bad(field, value);
    case 'uid':
    case 'gid':
      return decimal.test(value) && Number(value) <= most ? undefined : bad(field, value);
    default:
      return undefined;
  }
}

const bad = (field: MountField, value: string): Draft =>
  draft('convert', 'mount-value', field.valueAt, [field.key, value]);

function nearFix(field: MountField, value: string, options: readonly string[]) {
  const near = nearest(value, options);
  return near ? [replaceFix(field.valueAt, near)] : [];
}

/** Keys that are refused where the type, as far as it was read, does not take them. */
function notFor(field: MountField, key: MountKey, type: MountType | undefined): Draft | undefined {
  if (!type || !MOUNT_KEYS[key].refusedBy.includes(type)) return undefined;
  return draft('convert', 'mount-key-type', field.keyAt, [field.key, type]);
}

/** What is judged once all fields are read. */
function checkWhole(mount: Mount, { type, seen }: State): Draft | undefined {
  if (!type) return undefined;
  for (const key of ['mode', 'uid', 'gid', 'sharing', 'from'] as const) {
    const field = seen.has(key) && fieldOf(mount, key);
    if (!field || ((key === 'sharing' || key === 'from') && seen.get(key) === '')) continue;
    const problem = notFor(field, key, type);
    if (problem) return problem;
  }
  if (type === 'secret') {
    const given = (key: MountKey) => (seen.get(key) ?? '') !== '';
    if (!given('id') && !given('source') && !given('target') && !seen.has('env')) {
      return draft('convert', 'mount-secret', mount.flag.at);
    }
    if (given('id') && given('source')) return draft('convert', 'mount-secret-both', mount.flag.at);
    return undefined;
  }
  const target = fieldOf(mount, 'target');
  if (type === 'ssh' || !target || !/^\/+\.?\/*$/.test(seen.get('target') ?? '')) return undefined;
  return draft('convert', 'mount-target', target.valueAt, [seen.get('target')!]);
}

const fieldOf = (mount: Mount, key: MountKey): MountField | undefined =>
  mount.fields.findLast((field) => mountKey(field.key) === key);
