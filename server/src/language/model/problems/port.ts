import type { ProblemCode } from '../../locale/problems';

/** What is wrong with a port of EXPOSE, and the part of it that is. */
export interface PortError {
  readonly code: Extract<ProblemCode, `port-${string}`>;
  readonly values: readonly string[];
}

const protocols = new Set(['', 'tcp', 'udp', 'sctp']);
const number = /^\d+$/;

function isPort(text: string): boolean {
  return number.test(text) && Number(text) <= 65535;
}

/** First and last port of `8080` or `8000-8010`, or undefined where it is neither. */
function parseRange(text: string): readonly [number, number] | undefined {
  const [first = '', last = first, ...more] = text.split('-');
  if (more.length > 0 || !isPort(first) || !isPort(last)) return undefined;
  return Number(last) < Number(first) ? undefined : [Number(first), Number(last)];
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [i, half] of halves.entries()) {
    if (half === '') continue;
    const parts = half.split(':');
    for (const [j, part] of parts.entries()) {
      const last = i === halves.length - 1 && j === parts.length - 1;
      if (last && isIpv4(part)) groups += 2;
      else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups++;
      else return false;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/** What the builder refuses in `[[ip:]host:]port[/protocol]` after expansion; undefined for nothing. */
export function portError(text: string): PortError | undefined {
  const parts = text.split(':');
  const container = parts.pop()!;
  const host = parts.pop() ?? '';
  const ip = parts.join(':');
  const slash = container.indexOf('/');
  const port = slash < 0 ? container : container.slice(0, slash);
  const protocol = slash < 0 ? '' : container.slice(slash + 1);
  if (port === '') return { code: 'port-missing', values: [text] };
  if (!protocols.has(protocol.toLowerCase())) return { code: 'port-protocol', values: [protocol] };
  const address = ip.startsWith('[') && ip.endsWith(']') ? ip.slice(1, -1) : ip;
  if (address !== '' && !isIpv4(address) && !isIpv6(address)) return { code: 'port-address', values: [ip] };
  const range = parseRange(port);
  if (!range) return { code: 'port-number', values: [port] };
  if (host === '') return undefined;
  const hostRange = parseRange(host);
  if (!hostRange) return { code: 'port-number', values: [host] };
  const sameLength = range[1] - range[0] === hostRange[1] - hostRange[0];
  return sameLength || range[0] === range[1] ? undefined : { code: 'port-ranges', values: [port, host] };
}
