import type { ProblemCode } from '../locale/problems';

/** What the builder refuses in a port of EXPOSE, and the part of it that is refused. */
export interface PortError {
  readonly code: Extract<ProblemCode, `port-${string}`>;
  readonly values: readonly string[];
}

/** One port or range of EXPOSE. */
export interface PortSpec {
  readonly port: number;
  /** The same as `port` where it is no range. */
  readonly endPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** As it is written; empty where it is left out. */
  readonly writtenProtocol: string;
  /** True where an address or a host's port stands in front, which means nothing here. */
  readonly mapped: boolean;
}

export const isPort = (spec: PortSpec | PortError): spec is PortSpec => !('code' in spec);

/**
 * Reads `[[address:]host:]port[-end][/protocol]`, variables replaced, as BuildKit does
 * (frontend/dockerfile/dockerfile2llb/convert_expose.go).
 */
export function parsePort(text: string): PortSpec | PortError {
  const parts = text.split(':');
  const container = parts.pop()!;
  const host = parts.pop() ?? '';
  const address = parts.join(':');
  const slash = container.indexOf('/');
  const ports = slash < 0 ? container : container.slice(0, slash);
  const written = slash < 0 ? '' : container.slice(slash + 1);
  if (ports === '') return { code: 'port-missing', values: [text] };
  const protocol = written === '' ? 'tcp' : written.toLowerCase();
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp')
    return { code: 'port-protocol', values: [written] };
  if (address !== '' && !isAddress(address)) return { code: 'port-address', values: [address] };
  const range = portRange(ports);
  if (!range) return { code: 'port-number', values: [ports] };
  const [port, endPort] = range;
  if (host !== '') {
    const hosts = portRange(host);
    if (!hosts) return { code: 'port-number', values: [host] };
    if (endPort !== port && endPort - port !== hosts[1] - hosts[0])
      return { code: 'port-ranges', values: [ports, host] };
  }
  return { port, endPort, protocol, writtenProtocol: written, mapped: address !== '' || host !== '' };
}

/** Go reads a sign, too. */
const digits = /^[+-]?\d+$/;

function portNumber(text: string): number | undefined {
  if (!digits.test(text)) return undefined;
  const port = Number(text);
  return port >= 0 && port <= 65_535 ? port : undefined;
}

/** The ports of `8000` or `8000-8010`, both ends included. */
function portRange(text: string): readonly [number, number] | undefined {
  const dash = text.indexOf('-');
  const first = dash < 0 ? text : text.slice(0, dash);
  const last = dash < 0 ? text : text.slice(dash + 1);
  const start = portNumber(first);
  const end = first === last ? start : portNumber(last);
  return start === undefined || end === undefined || end < start ? undefined : [start, end];
}

function isAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return isIpv4(bare) || isIpv6(bare);
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
