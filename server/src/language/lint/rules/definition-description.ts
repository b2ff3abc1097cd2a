import type { Dockerfile, Placed } from '../../model/dockerfile';
import { stagesOf } from '../../model/stages';
import { type Span, shift, slice } from '../../text/span';
import { defineRule } from '../rule';

export const definitionDescription = defineRule({
  id: 'definition-description',
  category: 'style',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  reads: ['ARG'],
  aliases: ['InvalidDefinitionDescription'],
  experimental: true,
  text: {
    en: {
      summary: 'Comment above ARG or FROM that does not begin with the name',
      found: (name: string) =>
        `\`docker build --call=outline\` shows this comment as the description only if it begins with \`${name}\`. Begin with the name, or put a blank line between.`,
      name: (name: string) => `Begin the comment with ${name}`,
      part: 'Put a blank line between',
    },
    ko: {
      summary: '이름으로 시작하지 않는 ARG·FROM 위의 주석',
      found: (name: string) =>
        `\`docker build --call=outline\`은 주석이 \`${name}\`(으)로 시작할 때만 설명으로 보여 줘요. 이름으로 시작하거나 사이에 빈 줄을 넣어 주세요.`,
      name: (name: string) => `주석을 ${name}(으)로 시작하기`,
      part: '사이에 빈 줄 넣기',
    },
  },
  *checkFile(file) {
    for (const { placed, names, at } of definitions(file)) {
      const comment = commentAbove(file, placed);
      if (!comment || names.includes(comment.words.split(' ')[0]!)) continue;
      const name = names.length > 1 ? '<arg_key>' : names[0]!;
      const { start, end } = comment.at;
      const line = file.text.lastIndexOf('\n', placed.start - 1) + 1;
      yield {
        at,
        say: (text) => text.found(name),
        as: ['InvalidDefinitionDescription'],
        fix: [
          { title: (text) => text.part, safety: 'safe', edits: [{ at: { start: line, end: line }, text: '\n' }] },
          {
            title: (text) => text.name(names[0]!),
            safety: 'safe',
            edits: [{ at: { start, end }, text: `# ${names[0]} ${comment.words}` }],
          },
        ],
      };
    }
  },
});

/** ARGs, and FROMs that name a stage. */
function* definitions(file: Dockerfile): Iterable<{ placed: Placed; names: readonly string[]; at: Span }> {
  for (const placed of file.instructions) {
    const { instruction, start } = placed;
    if (instruction.keyword !== 'ARG' || instruction.pairs.length === 0) continue;
    const names = instruction.pairs.map(({ key }) => key.text);
    yield { placed, names, at: shift(instruction.pairs[0]!.key.at, start) };
  }
  for (const { from, name } of stagesOf(file)) if (name) yield { placed: from, names: [name.key], at: name.at };
}

const pragma = /^(?:hadolint|slipway|check)\b/i;

/** The comment on the line above, without its `#`; undefined where there is none, and for one that speaks to a linter. */
function commentAbove(file: Dockerfile, placed: Placed): { words: string; at: Span } | undefined {
  const at = file.commentsBefore(placed).at(-1);
  if (!at) return undefined;
  const between = file.text.slice(at.end, placed.start);
  const words = slice(file.text, at).slice(1).trim();
  return between.indexOf('\n') === between.lastIndexOf('\n') && !pragma.test(words) ? { words, at } : undefined;
}
