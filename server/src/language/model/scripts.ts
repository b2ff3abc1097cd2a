import { type Interpreter, interpreterOf, interpreterOfShebang, isPosix } from '../shell/dialect';
import { parseShell } from '../shell/parse';
import type { ShellTree } from '../shell/tree';
import { nextLine, trimNewline } from '../syntax/characters';
import { type Heredoc, heredocOfWord } from '../syntax/heredoc';
import type { Instruction, Word } from '../syntax/instruction';
import { Joined } from '../syntax/join';
import { type Span, shift } from '../text/span';
import { fact } from './fact';

/** Where the parts of a script stand in its instruction. */
interface Places {
  spanOf(start: number, end: number): Span;
}

/**
 * `line`: what stands behind the keyword, continued lines joined. `heredoc`: the body of the one heredoc that is a RUN's
 * whole argument. `line-with-heredocs`: a line and its heredocs, which the shell reads itself. `argument`: what an exec form
 * hands to `sh -c`.
 */
export type ScriptKind = 'line' | 'heredoc' | 'line-with-heredocs' | 'argument';

/** A script as the builder or the container runtime hands it to its interpreter. */
export class ScriptText {
  /**
   * @param text the script; line breaks are LF
   * @param interpreter what runs it whatever SHELL says: of a `#!` line or of an exec form
   * @param heredoc the heredoc that it is the body of
   */
  constructor(
    readonly kind: ScriptKind,
    readonly text: string,
    private readonly places: Places,
    readonly interpreter: Interpreter | undefined,
    readonly heredoc: Heredoc | undefined,
  ) {}

  /** Where a part of the text stands in the instruction's text. */
  spanAt(start: number, end: number): Span {
    return this.places.spanOf(start, end);
  }

  /** Where a node of the script's tree stands in the instruction's text. */
  spanOf(node: { readonly at: Span }): Span {
    return this.places.spanOf(node.at.start, node.at.end);
  }

  /** How shell text must be written at the script's place: with JSON's escapes in an exec form. */
  written(text: string): string {
    return this.kind === 'argument' ? JSON.stringify(text).slice(1, -1) : text;
  }

  /** The same script in an instruction that holds this one's from `by` on. */
  within(by: number): ScriptText {
    const places: Places = { spanOf: (start, end) => shift(this.places.spanOf(start, end), by) };
    return new ScriptText(this.kind, this.text, places, this.interpreter, this.heredoc);
  }
}

/** The scripts of RUN, CMD, ENTRYPOINT, HEALTHCHECK and of what ONBUILD holds; spans count in the given instruction. */
export const scriptsOf: (instruction: Instruction) => readonly ScriptText[] = fact((instruction) => {
  switch (instruction.keyword) {
    case 'RUN':
      if (instruction.heredocs.length > 0) return [ofHeredocs(instruction)];
      return ofForms(instruction, instruction.words[0]);
    case 'CMD':
    case 'ENTRYPOINT':
      return ofForms(instruction, instruction.words[0]);
    case 'HEALTHCHECK':
      return instruction.words[0]?.text.toUpperCase() === 'CMD' ? ofForms(instruction, instruction.words[1]) : [];
    case 'ONBUILD': {
      const { trigger } = instruction;
      return trigger ? scriptsOf(trigger.instruction).map((script) => script.within(trigger.start)) : [];
    }
    default:
      return [];
  }
});

/** A script's tree. Only for scripts in a dialect that `isPosix`: `commandsOf` looks. */
export const treeOf: (script: ScriptText) => ShellTree = fact((script) => parseShell(script.text));

/** @param whole the word that is the shell form's text */
function ofForms(instruction: Instruction, whole: Word | undefined): readonly ScriptText[] {
  if (instruction.json) return ofArgv(instruction, instruction.json);
  if (!whole) return [];
  const { joinedAt, text } = whole;
  return [new ScriptText('line', text, instruction.line.part(joinedAt, joinedAt + text.length), undefined, undefined)];
}

/** What is handed to a shell's `-c` in an exec form. */
function ofArgv(instruction: Instruction, argv: readonly Word[]): readonly ScriptText[] {
  for (let i = 0; i < argv.length; i++) {
    const { dialect } = interpreterOf([argv[i]!.text]);
    if (!isPosix(dialect)) continue;
    for (let j = i + 1; j < argv.length; j++) {
      const { text } = argv[j]!;
      if (!/^[-+]/.test(text)) break;
      const takesValue = /^[-+][A-Za-z]*o/.test(text);
      if (/^-[A-Za-z]*c/.test(text)) {
        const script = argv[j + (takesValue ? 2 : 1)];
        if (!script) break;
        const own = interpreterOf(argv.slice(i, j + (takesValue ? 2 : 1)).map((word) => word.text));
        return [new ScriptText('argument', script.text, throughJson(instruction, script), own, undefined)];
      }
      if (takesValue) j++;
    }
  }
  return [];
}

/** The places of a JSON string's units: an escape counts as a whole. */
function throughJson(instruction: Instruction, word: Word): Places {
  const line = instruction.line.text;
  const pieces = [0, word.joinedAt];
  let at = word.joinedAt;
  for (let length = 0; length < word.text.length; length++) {
    if (line[at] === '\\') {
      at += line[at + 1] === 'u' ? 6 : 2;
      pieces.push(length + 1, at);
    } else at++;
  }
  const raw = new Joined(word.text, pieces);
  return { spanOf: (start, end) => instruction.line.spanOf(raw.toOriginal(start), raw.toOriginal(end)) };
}

/** What BuildKit's dispatchRun makes of a RUN with heredocs. */
function ofHeredocs(instruction: Instruction): ScriptText {
  const { heredocs, line, rest, text, argument } = instruction;
  const first = heredocs[0]!;
  if (heredocOfWord(argument)) {
    const body = linesOf(text, [{ span: first.body, chomp: first.chomp }]);
    // it looks for the `#!` before it takes tabs away
    const shebang = text.startsWith('#!', first.body.start) ? interpreterOfShebang(body.text) : undefined;
    return new ScriptText('heredoc', body.text, body, shebang, first);
  }
  const head = line.part(rest.start, rest.end);
  const tail = linesOf(
    text,
    heredocs.flatMap(({ body, terminator }, i) => {
      const end = i + 1 < heredocs.length ? nextLine(text, terminator.end) : terminator.end;
      return [body, { start: terminator.start, end }].map((span) => ({ span, chomp: false }));
    }),
  );
  return new ScriptText('line-with-heredocs', `${head.text}\n${tail.text}`, chained(head, tail), undefined, undefined);
}

/** Two texts with a line break between them, which has no place of its own. */
function chained(head: Joined, tail: Joined): Places {
  const tailAt = head.text.length + 1;
  const startOf = (offset: number): number =>
    offset < tailAt ? head.spanOf(offset, offset).start : tail.toOriginal(offset - tailAt);
  return {
    spanOf(start, end) {
      const from = startOf(start);
      if (end <= start) return { start: from, end: from };
      return {
        start: from,
        end: Math.max(from, end <= tailAt ? head.spanOf(0, Math.min(end, tailAt - 1)).end : startOf(end - 1) + 1),
      };
    },
  };
}

/**
 * Parts of `text`, joined, with LF as line breaks. A file with CR LF gives its scripts CRs that no shell likes; that is one
 * fault of the file and not one of each command in it.
 * @param parts what to take; `chomp`: leading tabs of the lines are left out
 */
function linesOf(text: string, parts: readonly { readonly span: Span; readonly chomp: boolean }[]): Joined {
  const pieces: number[] = [];
  let result = '';
  const take = (start: number, end: number): void => {
    if (end <= start) return;
    pieces.push(result.length, start);
    result += text.slice(start, end);
  };
  for (const { span, chomp } of parts) {
    for (let at = span.start; at < span.end; ) {
      const next = Math.min(nextLine(text, at), span.end);
      const end = trimNewline(text, at, next);
      let start = at;
      while (chomp && start < end && text[start] === '\t') start++;
      take(start, end);
      if (text[next - 1] === '\n') take(next - 1, next);
      at = next;
    }
  }
  return new Joined(result, pieces.length === 0 ? [0, parts[0]?.span.start ?? 0] : pieces);
}
