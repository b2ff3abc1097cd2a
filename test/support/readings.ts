import { shellForms, withoutFreeBlanks } from '../../scripts/bench/readings';
import type { Dockerfile } from '../../server/src/language/model/dockerfile';
import type { Instruction } from '../../server/src/language/syntax/instruction';
import { slice } from '../../server/src/language/text/span';

/** What BuildKit's parser makes of a file, words with quotes and escapes as they are written, and all comments, in order. */
export function exactReading(file: Dockerfile): unknown {
  const comments = (spans: readonly { start: number; end: number }[], text: string) =>
    spans.map((span) => slice(text, span).trimEnd());
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
      heredocs: heredocs.map(({ name, chomp, expand, body }) => [name, chomp, expand, slice(text, body)]),
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
