import type { Edit } from '../text/edit';
import type { Command, CommandWord } from './command';
import { type ScriptText, treeOf } from './scripts';

/**
 * A word put behind another one of a command.
 * @param words with blanks between them, none needing quotes
 */
export function insertBehind(command: Command, word: CommandWord, words: string): Edit {
  const { end } = word.at;
  const at = { start: end, end };
  if (command.script) return { at, text: command.script.written(` ${words}`) };
  // in an exec form the span ends inside the quotes
  return {
    at,
    text: words
      .split(' ')
      .map((each) => `", "${each}`)
      .join(''),
  };
}

/**
 * Words taken out of a command, with the blanks in front of them.
 * @param text its instruction's text
 * @param to the last of the words; the first where it stands alone
 */
export function removeWords(command: Command, text: string, from: CommandWord, to: CommandWord = from): Edit {
  const before = command.words[command.words.indexOf(from) - 1];
  // in an exec form the spans are those inside the quotes
  const quote = command.script ? 0 : 1;
  const end = to.at.end + quote;
  if (before && (quote === 1 || /^[ \t]*$/.test(text.slice(before.at.end, from.at.start)))) {
    return { at: { start: before.at.end + quote, end }, text: '' };
  }
  // a line ends in front of it: the blank behind it goes
  const blank = /^[ \t]/.test(text.slice(end, end + 1)) ? 1 : 0;
  return { at: { start: from.at.start, end: end + blank }, text: '' };
}

/** Shell text whose last words are a comment or a heredoc: nothing can be put behind it on its line. */
const unclear = /#|<</;

/**
 * A command put behind all others of a script, joined as the script joins its own and over lines as it has them; undefined
 * where its end is not plain.
 * @param text its instruction's text
 */
export function appendCommand(script: ScriptText, text: string, command: string): Edit | undefined {
  const { body, errors, deferred } = treeOf(script);
  const last = body.entries.at(-1);
  if (!last || deferred || errors.length > 0 || script.kind === 'line-with-heredocs') return undefined;
  const { pipeline, operator } = last;
  const tail = script.text.slice(pipeline.at.end);
  if (last.background || pipeline.commands.some(({ redirects }) => redirects.some(({ body }) => body)))
    return undefined;
  const joint = jointOf(script, text);
  if (script.kind === 'heredoc') {
    const end = script.spanAt(pipeline.at.end, pipeline.at.end).start;
    const lineEnd = text.indexOf('\n', end);
    let at = lineEnd < 0 ? end : lineEnd;
    if (text[at - 1] === '\r') at--;
    if (unclear.test(text.slice(text.lastIndexOf('\n', end - 1) + 1, at))) return undefined;
    return { at: { start: at, end: at }, text: `\n${indentOf(text, end)}${command}` };
  }
  if (unclear.test(tail)) return undefined;
  if (operator && operator.text !== ';') return undefined;
  const end = script.spanAt(pipeline.at.start, operator?.at.end ?? pipeline.at.end).end;
  return {
    at: { start: end, end },
    text: operator ? ` ${script.written(command)}` : `${joint}${script.written(command)}`,
  };
}

/** What stands between the script's last two commands, where it is `&&` or `;` and white space; ` && ` otherwise. */
function jointOf(script: ScriptText, text: string): string {
  const { entries } = treeOf(script).body;
  for (let i = entries.length - 2; i >= 0; i--) {
    const { operator, pipeline } = entries[i]!;
    if (operator?.text !== '&&' && operator?.text !== ';') continue;
    const from = script.spanAt(pipeline.at.start, pipeline.at.end).end;
    const next = entries[i + 1]!.pipeline.at;
    const to = script.spanAt(next.start, next.end).start;
    const between = text.slice(from, to);
    if (plainJoint.test(between)) return between;
    // a comment or a blank line stands in it: only the layout is taken
    const indent = /\n([ \t]*)\S[^\n]*$/.exec(`${between}x`)?.[1];
    const escape = text[text.indexOf('\n', from) - 1] ?? '';
    if (indent !== undefined && /[\\`]/.test(escape)) {
      return operator.text === ';' ? `; ${escape}\n${indent}` : ` ${escape}\n${indent}&& `;
    }
  }
  return ' && ';
}

const plainJoint = /^[ \t]*(?:[\\`][ \t]*\r?\n[ \t]*)?(?:&&|;)[ \t]*(?:[\\`][ \t]*\r?\n[ \t]*)?$/;

/** The white space that the line of an offset begins with. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}
