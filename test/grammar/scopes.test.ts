import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grammarPath, grammarText } from '../../scripts/grammar/index';
import { loadGrammar, scopesAt as scopesIn } from './tokenize';

const grammar = await loadGrammar({ kind: 'stubs' });
const scopesAt = (marked: string, by = grammar) => scopesIn(by, marked);

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
