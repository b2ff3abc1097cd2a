/** Reading of addresses that servers listen on. */

/** What a text tells of an IPv4 address that is written with too few or too many numbers. */
export interface OddAddress {
  /** The numbers and dots. */
  readonly host: string;
  /** How many numbers there are. */
  readonly count: number;
  /** A `:port` follows. */
  readonly port: boolean;
  /** What the C library's inet_aton makes of it; undefined where that refuses it, too. */
  readonly read: string | undefined;
}

const oddForm = /^(\d{1,10}(?:\.\d{1,10}){1,7})(?::\d{1,5})?$/;

/** A text of numbers and dots, perhaps with a port, that is not a full IPv4 address; undefined for any other text. */
export function oddAddress(text: string): OddAddress | undefined {
  const host = oddForm.exec(text)?.[1];
  if (host === undefined) return undefined;
  const parts = host.split('.');
  const numbers = parts.map(Number);
  if (parts.length === 4 && numbers.every((number) => number <= 255)) return undefined;
  return { host, count: parts.length, port: text.length > host.length, read: inetAton(numbers) };
}

/** Two numbers are 8 and 24 bits, three are 8, 8 and 16 (POSIX, inet_addr). */
function inetAton(numbers: readonly number[]): string | undefined {
  const last = numbers.at(-1)!;
  const front = numbers.slice(0, -1);
  const bytes = 4 - front.length;
  if (bytes < 1 || front.some((number) => number > 255) || last >= 256 ** bytes) return undefined;
  const rest = Array.from({ length: bytes }, (_, i) => Math.floor(last / 256 ** (bytes - 1 - i)) % 256);
  return [...front, ...rest].join('.');
}

const loopback = /^(?:[a-z][a-z+]{0,9}:\/\/)?(127(?:\.\d{1,3}){3}|localhost|\[::1\]|::1)(?=$|[:/,\s])/i;

/** The loopback host that an address begins with (`localhost` of `http://localhost:80`); undefined where it is another. */
export const loopbackHost = (text: string): string | undefined => loopback.exec(text)?.[1];
