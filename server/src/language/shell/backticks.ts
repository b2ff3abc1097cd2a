import { Joined } from '../syntax/join';

/**
 * `text[start, end)`, which stands between backticks, as the shell hands it to the inner script: a backslash before `` ` ``, `$`
 * or a backslash is taken away, inside of double quotes one before `"` too. An offset leads to the escape's beginning.
 */
export function unescape(text: string, start: number, end: number, quoted: boolean): Joined {
  const pieces = [0, start];
  let result = '';
  let from = start;
  for (let at = text.indexOf('\\', from); at >= 0 && at + 1 < end; at = text.indexOf('\\', at + 2)) {
    const next = text[at + 1]!;
    if (next !== '`' && next !== '$' && next !== '\\' && !(quoted && next === '"')) continue;
    result += text.slice(from, at);
    pieces.push(result.length, at, result.length + 1, at + 2);
    result += next;
    from = at + 2;
  }
  return new Joined(result + text.slice(from, end), pieces);
}
