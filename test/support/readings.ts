import { shellForms, withoutFreeBlanks } from '../../scripts/bench/readings';
import type { FormatOptions } from '../../server/src/language/features/formatting/options';
import type { Dockerfile } from '../../server/src/language/model/dockerfile';
import { type ScriptText, scriptsOf } from '../../server/src/language/model/scripts';
import { parseShell } from '../../server/src/language/shell/parse';
import type { Instruction } from '../../server/src/language/syntax/instruction';
import { slice } from '../../server/src/language/text/span';

/**
 * What BuildKit's parser makes of a file, words with quotes and escapes as they are written, and all comments, in order.
 * @param heredocs what the formatter was asked to do with scripts in heredocs: where it lays them out, they count without blanks
 */
export function exactReading(file: Dockerfile, heredocs: FormatOptions['heredocs'] = 'preserve'): unknown {
  const comments = (spans: readonly { start: number; end: number }[], text: string) =>
    spans.map((span) => slice(text, span).trimEnd());
  const bodyOf = (body: string, keyword: string) =>
    heredocs === 'shell' && keyword === 'RUN' ? [body.startsWith('#!'), body.replace(/[ \t\n]+/g, '')] : body;
  const of = (instruction: Instruction): object => {
    const { keyword, words, flags, json, pairs, heredocs, text, trigger } = instruction;
    const own = words.map((word) => word.text);
    if (keyword === 'FROM' && own[1]) own[1] = own[1].toUpperCase();
    if (keyword === 'HEALTHCHECK' && own[0]) own[0] = own[0].toUpperCase();
    return {
      keyword,
      flags: flags.map(({ name, value }) => [name, value]),
      words: shellForms.has(keyword) && !json ? own.map(withoutFreeBlanks) : own,
      json: json?.map((word) => word.text),
      legacy: pairs.map((pair) => pair.legacy && pair.value?.text),
      comments: comments(instruction.comments, text),
      heredocs: heredocs.map(({ name, chomp, expand, body }) => [
        name,
        chomp,
        expand,
        bodyOf(slice(text, body), keyword),
      ]),
      nested: heredocs.length > 0 && scriptsOf(instruction).map(nestedHeredocs),
      trigger: trigger && of(trigger.instruction),
    };
  };
  return {
    directives: file.directives.list.map(({ name, value }) => [name, value]),
    instructions: file.instructions.map((placed) => ({
      ...of(placed.instruction),
      before: comments(file.commentsBefore(placed), file.text),
    })),
    trailing: comments(file.trailingComments, file.text),
  };
}

/** The heredocs that the shell reads in a script, with the lines that end them. */
function nestedHeredocs({ text }: ScriptText): readonly string[] {
  const found: string[] = [];
  const { errors, body } = parseShell(text);
  JSON.stringify(body, (_, value) => {
    if (!value || typeof value !== 'object' || 'raw' in value) return undefined;
    if ('closing' in value) found.push(text.slice(value.at.start, value.closing?.end));
    return value;
  });
  return errors.length === 0 ? found : [];
}
