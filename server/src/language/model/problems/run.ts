import type { Flag } from '../../syntax/instruction';
import { nearest } from '../../text/suggest';
import type { Checks } from './checks';
import { type Draft, draft, replaceFix } from './draft';
import { checkMounts } from './mount';

const networks = ['default', 'none', 'host'];
const securities = ['sandbox', 'insecure'];

/** The values of RUN's flags. */
export function checkRun(checks: Checks): void {
  for (const flag of checks.instruction.flags) {
    if (flag.value === undefined) continue;
    if (flag.name === 'network') checks.add(...choice(flag, flag.value, networks, 'network-mode'));
    else if (flag.name === 'security') checks.add(...choice(flag, flag.value, securities, 'security-mode'));
    else if (flag.name === 'device') checks.add(...checkDevice(flag, flag.value));
  }
  checkMounts(checks);
}

function choice(
  flag: Flag,
  value: string,
  options: readonly string[],
  code: 'network-mode' | 'security-mode',
): readonly Draft[] {
  if (options.includes(value)) return [];
  const near = nearest(value, options);
  const at = value === '' ? flag.at : flag.valueAt;
  return [draft('instruction', code, at, [value], { fixes: near && value ? [replaceFix(flag.valueAt, near)] : [] })];
}

/** `vendor/class=device[,required[=bool]]`; the first field that is no key is the name. */
function checkDevice(flag: Flag, value: string): readonly Draft[] {
  let name = '';
  for (const field of value.split(',')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    const content = equals < 0 ? undefined : field.slice(equals + 1);
    const named = key === 'name' && content !== undefined;
    if (key === 'required') {
      if (content === undefined || /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(content)) continue;
    } else if (name === '') {
      name = named ? content : field;
      continue;
    }
    return [draft('instruction', 'device-field', flag.valueAt, [field])];
  }
  return [];
}
