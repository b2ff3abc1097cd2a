import { emptyEnvironment, expand } from '../syntax/expand';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { type Block, blocksOf, indicesOf, instructionsOn } from './block';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { resolveAt } from './variables';

export type PortErrorCode = 'no-port' | 'protocol' | 'port' | 'host-port' | 'address' | 'ranges';

export interface PortError {
  readonly error: PortErrorCode;
  /** In the builder's words. */
  readonly message: string;
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

/** One word of an EXPOSE. Offsets count in the file. */
export interface ExposeWord {
  /** The instruction's index in the file. */
  readonly index: number;
  readonly at: Span;
  /** As it is written. */
  readonly text: string;
  /** With variables replaced; one word may come to several specifications, or to none. */
  readonly specs: readonly (PortSpec | PortError)[];
  /** Variables without a value: then nothing can be said of the specifications. */
  readonly unresolved: readonly string[];
}

const digits = /^[+-]?\d+$/;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/;
const ipv6 = /^(?=.*:.*:)[\da-fA-F:]+(?:\d+\.\d+\.\d+\.\d+)?$/;

const fail = (error: PortErrorCode, message: string): PortError => ({ error, message });

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
  return ipv4.test(bare) || ipv6.test(bare);
}

/** Reads `[[address:]host:]port[-end][/protocol]` as BuildKit does (dockerfile2llb/convert_expose.go). */
export function parsePort(text: string): PortSpec | PortError {
  const parts = text.split(':');
  const container = parts.at(-1)!;
  const host = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  const slash = container.indexOf('/');
  const ports = slash < 0 ? container : container.slice(0, slash);
  const written = slash < 0 ? '' : container.slice(slash + 1);
  if (ports === '') return fail('no-port', `invalid port: ${JSON.stringify(text)}: no port specified`);
  const protocol = written === '' ? 'tcp' : written.toLowerCase();
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp') {
    return fail('protocol', `invalid port: ${JSON.stringify(text)}: invalid proto: ${written}`);
  }
  if (address !== '' && !isAddress(address)) return fail('address', `invalid IP address: ${address}`);
  const range = portRange(ports);
  if (!range) return fail('port', `invalid containerPort: ${ports}`);
  const [port, endPort] = range;
  if (host !== '') {
    const hosts = portRange(host);
    if (!hosts) return fail('host-port', `invalid hostPort: ${host}`);
    if (endPort !== port && endPort - port !== hosts[1] - hosts[0]) {
      return fail('ranges', `invalid ranges specified for container and host Ports: ${ports} and ${host}`);
    }
  }
  return { port, endPort, protocol, writtenProtocol: written, mapped: address !== '' || host !== '' };
}

export const isPort = (spec: PortSpec | PortError): spec is PortSpec => !('error' in spec);

/** The words of one EXPOSE instruction; none for any other. */
export function exposeWords(file: Dockerfile, { instruction, index, start }: Placed): readonly ExposeWord[] {
  if (instruction.keyword !== 'EXPOSE') return [];
  const plain = instruction.text.includes('$') ? undefined : plainSpecs(instruction);
  return instruction.words.map(({ text, at }, i) => {
    if (plain) return { index, at: shift(at, start), text, specs: plain[i]!, unresolved: [] };
    const { words, unresolved } = resolveAt(file, index, text, true);
    return { index, at: shift(at, start), text, specs: words.map(parsePort), unresolved };
  });
}

/** What the words of an EXPOSE without variables say. */
const plainSpecs = fact(({ words, escape }: Instruction) =>
  words.map(({ text }) => expand(text, emptyEnvironment, { escape }).words.map((word) => parsePort(word.text))),
);

/** The words of the EXPOSE instructions that hold more than plain numbers: a host, a protocol in capitals, a variable. */
export function* oddPorts(file: Dockerfile): Iterable<ExposeWord> {
  for (const { block, first } of blocksOf(file)) {
    for (const index of oddIn(block)) yield* exposeWords(file, file.instructions[first + index]!);
  }
}

const oddIn = fact((block: Block) =>
  indicesOf(block, ['EXPOSE']).filter((index) => /[:$A-Z]/.test(block.instructions[index]!.argument)),
);

/** The words of all EXPOSE instructions of a file, in order. */
export const exposedPorts = fact((file: Dockerfile): readonly ExposeWord[] =>
  [...instructionsOn(file, 'EXPOSE')].flatMap((placed) => exposeWords(file, placed)),
);
