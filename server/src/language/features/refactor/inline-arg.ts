import { predefinedArg } from '../../knowledge/predefinedArgs';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { withoutInstruction } from '../../model/removal';
import { type Mention, referencesOf, symbolAt } from '../../model/symbols';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { hiddenUse } from '../rename/hiddenUses';
import { defineRefactoring } from './refactoring';

/** An ARG with a plain default goes, and its value stands wherever it was used. */
export const inlineArg = defineRefactoring({
  id: 'inline-arg',
  kind: 'refactor.inline',
  text: {
    en: { title: (name: string) => `Inline ARG ${name} (builds can no longer set it)` },
    ko: { title: (name: string) => `ARG ${name}의 값을 그대로 써 넣기(빌드 인자로는 더 못 바꿔요)` },
  },
  propose({ file, range, placed }) {
    if (!mayBeVariable(file, placed, range.start)) return undefined;
    const mention = symbolAt(file, range.start);
    const definition = mention?.kind === 'variable' ? mention.definition : undefined;
    if (!mention || !definition || predefinedArg(mention.name)) return undefined;
    if (definition.kind !== 'arg' && definition.kind !== 'global-arg') return undefined;
    const mentions = referencesOf(file, mention);
    const definitions = mentions.filter(({ role }) => role === 'definition');
    const uses = mentions.filter(({ role }) => role === 'reference');
    if (definitions.length !== 1 || uses.length === 0 || hiddenUse(file, mentions) !== undefined) return undefined;
    const owner = file.instructions[definitions[0]!.index]!;
    const { instruction } = owner;
    const [pair, more] = instruction.pairs;
    if (instruction.keyword !== 'ARG' || more || instruction.comments.length > 0) return undefined;
    const value = plainValue(pair?.value?.text ?? '');
    if (value === undefined || mentions.some(({ definition: meant }) => meant !== definition)) return undefined;
    const edits: Edit[] = [];
    for (const use of uses) {
      const at = wholeUse(file, use);
      if (!at) return undefined;
      edits.push({ at, text: value });
    }
    return { title: (text) => text.title(mention.name), edits: [withoutInstruction(file, owner), ...edits] };
  },
});

/** Spares the look at all names of the file where there is none: but in ARG and ENV a variable's name stands behind one of these. */
function mayBeVariable({ text }: Dockerfile, { instruction: { keyword } }: Placed, offset: number): boolean {
  if (keyword === 'ARG' || keyword === 'ENV' || keyword === 'ONBUILD') return true;
  let start = offset;
  while (start > 0 && /\w/.test(text[start - 1]!)) start--;
  return start > 0 && '${!#:'.includes(text[start - 1]!);
}

/** A value that means itself wherever a variable may stand, quotes around it taken off. */
function plainValue(text: string): string | undefined {
  const value = /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
  return /^[\w.+~:/@-]+$/.test(value) ? value : undefined;
}

/** `$NAME` or `${NAME}`; undefined for a use that does more than that, or that only a running shell replaces. */
function wholeUse({ text, instructions }: Dockerfile, { at, index, shell }: Mention): Span | undefined {
  const { keyword, json } = instructions[index]!.instruction;
  // when the container runs, ARG is gone
  if (shell && (keyword !== 'RUN' || json)) return undefined;
  const braced = text[at.start - 1] === '{';
  const start = at.start - (braced ? 2 : 1);
  if (text[start] !== '$' || text[start - 1] === '\\' || text[start - 1] === '`') return undefined;
  if (braced && text[at.end] !== '}') return undefined;
  return { start, end: at.end + (braced ? 1 : 0) };
}
