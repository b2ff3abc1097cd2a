/** What is wrong with a duration as Go's time.ParseDuration reads it. */
export type DurationError =
  | { readonly error: 'duration-invalid' }
  | { readonly error: 'duration-no-unit' }
  | { readonly error: 'duration-unknown-unit'; readonly unit: string };

/** Nanoseconds of each unit. */
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Go counts nanoseconds in 64 bits with a sign. */
const longest = 2 ** 63;

const part = /(\d*)(\.\d*)?([^\d.]*)/y;

/** The nanoseconds that a duration such as `1m30s` comes to, or what is wrong with it. */
export function parseDuration(text: string): number | DurationError {
  const signed = text.startsWith('-') || text.startsWith('+');
  let at = signed ? 1 : 0;
  if (text.slice(at) === '0') return 0;
  if (at >= text.length) return { error: 'duration-invalid' };
  let total = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const match = part.exec(text);
    const digits = match?.[1] ?? '';
    const fraction = match?.[2] ?? '';
    if (digits === '' && fraction.length < 2) return { error: 'duration-invalid' };
    const unit = match![3]!;
    if (unit === '') return { error: 'duration-no-unit' };
    if (!Object.hasOwn(units, unit)) return { error: 'duration-unknown-unit', unit };
    total += Number(`${digits || '0'}${fraction.length > 1 ? fraction : ''}`) * units[unit]!;
    if (total >= longest) return { error: 'duration-invalid' };
    at += match![0].length;
  }
  return text.startsWith('-') ? -total : total;
}
