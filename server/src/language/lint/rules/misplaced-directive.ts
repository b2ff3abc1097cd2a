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
  // comments between instructions alone
  reads: [],
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
    const typo = typoAtTop(file);
    if (typo) {
      const { at, written, meant } = typo;
      yield {
        at,
        say: (text) => text.typo(written, meant),
        fix: { title: (text) => text.fix(meant), safety: 'unsafe', edits: [{ at, text: meant }] },
      };
    }
    for (const { at, name } of lateOnes(file)) yield { at, say: (text) => text.late(name) };
  },
});

/** `# check=` holds for one instruction, too. */
const names = ['syntax', 'escape'];

/** A comment in the place of a directive that is nearly one, with the value of one. */
function typoAtTop({ text, directives, instructions }: Dockerfile) {
  const end = Math.min(instructions[0]?.start ?? text.length, directives.end + longest);
  const found = /^([ \t]*#[ \t]*)([a-zA-Z]{4,10})[ \t]*=[ \t]*(\S+)[ \t]*\r?(?:\n|$)/.exec(
    text.slice(directives.end, end),
  );
  const meant = found && isValue.test(found[3]!) ? nearest(found[2]!, names) : undefined;
  // a name in other case is one
  if (!found || meant === undefined || meant === found[2]!.toLowerCase()) return undefined;
  const start = directives.end + found[1]!.length;
  return { at: { start, end: start + found[2]!.length }, written: found[2]!, meant };
}

const longest = 200;
/** What `syntax` or `escape` may be given. */
const isValue = /^[\\`]$|^[\w.-]+(?::\d+)?\/[\w./:@-]+$/;

/** Comments of the form of a directive between the instructions; those inside of them are none of ours. */
function* lateOnes({ text, directives, instructions }: Dockerfile): Iterable<{ at: Span; name: string }> {
  const form = /#[ \t]*(syntax|escape)[ \t]*=[ \t]*\S{1,200}(?=[ \t]*\r?$)/imy;
  let from = directives.end;
  // looked for once, however many gaps there are
  let mark = text.indexOf('#', from);
  for (let i = 0; i <= instructions.length && mark >= 0; i++) {
    const placed = instructions[i];
    const start = placed?.start ?? text.length;
    if (mark < from) mark = text.indexOf('#', from);
    while (mark >= 0 && mark < start) {
      form.lastIndex = mark;
      const found = form.exec(text);
      if (found && text.slice(text.lastIndexOf('\n', mark) + 1, mark).trim() === '')
        yield { at: { start: mark, end: form.lastIndex }, name: found[1]!.toLowerCase() };
      mark = text.indexOf('#', mark + 1);
    }
    from = placed?.next ?? start;
  }
}
