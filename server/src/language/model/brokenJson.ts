import type { Instruction } from '../syntax/instruction';
import { parseJsonStrings } from '../syntax/json';
import type { Span } from '../text/span';
import { fact } from './fact';

/** Arguments that are meant for a JSON array and are none, so that the builder takes them for plain text. */
export interface BrokenJson {
  readonly at: Span;
  /** The array that was meant; undefined where that is not plain. */
  readonly meant: string | undefined;
}

const keywords: ReadonlySet<string> = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'VOLUME']);
/** One string, or several with commas between: `[ "$a" = "b" ]` is a test. */
const strings = /^\[\s*(['"\u201c\u2018]).*['"\u201d\u2019]\s*,?\s*\]$/s;
const several = /['"\u201d\u2019]\s*,/;
const single = /^\[\s*(?:'[^']*'|"[^"]*"|\u201c[^\u201d]*\u201d)\s*,?\s*\]$/;
const paths = /^\[[^\s,\]]+(?:\s*,\s*[^\s,\]]+)*\]$/;

/** The array that an instruction's arguments look like; undefined where they are JSON, and where they look like none. */
export const brokenJsonOf: (instruction: Instruction) => BrokenJson | undefined = fact((instruction) => {
  const { keyword, text: whole } = instruction;
  if (!keywords.has(keyword) || !whole.includes('[')) return undefined;
  const { json, rest, line, argument } = instruction;
  if (json || !argument.includes('[') || instruction.jsonOfOthers) return undefined;
  const skipped = keyword === 'HEALTHCHECK' ? (/^CMD\s+/i.exec(argument)?.[0].length ?? -1) : 0;
  const text = argument.slice(skipped);
  if (skipped < 0 || text.length > longest || text[0] !== '[' || !text.endsWith(']')) return undefined;
  const looks =
    (strings.test(text) && (several.test(text) || single.test(text))) || (keyword === 'VOLUME' && paths.test(text));
  if (!looks) return undefined;
  return { at: line.spanOf(rest.start + skipped, rest.end), meant: meantBy(text) };
});

/** Longer ones are a script's. */
const longest = 4096;

function meantBy(text: string): string | undefined {
  const plain = text
    .replace(/,\s*\]$/, ']')
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'");
  const doubled = plain.includes('"') ? plain : plain.replaceAll("'", '"');
  const quoted = /["']/.test(plain) ? doubled : plain.replace(/[^\s,[\]]+/g, '"$&"');
  // of paths on Windows
  const escaped = quoted.replace(/\\+/g, (slashes) => (slashes.length % 2 === 1 ? `${slashes}\\` : slashes));
  return [quoted, escaped].find((each) => parseJsonStrings(each, 0, each.length).kind === 'strings');
}
