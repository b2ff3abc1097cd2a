/**
 * Signals that STOPSIGNAL takes: Linux names and numbers as github.com/moby/sys/signal reads them
 * (signal_linux.go, signal.go: any case, with or without `SIG`; or a number other than 0). Numbers of x86 and ARM.
 */
export const signalTable = {
  ABRT: 6,
  ALRM: 14,
  BUS: 7,
  CHLD: 17,
  CLD: 17,
  CONT: 18,
  FPE: 8,
  HUP: 1,
  ILL: 4,
  INT: 2,
  IO: 29,
  IOT: 6,
  KILL: 9,
  PIPE: 13,
  POLL: 29,
  PROF: 27,
  PWR: 30,
  QUIT: 3,
  SEGV: 11,
  STKFLT: 16,
  STOP: 19,
  SYS: 31,
  TERM: 15,
  TRAP: 5,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  USR1: 10,
  USR2: 12,
  VTALRM: 26,
  WINCH: 28,
  XCPU: 24,
  XFSZ: 25,
} as const;

/** A signal's name without `SIG`. */
export type SignalName = keyof typeof signalTable;

export const SIGNALS: Readonly<Record<SignalName, number>> = signalTable;

/** First and last real-time signal of Linux with glibc. */
export const RTMIN = 34;
export const RTMAX = 64;

/** What a container gets on `docker stop` when nothing else is said. */
export const DEFAULT_STOP_SIGNAL: SignalName = 'TERM';

/** Signals that servers use for a graceful end, as their official images set them: what to offer first. */
export const GRACEFUL_SIGNALS: readonly SignalName[] = ['TERM', 'QUIT', 'INT', 'WINCH', 'HUP', 'USR1'];

export interface ParsedSignal {
  /** `TERM`, `RTMIN+3`; undefined for a number without a name. */
  readonly name: string | undefined;
  readonly number: number;
}

const byNumber = new Map<number, SignalName>(
  // several names share a number: the usual one, which stands first in the alphabet save for IO, wins
  (Object.entries(signalTable) as [SignalName, number][]).reverse().map(([name, number]) => [number, name]),
);

/** The signal `text` stands for, as the engine reads it, or undefined where the engine refuses it. */
export function parseSignal(text: string): ParsedSignal | undefined {
  if (/^\+?\d{1,6}$/.test(text)) {
    const number = Number(text);
    return number === 0 ? undefined : { name: byNumber.get(number) ?? realTimeName(number), number };
  }
  const upper = text.toUpperCase();
  const name = upper.startsWith('SIG') ? upper.slice(3) : upper;
  if (Object.hasOwn(signalTable, name)) return { name, number: SIGNALS[name as SignalName] };
  const number = realTimeNumber(name);
  return number === undefined ? undefined : { name, number };
}

function realTimeNumber(name: string): number | undefined {
  if (name === 'RTMIN') return RTMIN;
  if (name === 'RTMAX') return RTMAX;
  const match = /^RT(MIN\+|MAX-)([1-9]\d?)$/.exec(name);
  if (match === null) return undefined;
  const step = Number(match[2]);
  if (match[1] === 'MIN+') return step <= 15 ? RTMIN + step : undefined;
  return step <= 14 ? RTMAX - step : undefined;
}

function realTimeName(number: number): string | undefined {
  if (number < RTMIN || number > RTMAX) return undefined;
  if (number === RTMIN) return 'RTMIN';
  if (number === RTMAX) return 'RTMAX';
  return number <= RTMIN + 15 ? `RTMIN+${number - RTMIN}` : `RTMAX-${RTMAX - number}`;
}
