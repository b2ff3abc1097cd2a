import type { Instruction } from '../syntax/instruction';
import { type Span, shift, spanOf } from '../text/span';
import { fact } from './fact';

/** A variable in a text that a shell expands. Spans count in the instruction. */
export interface ShellUse {
  readonly name: string;
  /** The name alone. */
  readonly nameAt: Span;
}

const none: readonly ShellUse[] = [];
const backslash = 92;
const singleQuote = 39;
const doubleQuote = 34;
const dollar = 36;
const nameForm = /(?:\{env:|env:|\{[!#]?)?([A-Za-z_][A-Za-z0-9_]*)/iy;

/**
 * Variables in the shell text of RUN, CMD, ENTRYPOINT and HEALTHCHECK: `$NAME`, `${NAME…`, `${#NAME}`, PowerShell's
 * `$env:NAME`; also in heredoc bodies, and behind ONBUILD. A light reading for navigation: it knows quotes and escapes, no
 * grammar. Whether a name means a variable of the Dockerfile is for its scope to say.
 */
export const shellUses = fact((instruction: Instruction): readonly ShellUse[] => {
  if (!instruction.text.includes('$')) return none;
  const { trigger } = instruction;
  if (trigger) {
    return shellUses(trigger.instruction).map(({ name, nameAt }) => ({ name, nameAt: shift(nameAt, trigger.start) }));
  }
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      break;
    default:
      return none;
  }
  const uses: ShellUse[] = [];
  const { line, rest, text, heredocs } = instruction;
  // the exec form is no shell's, but `["sh", "-c", "…"]` is common and a name in scope tells enough
  scan(line.text, rest.start, rest.end, uses, (start, end) => line.spanOf(start, end));
  for (const { body } of heredocs) scan(text, body.start, body.end, uses, spanOf);
  return uses;
});

function scan(
  text: string,
  from: number,
  end: number,
  uses: ShellUse[],
  place: (start: number, end: number) => Span,
): void {
  let inDouble = false;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at++;
    else if (unit === doubleQuote) inDouble = !inDouble;
    else if (unit === singleQuote && !inDouble) {
      const close = text.indexOf("'", at + 1);
      // an apostrophe in a comment closes nowhere
      if (close > 0 && close < end) at = close;
    } else if (unit === dollar) {
      nameForm.lastIndex = at + 1;
      const match = nameForm.exec(text);
      if (!match || nameForm.lastIndex > end) continue;
      const nameEnd = nameForm.lastIndex;
      const name = match[1]!;
      uses.push({ name, nameAt: place(nameEnd - name.length, nameEnd) });
      at = nameEnd - 1;
    }
  }
}
