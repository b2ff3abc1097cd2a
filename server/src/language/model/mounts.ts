import type { Flag, Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import { fact } from './fact';

/** `key=value` of a RUN --mount. Spans count in the instruction. */
export interface MountField {
  /** As it is written; the builder takes it in any case. */
  readonly key: string;
  readonly keyAt: Span;
  /** Undefined for a field without `=`. */
  readonly value: string | undefined;
  readonly valueAt: Span;
  /** Where `value` begins in the joined line; -1 where quotes or escapes stand in the way. */
  readonly joinedAt: number;
}

export interface Mount {
  readonly flag: Flag;
  readonly fields: readonly MountField[];
  /** The value of the last field of that name, in any case; undefined where there is none. */
  get(key: string): MountField | undefined;
}

/** True where a flag's value stands in the line exactly as it is: without quotes and escapes. */
export const isPlain = (instruction: Instruction, flag: Flag): boolean =>
  flag.value !== undefined && instruction.line.text.startsWith(flag.value, flag.joinedAt);

/** The parts of a comma-separated record, in which quotes hold commas together (Go's encoding/csv). */
function records(text: string): { text: string; start: number; plain: boolean }[] {
  const parts: { text: string; start: number; plain: boolean }[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      parts.push({ text: text.slice(at, end), start: at, plain: true });
      at = end + 1;
      continue;
    }
    let value = '';
    let end = at + 1;
    for (; end < text.length; end++) {
      if (text[end] !== '"') value += text[end];
      else if (text[end + 1] === '"') {
        value += '"';
        end++;
      } else break;
    }
    parts.push({ text: value, start: at, plain: false });
    const comma = text.indexOf(',', end);
    at = comma < 0 ? text.length + 1 : comma + 1;
  }
  return parts;
}

function mountOf(instruction: Instruction, flag: Flag): Mount {
  const value = flag.value ?? '';
  const direct = isPlain(instruction, flag);
  const fields = records(value).map(({ text, start, plain }): MountField => {
    const equals = text.indexOf('=');
    const end = start + text.length;
    const valueStart = equals < 0 ? end : start + equals + 1;
    const place = (from: number, to: number) =>
      direct && plain ? instruction.line.spanOf(flag.joinedAt + from, flag.joinedAt + to) : flag.valueAt;
    return {
      key: equals < 0 ? text : text.slice(0, equals),
      keyAt: place(start, equals < 0 ? end : start + equals),
      value: equals < 0 ? undefined : text.slice(equals + 1),
      valueAt: place(valueStart, end),
      joinedAt: direct && plain ? flag.joinedAt + valueStart : -1,
    };
  });
  return { flag, fields, get: (key) => fields.findLast((field) => field.key.toLowerCase() === key) };
}

const none: readonly Mount[] = [];

/** The mounts of a RUN instruction; none for any other. */
export const mountsOf = fact((instruction: Instruction): readonly Mount[] => {
  if (instruction.keyword !== 'RUN' || instruction.flags.length === 0) return none;
  return instruction.flags.filter(({ name }) => name === 'mount').map((flag) => mountOf(instruction, flag));
});
