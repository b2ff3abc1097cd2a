import { scriptsOf, treeOf } from '../../model/scripts';
import { shellTokens } from '../../shell/blanks';
import { shellForm } from '../../shell/form';
import { type Directives, detectSyntax } from '../../syntax/directives';
import type { Instruction } from '../../syntax/instruction';
import { slice } from '../../text/span';
import { bodyScript } from './body';

/**
 * All that the builder and the shell make of an instruction, and its comments: two instructions that give the same build the
 * same. Blanks that nobody reads are not in it.
 * @param posix whether its shell forms are in a shell of Bourne's family
 * @param bodies whether blanks in heredocs that are shell scripts count as little as those in shell forms
 */
export function readingOf(instruction: Instruction, posix: boolean, bodies: boolean): readonly string[] {
  const { keyword, flags, json, pairs, text, trigger, comments, heredocs } = instruction;
  const read = [keyword, ...flags.map(({ name, value }) => `flag ${name}=${value}`)];
  if (json) read.push(typeOf(instruction), ...json.map((word) => `json ${word.text}`));
  else if (trigger && trigger.instruction.keyword !== 'ONBUILD')
    read.push(...readingOf(trigger.instruction, posix, bodies));
  else if (pairs.some(({ legacy }) => legacy)) {
    for (const { key, value } of pairs) read.push(`legacy ${key.text}`, value?.text ?? '');
  } else read.push(...wordsOf(instruction, posix));
  for (const comment of comments) read.push(slice(text, comment).trimEnd());
  const form = bodies ? formOfBody(instruction, posix) : undefined;
  for (const { name, expand, chomp, body, terminated } of heredocs) {
    read.push(`heredoc ${name} ${expand} ${chomp} ${terminated}`, form ?? slice(text, body));
  }
  return read;
}

/** What the shell script says that is a RUN's heredoc; undefined for any other instruction. */
function formOfBody(instruction: Instruction, posix: boolean): string | undefined {
  const script = bodyScript(instruction, posix);
  const form = script && shellForm(treeOf(script));
  return form && `${script.interpreter?.program ?? ''} ${form}`;
}

/** `CMD` or `NONE` of HEALTHCHECK. */
const typeOf = ({ keyword, line, rest }: Instruction): string =>
  keyword === 'HEALTHCHECK' ? line.text.slice(rest.start, rest.start + 4).toUpperCase() : '';

function wordsOf(instruction: Instruction, posix: boolean): readonly string[] {
  const { keyword, words, argument } = instruction;
  const texts = words.map((word) => word.text);
  if (keyword === 'FROM' && texts.length === 3) return [texts[0]!, texts[1]!.toUpperCase(), texts[2]!];
  const [script] = posix ? scriptsOf(instruction) : [];
  const tokens =
    script?.kind === 'line' || script?.kind === 'line-with-heredocs' ? shellTokens(treeOf(script)) : undefined;
  if (keyword === 'HEALTHCHECK') return [typeOf(instruction), ...(tokens ?? texts.slice(1))];
  if (keyword === 'ONBUILD') return [argument];
  return tokens ?? texts;
}

/** True where both readings are the same, but for the order of their parts where that may differ. */
export function sameReading(a: readonly string[], b: readonly string[], sorted: boolean): boolean {
  if (a.length !== b.length) return false;
  const [one, other] = sorted ? [[...a].sort(), [...b].sort()] : [a, b];
  return one.every((each, i) => each === other[i]);
}

/** True where both texts have the same parser directives and ask for the same front end. */
export function sameDirectives(before: string, after: string, a: Directives, b: Directives): boolean {
  const read = ({ list }: Directives) => list.map(({ name, value }) => `${name}=${value}`).join('\n');
  return read(a) === read(b) && detectSyntax(before)?.value === detectSyntax(after)?.value;
}
