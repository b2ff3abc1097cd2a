import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grammarPath, grammarText } from '../../scripts/grammar/index';
import { cachedVsCodeExtensions, loadGrammar, tokenize } from './tokenize';

const grammar = await loadGrammar({ kind: 'stubs' });

/** The scopes of what stands between `«` and `»` in a Dockerfile; the marks are taken out before it is read. */
function scopesAt(marked: string, by = grammar): string[] {
  const start = marked.indexOf('«');
  const text = marked.replace(/[«»]/g, '');
  const line = text.slice(0, start).split('\n').length - 1;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  let at = 0;
  for (const token of tokenize(by, text)[line]!) {
    if (at === column) {
      expect(token.text).toBe(marked.slice(start + 1, marked.indexOf('»')));
      return [...token.scopes];
    }
    at += token.text.length;
  }
  throw new Error(`no token begins at the mark of: ${marked}`);
}

const keyword = 'keyword.other.special-method.dockerfile';
const continuation = 'constant.character.escape.line-continuation.dockerfile';
const comment = 'comment.line.number-sign.dockerfile';

it('syntaxes/dockerfile.tmLanguage.json is what its generator makes', () => {
  expect(readFileSync(grammarPath, 'utf8')).toBe(grammarText());
});

describe('instructions', () => {
  const all =
    'FROM RUN CMD LABEL MAINTAINER EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG STOPSIGNAL HEALTHCHECK SHELL';
  it.each(all.split(' '))('%s is a keyword in any case, also indented', (name) => {
    expect(scopesAt(`FROM a\n«${name}» x`)).toContain(keyword);
    expect(scopesAt(`FROM a\n  «${name.toLowerCase()}» x`)).toContain(keyword);
    expect(scopesAt(`FROM a\n«${name}»`)).toContain(keyword);
  });
  it('ONBUILD and what it triggers are both keywords', () => {
    expect(scopesAt('FROM a\n«ONBUILD» RUN x')).toContain('keyword.control.onbuild.dockerfile');
    expect(scopesAt('FROM a\nONBUILD «COPY» a b')).toContain(keyword);
    expect(scopesAt('FROM a\nONBUILD RUN «echo» b')).toContain('entity.name.command.shell');
  });
  it('a word that only begins like a keyword is none', () => {
    expect(scopesAt('FROM a\n«RUNNER x»')).not.toContain(keyword);
  });
  it('a mistyped keyword keeps its continuation lines', () => {
    expect(scopesAt('FROM a\nRNU a \\\n«RUN b»\nUSER x')).not.toContain(keyword);
    expect(scopesAt('FROM a\nRNU a \\\nRUN b\n«USER» x')).toContain(keyword);
  });
});

describe('directives and comments', () => {
  it.each(['syntax', 'check', 'SYNTAX'])('%s is a directive at the top', (name) => {
    expect(scopesAt(`# «${name}»=v\nFROM a`)).toContain('keyword.other.directive.dockerfile');
    expect(scopesAt(`# check = x\n#«${name}» = v\nFROM a`)).toContain('keyword.other.directive.dockerfile');
  });
  it('a directive after a comment, a blank line or an instruction is a comment', () => {
    for (const before of ['# hi', '', 'FROM a']) {
      expect(scopesAt(`${before}\n#« syntax=v»\nFROM a`)).toContain(comment);
      expect(scopesAt(`${before}\n# escape=\`\nRUN a «\\»\n b`)).toContain(continuation);
    }
  });
  it('comments inside continuations do not end them, and a backslash in a comment continues nothing', () => {
    expect(scopesAt('FROM a\nENV A=1 \\\n«#» c \\\n\n  B=2\nUSER x')).toContain(comment);
    expect(scopesAt('FROM a\nENV A=1 \\\n# c \\\n\n  «B»=2\nUSER x')).toContain('variable.other.key.dockerfile');
    expect(scopesAt('FROM a\nENV A=1 \\\n# c \\\n\n  B=2\n«USER» x')).toContain(keyword);
    expect(scopesAt('# c \\\n«FROM» a')).toContain(keyword);
  });
});

describe('continuations', () => {
  it('the backslash may be followed by blanks, a doubled one continues nothing', () => {
    expect(scopesAt('FROM a\nRUN a «\\»  \n b')).toContain(continuation);
    expect(scopesAt('FROM a\nRUN a \\\\\n«USER» b')).toContain(keyword);
  });
  it('the escape directive makes the backtick continue, and the backslash stops', () => {
    expect(scopesAt('# escape=`\nFROM a\nRUN dir «`»\n  c:\\')).toContain(continuation);
    expect(scopesAt('# escape=`\nFROM a\nWORKDIR c:\\\n«USER» b')).toContain(keyword);
    expect(scopesAt('# escape=`\n# «syntax»=x\nFROM a')).toContain('keyword.other.directive.dockerfile');
    expect(scopesAt('# escape=\\\nFROM a\nRUN a `\n«USER» b')).toContain(keyword);
  });
  it.each(['"', "'", 'if x; then "', '$(', 'cat <<\\X', '# c'])(
    'what a shell form leaves open (%s) ends with it',
    (open) => {
      for (const head of ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK CMD', 'ONBUILD RUN']) {
        expect(scopesAt(`FROM a\n${head} echo ${open}\n«USER» x`)).toContain(keyword);
        expect(scopesAt(`FROM a\n${head} echo ${open} \\\n  more \\\n# c\n\n  last\n«USER» x`)).toContain(keyword);
      }
    },
  );
  it('a string goes on over continued lines', () => {
    expect(scopesAt('FROM a\nRUN echo "a \\\n«  b»"')).toContain('string.quoted.double.shell');
    expect(scopesAt('FROM a\nENV A="a \\\n«  b»"')).toContain('string.quoted.double.dockerfile');
    expect(scopesAt('FROM a\nRUN echo "a \\\n«#» c\n  b"')).toContain(comment);
  });
  it("the shell's comment leaves the continuing character alone", () => {
    expect(scopesAt('FROM a\nRUN echo a # c «\\»\n b')).toContain(continuation);
    expect(scopesAt('FROM a\nRUN echo a # c \\\n  && «curl» b')).toContain('entity.name.command.shell');
  });
});

describe('flags', () => {
  it('names, keys and values are told apart', () => {
    const text = 'FROM a\nRUN --mount=type=cache,target=/root/$X --network=none echo --not';
    const mark = (part: string) => scopesAt(text.replace(part, `«${part}»`));
    expect(mark('mount')).toContain('entity.other.attribute-name.flag.dockerfile');
    expect(mark('type')).toContain('variable.parameter.flag.dockerfile');
    expect(mark('cache')).toContain('string.unquoted.flag.dockerfile');
    expect(mark('target')).toContain('variable.parameter.flag.dockerfile');
    expect(mark('network')).toContain('entity.other.attribute-name.flag.dockerfile');
    expect(mark('echo')).toContain('entity.name.command.shell');
    expect(mark(' --not')).not.toContain('entity.other.attribute-name.flag.dockerfile');
  });
  it('flags go on over continued lines', () => {
    expect(scopesAt('FROM a\nCOPY --link \\\n  --«from»=b c d')).toContain(
      'entity.other.attribute-name.flag.dockerfile',
    );
    expect(scopesAt('FROM a\nHEALTHCHECK --interval=5s \\\n  «CMD» x')).toContain(keyword);
  });
});

describe('FROM', () => {
  const text = 'FROM --platform=$P reg.io:5000/team/img:1.2-slim@sha256:0af AS base';
  it.each([
    ['reg.io:5000', 'entity.name.namespace.registry.dockerfile'],
    ['team', 'entity.name.class.image.dockerfile'],
    ['img', 'entity.name.class.image.dockerfile'],
    ['1.2-slim', 'constant.other.tag.dockerfile'],
    ['sha256', 'constant.language.digest-algorithm.dockerfile'],
    ['0af', 'constant.other.digest.dockerfile'],
    ['AS', 'keyword.control.as.dockerfile'],
    ['base', 'entity.name.type.stage.dockerfile'],
  ])('%s', (part, scope) => {
    expect(scopesAt(text.replace(part, `«${part}»`))).toContain(scope);
  });
  it('takes variables in the image', () => {
    expect(scopesAt('FROM a/«${»X:-y}:$T')).toContain('variable.other.dockerfile');
    expect(scopesAt('FROM a/b:«$»T AS x')).toContain('variable.other.dockerfile');
    expect(scopesAt('FROM a/b:$T «as» x')).toContain('keyword.control.as.dockerfile');
  });
});

describe('variables, strings, pairs, ports', () => {
  it.each([':-', ':+', ':?', '-', '#', '##', '%', '%%', '/', '//'])('the modifier %s', (modifier) => {
    expect(scopesAt(`FROM a\nENV A=\${x«${modifier}»p}`)).toContain('keyword.operator.modifier.dockerfile');
  });
  it('nest', () => {
    expect(scopesAt('FROM a\nENV A=${x:-${y:-«z»}}')).toContain('string.unquoted.modifier.dockerfile');
    expect(scopesAt('FROM a\nENV A="${x:-${y}}" «B»=1')).toContain('variable.other.key.dockerfile');
  });
  it('single quotes keep a dollar, an escaped one is no variable', () => {
    expect(scopesAt("FROM a\nENV A='«$x»'")).not.toContain('variable.other.dockerfile');
    expect(scopesAt('FROM a\nENV A=«\\$»x')).toContain('constant.character.escape.dockerfile');
  });
  it('keys of ENV, LABEL and ARG', () => {
    expect(scopesAt('FROM a\nENV «K»=v')).toContain('variable.other.key.dockerfile');
    expect(scopesAt('FROM a\nENV «K» the value')).toContain('variable.other.key.dockerfile');
    expect(scopesAt('FROM a\nLABEL a="b" «org.x-y»="c"')).toContain('variable.other.key.dockerfile');
    expect(scopesAt('ARG «V»\nFROM a')).toContain('variable.other.key.dockerfile');
    expect(scopesAt('ARG A=1 «B»=2\nFROM a')).toContain('variable.other.key.dockerfile');
  });
  it('ports and protocols', () => {
    expect(scopesAt('FROM a\nEXPOSE «80»')).toContain('constant.numeric.port.dockerfile');
    expect(scopesAt('FROM a\nEXPOSE 80/«TCP» 90')).toContain('constant.language.protocol.dockerfile');
    expect(scopesAt('FROM a\nEXPOSE 80/tcp 90-«91»')).toContain('constant.numeric.port.dockerfile');
    expect(scopesAt('FROM a\nEXPOSE $P/«udp»')).toContain('constant.language.protocol.dockerfile');
  });
});

describe('JSON forms', () => {
  const string = 'string.quoted.double.json.dockerfile';
  it('are told from shell tests', () => {
    expect(scopesAt('FROM a\nCMD ["«a»", "b"]')).toContain(string);
    expect(scopesAt('FROM a\nRUN --network=none [ "«a»" ]')).toContain(string);
    expect(scopesAt('FROM a\nCMD [ "«x»" = "y" ] && z')).toContain('string.quoted.double.shell');
    expect(scopesAt('FROM a\nCMD [ "«x»" ] && z')).toContain('string.quoted.double.shell');
  });
  it('go on over lines, and keep escapes', () => {
    expect(scopesAt('FROM a\nCMD [ \\\n  "a", \\\n  "«b»" ]\nUSER x')).toContain(string);
    expect(scopesAt('FROM a\nSHELL ["a«\\\\»b"]')).toContain('constant.character.escape.dockerfile');
    expect(scopesAt('FROM a\nHEALTHCHECK CMD ["«a»"]')).toContain(string);
    expect(scopesAt('FROM a\nCOPY ["«a b»", "c"]')).toContain(string);
    expect(scopesAt('FROM a\nCMD ["a", "b\n«USER» x')).toContain(keyword);
  });
});

describe('PowerShell', () => {
  const inline = 'meta.embedded.inline.powershell.dockerfile';
  it('is embedded where RUN names it, and after a SHELL that names it up to the next stage', () => {
    expect(scopesAt('FROM a\nRUN «powershell -Command x»')).toContain(inline);
    expect(scopesAt('# escape=`\nFROM a\nRUN «pwsh.exe x »`\n y')).toContain(inline);
    expect(scopesAt('FROM a\nSHELL ["powershell", "-c"]\nRUN «Get-Item x»')).toContain(inline);
    expect(scopesAt('FROM a\nSHELL ["powershell", "-c"]\nUSER x\nFROM b\nRUN «echo» x')).toContain(
      'entity.name.command.shell',
    );
    expect(scopesAt('FROM a\nSHELL ["pwsh"]\nRUN a\nSHELL ["cmd"]\nRUN «echo» x')).toContain(
      'entity.name.command.shell',
    );
  });
});

describe('heredocs', () => {
  const block = (id: string) => `meta.embedded.block.${id}`;
  it.each([
    ['RUN <<EOF', 'shellscript'],
    ['RUN --mount=type=cache,target=/x <<EOF', 'shellscript'],
    ['RUN bash -e <<EOF', 'shellscript'],
    ['RUN <<EOF /bin/bash', 'shellscript'],
    ['RUN python3 <<EOF', 'python'],
    ['RUN --network=none python3 - <<EOF', 'python'],
    ['RUN cat <<EOF > /etc/a.yaml', 'yaml'],
    ['RUN cat >/x.json <<EOF && echo', 'json'],
    ['ONBUILD RUN node <<EOF', 'javascript'],
    ['COPY <<EOF /a/b.json', 'json'],
    ['COPY <<robots.html /srv/', 'html'],
    ['ADD --chmod=755 <<EOF /usr/local/bin/start', 'shellscript'],
    ['COPY <<EOF "/a/b.py"', 'python'],
    ['COPY <<EOF /etc/nginx/nginx.conf', 'ini'],
  ])('%s holds %s', (header, id) => {
    const name = header.includes('robots') ? 'robots.html' : 'EOF';
    expect(scopesAt(`FROM a\n${header}\n«"»open\n${name}`)).toContain(block(id));
    expect(scopesAt(`FROM a\n${header}\n"open\n«${name}»\nUSER x`)).toContain('entity.name.type.heredoc.dockerfile');
    expect(scopesAt(`FROM a\n${header}\n"open\nRUN no\n${name}\n«USER» x`)).toContain(keyword);
  });
  it('of RUN whose reader is unknown, and of COPY to a file of unknown kind, are text', () => {
    expect(scopesAt('FROM a\nRUN foo <<EOF\n«"x»\nEOF')).toContain('string.unquoted.heredoc.dockerfile');
    expect(scopesAt('FROM a\nCOPY <<EOF /a/b\n«"x»\nEOF')).toContain('string.unquoted.heredoc.dockerfile');
  });
  it('a shebang names the language', () => {
    expect(scopesAt('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\n«"»x\nEOF')).toContain(block('python'));
    expect(scopesAt('FROM a\nCOPY <<EOF /a/b\n#!/bin/sh -e\n«echo» x\nEOF')).toContain('entity.name.command.shell');
  });
  it('quoted, dashed, with a file descriptor', () => {
    for (const operator of ['<<"EOF"', "<<'EOF'", '3<<EOF', '<<-EOF']) {
      expect(scopesAt(`FROM a\nRUN cat ${operator}\nRUN no\n«EOF»\nUSER x`)).toContain(
        'entity.name.type.heredoc.dockerfile',
      );
    }
    expect(scopesAt('FROM a\nRUN cat <<-EOF\n\t\tRUN no\n«\t\tEOF»\nUSER x')).toContain(
      'entity.name.type.heredoc.dockerfile',
    );
    expect(scopesAt('FROM a\nRUN cat <<EOF\n«\tEOF»\nEOF\nUSER x')).not.toContain(
      'entity.name.type.heredoc.dockerfile',
    );
  });
  it('several on a line follow one another', () => {
    const bodies = 'a"\nB\nA\nb"\nRUN no\nB\n';
    expect(scopesAt(`FROM a\nCOPY <<A <<B /d/\n${bodies}«USER» x`)).toContain(keyword);
    expect(scopesAt(`FROM a\nRUN x <<A 3<<B\n${bodies}«USER» x`)).toContain(keyword);
    expect(scopesAt('FROM a\nRUN x <<A <<B <<C\nA\nB\nC\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nRUN x <<A <<B <<C\nA\nB\n«RUN y»\nC\nUSER x')).toContain(
      'string.unquoted.heredoc.dockerfile',
    );
  });
  it('on a continued line', () => {
    expect(scopesAt('FROM a\nRUN a \\\n && cat <<EOF > b.json\n«"»\nRUN no\nEOF\nUSER x')).toContain(block('json'));
    expect(scopesAt('FROM a\nRUN a \\\n && cat <<EOF > b.json\n"\nRUN no\nEOF\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nCOPY --link \\\n <<EOF /b.sh\n"\nRUN no\nEOF\n«USER» x')).toContain(keyword);
  });
  it('quotes, here-strings and comments hold none', () => {
    for (const command of ['echo "a <<EOF b"', "echo 'a <<EOF'", 'cat <<<EOF', 'a<<EOF']) {
      expect(scopesAt(`FROM a\nRUN ${command}\n«USER» x`)).toContain(keyword);
    }
    expect(scopesAt('FROM a\nRUN a \\\n# cat <<EOF \\\n b\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nCMD cat <<EOF\n«USER» x')).toContain(keyword);
  });
});

describe('inside another language', () => {
  // As VS Code's Markdown grammar embeds a fenced block: our injections are not at work, and a `while` stands around.
  it('instructions are found after shell forms', async () => {
    const host = {
      scopeName: 'text.host',
      repository: {},
      patterns: [
        {
          begin: '^```dockerfile$',
          end: '^```$',
          patterns: [
            { begin: '(^|\\G)(\\s*)(.*)', while: '(^|\\G)(?!```)', patterns: [{ include: 'source.dockerfile' }] },
          ],
        },
      ],
    };
    const markdown = await loadGrammar({ kind: 'stubs' }, host);
    const text = 'hi\n```dockerfile\nFROM a\nRUN echo "a \\\n  b" \\\n  && x\n# c\nRUN y "\nENV «A»=1\n```\nRUN z';
    expect(scopesAt(text, markdown)).toContain('variable.other.key.dockerfile');
    expect(scopesAt(text.replace(/[«»]/g, '').replace('ENV', '«ENV»'), markdown)).toContain(keyword);
    expect(scopesAt(text.replace(/[«»]/g, '').replace('RUN z', '«RUN z»'), markdown)).toEqual(['text.host']);
  });
});

const extensions = cachedVsCodeExtensions();
if (extensions === undefined) console.warn('SKIPPED: scopes with VS Code’s own grammars: no cached VS Code');

describe.skipIf(extensions === undefined)('with the grammars that VS Code ships', () => {
  const shipped = extensions === undefined ? undefined : loadGrammar({ kind: 'shipped', extensions });
  const command = 'entity.name.command.shell';
  it.each([
    ['RUN «apt-get» update', command],
    ['RUN --network=none «apt-get» update && x', command],
    ['RUN \\\n  «curl» x', command],
    ['CMD «python» manage.py', command],
    ['HEALTHCHECK CMD «curl» -f x || exit 1', command],
    ['RUN a && \\\n  # c\n  «curl» x', command],
    ['RUN find -exec rm {} \\; && «curl» x', command],
    ['RUN apt-get update «&&» b', 'punctuation.separator.statement.and.shell'],
    ['RUN «if» true; then b; fi', 'keyword.control.if.shell'],
    ['RUN «cat» <<EOF > /etc/x\ny\nEOF', command],
    ['RUN cat <<EOF > /etc/x && «curl» x\ny\nEOF', command],
    ['RUN <<EOF\n«curl» x\nEOF', command],
    ['COPY <<EOF /x.json\n{"«a»": 1}\nEOF', 'support.type.property-name.json'],
    ['RUN python3 <<EOF\n«import» os\nEOF', 'keyword.control.import.python'],
  ])('%s', async (text, scope) => {
    expect(scopesAt(`FROM a\n${text}`, await shipped)).toContain(scope);
  });
});
