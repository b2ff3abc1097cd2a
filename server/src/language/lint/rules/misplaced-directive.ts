import type { Dockerfile } from '../../model/dockerfile';
import type { Span } from '../../text/span';
import { nearest } from '../../text/suggest';
import { defineRule } from '../rule';

export const misplacedDirective = defineRule({
  id: 'misplaced-directive',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  text: {
    en: {
      summary: 'Parser directive that the builder takes for a comment',
      late: (name: string) =>
        `The builder reads \`# ${name}=\` only at the very top, before any comment, blank line or instruction: here it is a comment.`,
      typo: (written: string, name: string) =>
        `There is no directive \`${written}\`, so this is a comment. \`${name}\` is meant?`,
      fix: (name: string) => `Change to ${name}`,
    },
    ko: {
      summary: '빌더가 주석으로 읽는 파서 지시자',
      late: (name: string) =>
        `빌더는 \`# ${name}=\`을 주석, 빈 줄, 명령보다 앞선 맨 위에서만 읽어요. 여기서는 그냥 주석이에요.`,
      typo: (written: string, name: string) =>
        `\`${written}\`(이)라는 지시자는 없어서 그냥 주석이에요. \`${name}\`을(를) 적으려던 건가요?`,
      fix: (name: string) => `${name}(으)로 바꾸기`,
    },
  },
  *checkFile(file) {
    for (const { written, nameAt, at, top } of candidates(file)) {
      const known = directives.find((name) => name === written.toLowerCase());
      if (known && !top) yield { at, say: (text) => text.late(known) };
      // a comment that sets something may be for another tool
      const meant = known || !top ? undefined : nearest(written, directives);
      if (meant === undefined) continue;
      yield {
        at: nameAt,
        say: (text) => text.typo(written, meant),
        fix: { title: (text) => text.fix(meant), safety: 'unsafe', edits: [{ at: nameAt, text: meant }] },
      };
    }
  },
});

/** `# check=` holds for one instruction, too. */
const directives = ['syntax', 'escape'];

interface Candidate {
  readonly written: string;
  readonly nameAt: Span;
  readonly at: Span;
  /** It stands where a directive could. */
  readonly top: boolean;
}

const line = /^[ \t]*#[ \t]*([a-zA-Z]{4,10})[ \t]*=[ \t]*(\S+)[ \t]*\r?$/;

/** Comments of the form of a directive between the instructions; those inside of them are none of ours. */
function* candidates(file: Dockerfile): Iterable<Candidate> {
  const { text, instructions, directives } = file;
  let from = directives.end;
  let top = true;
  for (let i = 0; i <= instructions.length; i++) {
    const placed = instructions[i];
    const start = placed?.start ?? text.length;
    // most instructions follow each other
    if (start - from > 8 && text.slice(from, start).includes('#')) {
      for (let at = from; at < start; ) {
        const newline = text.indexOf('\n', at);
        const end = newline < 0 || newline > start ? start : newline;
        const found = end - at < 200 ? line.exec(text.slice(at, end)) : null;
        if (found) {
          const nameStart = at + found[0].indexOf(found[1]!);
          const sign = at + found[0].indexOf('#');
          const whole = at + found[0].trimEnd().length;
          yield {
            written: found[1]!,
            nameAt: { start: nameStart, end: nameStart + found[1]!.length },
            at: { start: sign, end: whole },
            top: top && isValue(found[2]!),
          };
        }
        // whatever is no directive ends them
        top = false;
        at = end + 1;
      }
    }
    top = false;
    from = placed?.next ?? start;
  }
}

/** What `syntax` or `escape` may be given. */
const isValue = (value: string): boolean => /^[\\`]$|^[\w.-]+(?::\d+)?\/[\w./:@-]+$/.test(value);
