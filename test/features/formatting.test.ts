import { describe, expect, it } from 'vitest';
import { formatting } from '../../server/src/language/features/formatting';
import type { FormatOptions } from '../../server/src/language/features/formatting/options';
import { onTypeFormatting } from '../../server/src/language/features/onTypeFormatting';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { applyEdits } from '../../server/src/language/text/edit';
import { formatted, plainFormat } from '../support/formats';
import { testFeature } from '../support/testFeature';

/** The text comes out as `expected`, with either line break, and stays so. */
function formats(name: string, text: string, expected: string, options: Partial<FormatOptions> = {}): void {
  const all = { ...plainFormat, ...options };
  testFeature(
    name,
    (file) => applyEdits(file.text, formatting(file, all)),
    `‸${text}`,
    (result, file) => {
      const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
      expect(result).toBe(expected.replaceAll('\n', lineEnd));
      expect(formatting(Dockerfile.parse(result), all)).toEqual([]);
    },
  );
}
const keeps = (name: string, text: string, options?: Partial<FormatOptions>) => formats(name, text, text, options);

describe('keywords', () => {
  formats(
    'are in upper case, as are AS, CMD and NONE',
    'from a as b\nonbuild run x\nhealthcheck none\nhealthcheck --interval=1s cmd y\nexpoze z\n',
    'FROM a AS b\nONBUILD RUN x\nHEALTHCHECK NONE\nHEALTHCHECK --interval=1s CMD y\nexpoze z\n',
  );
  formats('in lower case if asked', 'FROM a AS B\nHealthCheck CMD Y\n', 'from a as B\nhealthcheck cmd Y\n', {
    keywordCase: 'lower',
  });
  keeps('or as they are', 'From a aS b\n', { keywordCase: 'preserve' });
});

describe('blanks', () => {
  formats(
    'between words are one',
    '  FROM   --platform=x   a \t AS  b  \nCOPY  --from=b\t--link   c   d \nARG  A   B=1\nEXPOSE  1   2\n',
    'FROM --platform=x a AS b\nCOPY --from=b --link c d\nARG A B=1\nEXPOSE 1 2\n',
  );
  formats(
    'in quotes, behind escapes and in old ENV values stay',
    'FROM a\nENV   A="x   y"   B=c\\ \\  d=1\nENV C   x   y\nLABEL  "a  b"=\'c   d\'\nUSER   a  b\nWORKDIR  /a  b\n',
    'FROM a\nENV A="x   y" B=c\\ \\  d=1\nENV C x   y\nLABEL "a  b"=\'c   d\'\nUSER a  b\nWORKDIR /a  b\n',
  );
  formats(
    'around strings of the JSON form follow its custom',
    'FROM a\nCMD  [ "a"  ,"b   c" ]\nCOPY ["a" , "b"  ]\nHEALTHCHECK  CMD [  ]\nSHELL ["x","-c"]\n',
    'FROM a\nCMD ["a", "b   c"]\nCOPY ["a", "b"]\nHEALTHCHECK CMD []\nSHELL ["x", "-c"]\n',
  );
  formats(
    'in shell text are one outside of quotes, and stand around operators',
    `FROM a\nRUN a   "b   c"   'd   e'  f\\  g&&h||i  |  j;k   $(l   m)  >  n   # o   p\n`,
    `FROM a\nRUN a "b   c" 'd   e' f\\  g && h || i | j; k $(l   m) >  n # o   p\n`,
  );
  keeps('in what no shell of ours runs stay', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN a   b;c\n');
  keeps('in a script that cannot be read stay', 'FROM a\nRUN a   "b\n');
  formats('at the ends of lines go', '# a \t\nFROM a  \nRUN b \\  \n    c\t\n', '# a\nFROM a\nRUN b \\\n    c\n');
  keeps('but not if they may stay', '# a \t\nFROM a  \nRUN b \\  \n    c\t\n', { trimTrailingWhitespace: false });
});

describe('continued lines', () => {
  formats(
    'begin a step in, deeper ones a step deeper',
    'FROM a\nRUN b \\\n && c \\\n      d \\\n      e \\\n && f\nENV A=1 \\\n      B=2\n',
    'FROM a\nRUN b \\\n    && c \\\n        d \\\n        e \\\n    && f\nENV A=1 \\\n    B=2\n',
  );
  formats('with tabs if asked', 'FROM a\nRUN b \\\n  c\n', 'FROM a\nRUN b \\\n\tc\n', { insertSpaces: false });
  formats(
    'have one blank before the escape, also where words would touch it',
    'FROM a\nRUN b&&\\\nc    \\\nd\\\ne\n',
    'FROM a\nRUN b && \\\n    c \\\n    d\\\ne\n',
  );
  formats(
    'keep comments between them, and no blank lines, of which the builder warns',
    'FROM a\nRUN b \\\n# c  \n\n   # d\n   \n  e\n',
    'FROM a\nRUN b \\\n    # c\n    # d\n    e\n',
  );
  formats('keep a lone escape as a gap', 'FROM a\nRUN b; \\\n\\\n  \\\n  c\n', 'FROM a\nRUN b; \\\n    \\\n    c\n');
  keeps('inside of strings stay', 'FROM a\nLABEL a="b \\\n  c   \\\n      d"\nRUN x "y \\\n z"\n');
  formats(
    'end with a backtick where that is the escape',
    '# escape=`\nFROM a\nENV b=1 ` \n  c=2\n',
    '# escape=`\nFROM a\nENV b=1 `\n    c=2\n',
  );
  formats(
    'in a file for Windows keep what cmd gets',
    '# escape=`\nFROM mcr.microsoft.com/windows/servercore\nrun   a   b && `\n  c   d\n',
    '# escape=`\nFROM mcr.microsoft.com/windows/servercore\nRUN a   b && `\n  c   d\n',
  );
});

describe('operators', () => {
  const text = 'FROM a\nRUN b && \\\n    c \\\n    || d | \\\n    # e\n    f && g\n';
  keeps('stay where they are', text);
  formats('lead', text, 'FROM a\nRUN b \\\n    && c \\\n    || d \\\n    # e\n    | f && g\n', {
    operators: 'leading',
  });
  formats('trail', text, 'FROM a\nRUN b && \\\n    c || \\\n    d | \\\n    # e\n    f && g\n', {
    operators: 'trailing',
  });
  keeps('stay where a line would become a comment', 'FROM a\nRUN b \\\n    && #c\n', { operators: 'trailing' });
});

describe('packages', () => {
  const text = 'FROM a\nRUN apt-get update && apt-get install -y zip curl=1 && rm x\n';
  keeps('stay where they are', text);
  formats(
    'one a line',
    text,
    'FROM a\nRUN apt-get update && apt-get install -y \\\n    zip \\\n    curl=1 \\\n    && rm x\n',
    { packages: 'one-per-line' },
  );
  formats(
    'with trailing operators',
    text,
    'FROM a\nRUN apt-get update && apt-get install -y \\\n    zip \\\n    curl=1 && \\\n    rm x\n',
    { packages: 'one-per-line', operators: 'trailing' },
  );
  formats(
    'in order, a step deeper than their command',
    'FROM a\nRUN b \\\n  && apk add --no-cache zip curl \\\n   bash \\\n  && c\n',
    'FROM a\nRUN b \\\n    && apk add --no-cache \\\n        bash \\\n        curl \\\n        zip \\\n    && c\n',
    { packages: 'sorted' },
  );
  formats(
    'not in order where comments or variables stand among them',
    'FROM a\nRUN apk add z \\\n  # y\n  x\nRUN apk add z $Y x\n',
    'FROM a\nRUN apk add \\\n    z \\\n    # y\n    x\nRUN apk add \\\n    z \\\n    $Y \\\n    x\n',
    { packages: 'sorted' },
  );
  keeps('a single one stays', 'FROM a\nRUN apk add x\n', { packages: 'sorted' });
});

describe('between instructions', () => {
  formats(
    'one blank line stays, none at the ends, comments begin the line',
    '\n \n# a\n\n\n\n  # b\nFROM a\n\n  \n\nRUN b\n\n \n',
    '# a\n\n# b\nFROM a\n\nRUN b\n',
  );
  formats(
    'directives are written as the documentation has them',
    '#  Syntax = docker/dockerfile:1 \n#escape=\\\n#check=skip=all\nFROM a\n',
    '# syntax=docker/dockerfile:1\n# escape=\\\n# check=skip=all\nFROM a\n',
  );
  formats('what is no directive does not become one', '\n\n# escape=`\nFROM a\n', '\n# escape=`\nFROM a\n');
  keeps('other comments are theirs who wrote them', '#a\n#=====\n# hadolint ignore=DL3006\nFROM a\n#b');
  formats('a final newline comes where it is wanted', 'FROM a', 'FROM a\n', { insertFinalNewline: true });
  keeps('but not into a heredoc', 'FROM a\nRUN <<E\nb', { insertFinalNewline: true });
  keeps('a file without instructions is left alone', ' # a\n\n\n');
});

describe('heredocs', () => {
  formats(
    'are not touched, their lines’ heads are',
    'FROM a\nrun   <<E   cat  &&  b\n  c   d  \nE\ncopy  <<"x  y"   <<-Z  /d\n  1  \nx  y\n\t2\n\tZ\n',
    'FROM a\nRUN <<E cat && b\n  c   d  \nE\nCOPY <<"x  y" <<-Z /d\n  1  \nx  y\n\t2\n\tZ\n',
  );
});

describe('shell scripts in heredocs', () => {
  const asked = { heredocs: 'shell' } as const;
  /** The script comes out as `expected`. A test of its own with CR LF: such files' heredocs stay. */
  const lays = (name: string, script: string, expected: string, more: Partial<FormatOptions> = {}, mark = '<<EOF') => {
    const file = (body: string) => `FROM a\nRUN ${mark}\n${body}EOF\n`;
    it(name, () => {
      const all = { ...plainFormat, ...asked, ...more };
      expect(formatted(file(script), all)).toBe(file(expected));
      expect(formatted(file(expected), all)).toBe(file(expected));
      const crlf = file(script).replaceAll('\n', '\r\n');
      expect(formatted(crlf, all)).toBe(crlf);
      expect(formatted(file(script), { ...all, heredocs: 'preserve' })).toBe(file(script));
    });
  };
  const leaves = (name: string, script: string, more?: Partial<FormatOptions>, mark?: string) =>
    lays(name, script, script, more, mark);

  lays(
    'have one blank between words, none at the ends of lines, one blank line of several',
    'a   b\t c  \n\n \n\t\nd&&e;f  # g   h  \n#i \n\n\n',
    'a b c\n\nd && e; f # g   h\n#i\n\n',
  );
  lays(
    'are indented as their commands are nested',
    'if a\nthen\nb\n  elif c; then\nd\n      else\n# e\nfor f in g; do\nh\n# i\ndone\nfi\nuntil j; do k; done\n',
    'if a\nthen\n    b\nelif c; then\n    d\nelse\n    # e\n    for f in g; do\n        h\n        # i\n    done\nfi\nuntil j; do k; done\n',
  );
  lays(
    'so are functions, groups, subshells, and case with its patterns',
    'a() {\nb\n}\nc ()\n{\n(\nd\n)\n}\ncase e in\nf | g) h\n;;\n# i\n(j)\nk ;;\n*) l\nesac\n',
    'a() {\n    b\n}\nc ()\n{\n    (\n        d\n    )\n}\ncase e in\n    f | g) h\n        ;;\n    # i\n    (j)\n        k ;;\n    *) l\nesac\n',
  );
  lays(
    'continued lines stand a step deeper than where their command began',
    'a \\\nb \\\n      c &&\nd |\n# e\n while f; do\ng\ndone > h \\\n2>&1\nif i &&\nj; then\nk && {\nl\n}\nfi && m \\\nn\no\n',
    'a \\\n    b \\\n    c &&\n    d |\n    # e\n    while f; do\n        g\n    done > h \\\n        2>&1\nif i &&\n    j; then\n    k && {\n        l\n    }\nfi && m \\\n    n\no\n',
  );
  lays(
    'lines move a step for all that opens on one of them',
    'if a; then (\nb\n) fi\nc() { {\nd\n}; }\n',
    'if a; then (\n    b\n) fi\nc() { {\n    d\n}; }\n',
  );
  lays(
    'strings, arrays, tests, substitutions and heredocs within stay',
    "if a; then\necho \"b   c\n  d\"  'e\n\n\n f' $(\n  g )\nh=(\n  i  j\n)\n[[ k  &&\n l ]]\ncat  <<M  <<-'N  O'\n  p  \n\n\nM\n\t\tq\n\tN  O\nfi\n",
    "if a; then\n    echo \"b   c\n  d\" 'e\n\n\n f' $(\n  g )\n    h=(\n  i  j\n)\n    [[ k  &&\n l ]]\n    cat <<M <<-'N  O'\n  p  \n\n\nM\n\t\tq\n\tN  O\nfi\n",
  );
  lays(
    'that are a step in as a whole stay there',
    '  a\n  if b; then\n    c\n  fi\n',
    '    a\n    if b; then\n        c\n    fi\n',
  );
  lays('have the indent of the file', 'if a; then\n b\nfi\n', 'if a; then\n\tb\nfi\n', { insertSpaces: false });
  lays('keep blanks at the ends of lines that may stay', 'a  b  \n  \n\n# c  \n', 'a b  \n  \n# c  \n', {
    trimTrailingWhitespace: false,
  });
  lays(
    'with <<- are indented by tabs, which the shell does not see',
    '\ta   b\n\tif c; then\n   d\n\tfi\n\tcat <<-X\n\t\te  f\n\tX\n',
    'a b\nif c; then\n\td\nfi\ncat <<-X\n\t\te  f\n\tX\n',
    {},
    '<<-EOF',
  );
  lays('with <<- a step in as a whole', '\t\ta\n\t if b; then c; fi\n', '\ta\n\tif b; then c; fi\n', {}, '<<-EOF');
  lays('quoted, too', ' a   b\nc\n', 'a b\nc\n', {}, '<<"EOF"');
  lays('with their #! line, by what it says', '#!/bin/bash  -e \n  a   b\n', '#!/bin/bash  -e \n    a b\n');
  leaves('not for Python', '#!/usr/bin/env python3\nif a:\n  b   = 1\n');
  leaves('not what is no #! line', ' #!/bin/sh\na\n');
  leaves('not with errors in them', 'if a   b\n  c\n');
  lays('a heredoc within that does not end stays to the end', 'cat   <<A\n b   c\n A\n', 'cat <<A\n b   c\n A\n');
  leaves('not where lines have numbers, or the script reads itself', 'a\n\n\necho   $LINENO\n');
  leaves('not where a script reads itself', '#!/bin/sh\nsed   1d "$0"\n');
  leaves('not where brackets could be arithmetic', '((a  )  \n b)\n');
  leaves('nor in front of arithmetic', '(((a ))  \n b)\n');
  leaves('not where a line would end the heredoc', 'a   b\n EOF\n');
  leaves('not where the shell would join two words', 'a   b\\\n \\\nc\n', {}, '<<-EOF');
  it('only those that a shell runs', () => {
    const all = { ...plainFormat, ...asked };
    for (const text of [
      'FROM a\nCOPY <<EOF /b\n  c   d\ne\nEOF\n',
      'FROM a\nRUN python3 <<EOF\n  c   d\ne\nEOF\n',
      'FROM a\nRUN cat <<EOF > b\n  c   d\ne\nEOF\n',
      'FROM a\nONBUILD RUN <<EOF\n  c   d\ne\nEOF\n',
      'FROM a\nSHELL ["pwsh", "-c"]\nRUN <<EOF\n  c   d\ne\nEOF\n',
      'FROM a\nRUN <<EOF\n  c   d\ne\n',
    ])
      expect(formatted(text, all)).toBe(text);
    const shebang = 'FROM a\nSHELL ["pwsh", "-c"]\nRUN <<EOF\n#!/bin/sh\nc   d\nEOF\n';
    expect(formatted(shebang, all)).toBe(shebang.replace('c   d', 'c d'));
    const head = 'FROM a\nrun   <<EOF\nif a   b\nEOF\n';
    expect(formatted(head, all)).toBe(head.replace('run   ', 'RUN '));
  });

  it('on Enter, the line that was left', () => {
    const all = { ...plainFormat, ...asked };
    const typed = (before: string, after: string) =>
      applyEdits(before + after, onTypeFormatting(Dockerfile.parse(before + after), before.length, all));
    expect(typed('FROM a\nRUN <<E\nif b; then\nc   d  \n', '\nfi\ne   f\nE\n')).toBe(
      'FROM a\nRUN <<E\nif b; then\n    c d\n\nfi\ne   f\nE\n',
    );
    expect(typed('FROM a\nRUN <<E\nb\n\n\n', 'c\nE\n')).toBe('FROM a\nRUN <<E\nb\n\n\nc\nE\n');
  });
});

describe('a part', () => {
  const text = 'from  a\n\n\n\nrun  b \\\n c\nrun  d\n';
  it('is the instructions and blank lines that a range touches', () => {
    const file = Dockerfile.parse(text);
    const at = (what: string) => ({ start: text.indexOf(what), end: text.indexOf(what) + 1 });
    const part = (what: string) => applyEdits(text, formatting(file, plainFormat, at(what)));
    expect(part('a')).toBe(text.replace('from  a', 'FROM a'));
    expect(part('c')).toBe(text.replace('run  b \\\n c', 'RUN b \\\n    c'));
    expect(part('\n\nrun')).toBe(text.replace('\n\n\n\n', '\n\n'));
  });

  it('on Enter is the line before the cursor', () => {
    const typed = (before: string, after: string) =>
      applyEdits(before + after, onTypeFormatting(Dockerfile.parse(before + after), before.length, plainFormat));
    expect(typed('from  a  as  b\n', '\nrun  c\n')).toBe('FROM a AS b\n\nrun  c\n');
    expect(typed('from a\nrun  b  && \\\n', '    c  d\n')).toBe('from a\nRUN b && \\\n    c  d\n');
    expect(typed('FROM a\nRUN b \\\n  c   d  \n', '  ')).toBe('FROM a\nRUN b \\\n    c d\n  ');
    expect(typed('FROM a\n  # b  \n', '')).toBe('FROM a\n  # b  \n');
    expect(typed('', 'from  a')).toBe('from  a');
  });
});

describe('time', () => {
  it('a RUN of 20,000 lines and a file of as many instructions come out whole', () => {
    const run = `FROM a\nRUN b && \\\n${'  c  "d  e"&& \\\n'.repeat(3000)}  f\n`;
    expect(formatted(run)).toContain('\n    c "d  e" && \\\n');
    const deep = `FROM a\nRUN <<E\n${'if  a; then\n'.repeat(60)}${'  b\n'.repeat(300)}${'fi\n'.repeat(60)}E\n`;
    expect(formatted(deep, { ...plainFormat, heredocs: 'shell' })).toContain(`\n${'    '.repeat(60)}b\n`);
    const file = `FROM a\n${'run  b   \\\n  c\n'.repeat(20_000)}`;
    expect(formatted(file)).toContain('\nRUN b \\\n    c\n');
  });
});
