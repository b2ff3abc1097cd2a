import { describe, expect, it } from 'vitest';
import { prepareRename } from '../../../server/src/language/features/prepareRename';
import { rename } from '../../../server/src/language/features/rename';
import { isRefusal, refusalText } from '../../../server/src/language/features/rename/refusal';
import type { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { applyEdits } from '../../../server/src/language/text/edit';
import { testFeature } from '../../support/testFeature';

/** The text after a rename, or why there is none. */
const renamed = (name: string) => (file: Dockerfile, offset: number) => {
  const result = rename(file, offset, name);
  if (!isRefusal(result)) return applyEdits(file.text, result.edits).replaceAll('\r', '');
  for (const locale of ['en', 'ko'] as const) expect(refusalText(result, locale)).not.toMatch(/undefined|^$/);
  return 'line' in result ? `${result.code} ${result.line}` : result.code;
};

const becomes = (what: string, text: string, name: string, after: string) =>
  testFeature(what, renamed(name), text, (found) => expect(found).toBe(after));

describe('rename', () => {
  becomes(
    'a stage, everywhere',
    'FROM a AS x\nFROM x AS y\nCOPY --from=X‸ a b\nCOPY --from=0 a b\nRUN --mount=type=bind,from=x,target=/x true\nONBUILD COPY --from=x a b\n',
    'web',
    'FROM a AS web\nFROM web AS y\nCOPY --from=web a b\nCOPY --from=0 a b\nRUN --mount=type=bind,from=web,target=/x true\nONBUILD COPY --from=web a b\n',
  );
  becomes(
    'FROM takes lower case',
    'FROM a AS x‸\nFROM x\nCOPY --from=x a b\n',
    'Web',
    'FROM a AS Web\nFROM web\nCOPY --from=Web a b\n',
  );
  becomes('only its case', 'FROM a AS Bui‸ld\nFROM build\n', 'build', 'FROM a AS build\nFROM build\n');
  becomes(
    'the later of two stages of one name',
    'FROM a AS x\nFROM x AS x\nCOPY --from=x‸ a b\n',
    'y',
    'FROM a AS x\nFROM x AS y\nCOPY --from=y a b\n',
  );
  becomes('a quoted flag', 'FROM a AS x\nFROM b\nCOPY --from="x" a b\nCOPY --from=x‸ a b\n', 'y', 'in-pieces 3');
  becomes('a stage without a name', 'FROM a\nFROM b\nCOPY --from=0‸ a b\n', 'y', 'unnamed');
  becomes('a stage by number', 'FROM a AS x\nFROM b\nCOPY --from=0‸ a b\n', 'y', 'unnamed');
  becomes('to a stage that is there', 'FROM a AS x‸\nFROM b AS y\nCOPY --from=x a b\n', 'Y', 'taken');
  becomes('to an image that a later FROM names', 'FROM a AS x‸\nFROM alpine\n', 'alpine', 'taken');
  becomes('to an image that is copied from', 'FROM a AS x‸\nFROM b\nCOPY --from=nginx a b\n', 'nginx', 'taken');
  becomes('to the own base', 'FROM alpine AS x‸\n', 'alpine', 'FROM alpine AS alpine\n');
  becomes('to a number', 'FROM a AS x‸\n', '1x', 'not-a-stage');
  becomes('to scratch', 'FROM a AS x‸\n', 'Scratch', 'reserved');
  becomes('a stage that a variable names', 'ARG B=x\nFROM a AS x‸\nFROM $B\n', 'y', 'in-base 3');
  becomes(
    'one that it could name',
    'ARG T=dev\nFROM a AS dev-base\nFROM a AS prod-‸base\nFROM ${T}-base\n',
    'y',
    'in-base 4',
  );
  becomes(
    'not one that it cannot',
    'ARG T=dev\nFROM a AS d-base\nFROM a AS o‸ther\nFROM alpine:${T}\nFROM o-$T-x\n',
    'y',
    'ARG T=dev\nFROM a AS d-base\nFROM a AS y\nFROM alpine:${T}\nFROM o-$T-x\n',
  );

  becomes(
    'a variable, redeclared and in the shell',
    'ARG V=1\nFROM a:$V\nARG V\nENV W=${V:-2} V=$V\nRUN echo $V "${V%.*}" # $V\nFROM b\nARG V=3\nRUN echo $‸V\n',
    'VER',
    'ARG V=1\nFROM a:$V\nARG V\nENV W=${V:-2} V=$V\nRUN echo $V "${V%.*}" # $V\nFROM b\nARG VER=3\nRUN echo $VER\n',
  );
  becomes(
    'a global argument with the stages that ask for it',
    'ARG V‸=1\nFROM a:$V\nARG V\nENV W=${V:-2}\nRUN make V=$V\nCOPY <<E /x\n$V\nE\n',
    'VER',
    'ARG VER=1\nFROM a:$VER\nARG VER\nENV W=${VER:-2}\nRUN make V=$VER\nCOPY <<E /x\n$VER\nE\n',
  );
  becomes('to a name in scope', 'FROM a\nENV A=1 B=2\nRUN echo $A‸\n', 'B', 'taken');
  becomes('to a name that a script reads', 'FROM a\nENV A‸=1\nRUN echo $HOME\n', 'HOME', 'taken');
  becomes(
    'to a name of another stage',
    'FROM a\nENV A‸=1\nFROM b\nENV B=1\n',
    'B',
    'FROM a\nENV B=1\nFROM b\nENV B=1\n',
  );
  becomes('to what the builder sets', 'FROM a\nARG A‸=1\n', 'TARGETARCH', 'reserved');
  becomes('to no name', 'FROM a\nARG A‸=1\n', 'A-B', 'not-a-variable');
  becomes('what the builder sets', 'FROM a\nARG TARGET‸ARCH\n', 'X', 'built-in');
  becomes('the path', 'FROM a\nENV PA‸TH=$PATH:/x\n', 'X', 'built-in');
  becomes('what nothing defines', 'FROM a\nWORKDIR $NO‸PE\n', 'X', 'undefined');
  becomes('what a script sets itself', 'FROM a\nARG V‸=1\nRUN V=${V#v} && echo $V\n', 'X', 'in-shell 3');
  becomes('what a script exports', 'FROM a\nARG V‸=1\nRUN export V && make\n', 'X', 'in-shell 3');
  becomes('what is read in single quotes', "FROM a\nARG V‸=1\nRUN true\nRUN sh -c 'echo ${V}'\n", 'X', 'in-shell 4');
  becomes(
    'not so in a stage that does not see it',
    "FROM a\nARG V‸=1\nFROM b\nRUN V=1; sh -c 'echo $V'\n",
    'X',
    "FROM a\nARG X=1\nFROM b\nRUN V=1; sh -c 'echo $V'\n",
  );
  becomes(
    'nor in a longer name or a comment',
    "FROM a\nARG V‸=1\nRUN VV=1 a \\\n# $V\n '$VX'\n",
    'X',
    "FROM a\nARG X=1\nRUN VV=1 a \\\n# $V\n '$VX'\n",
  );

  becomes(
    'a heredoc',
    'FROM a\nRUN <<-"E‸OF" cat <<B\nx\n\tEOF\ny\nB\n',
    'END',
    'FROM a\nRUN <<-"END" cat <<B\nx\n\tEND\ny\nB\n',
  );
  becomes('to a line of its body', 'FROM a\nRUN <<-E‸\nx\n\tEND\nE\n', 'END', 'in-body 4');
  becomes(
    'to a line of a plain body with tabs',
    'FROM a\nRUN <<E‸\nx\n\tEND\nE\n',
    'END',
    'FROM a\nRUN <<END\nx\n\tEND\nEND\n',
  );
  becomes('a file that is called so', 'FROM a\nCOPY <<robots‸.txt /www/\nx\nrobots.txt\n', 'END', 'file-name');
  becomes('a heredoc to odd text', 'FROM a\nRUN <<E‸\nx\nE\n', 'a b', 'not-a-heredoc');
  becomes('nothing', 'FROM a\nR‸UN x\n', 'END', 'nothing');
});

testFeature(
  'prepares with the name as it is written',
  prepareRename,
  'FROM a AS Build\nFROM b\nCOPY --from=bui‸ld a b\n',
  (found, file) => {
    expect(found).toEqual({ at: expect.anything(), name: 'build' });
    expect(isRefusal(found) ? '' : file.text.slice(found.at.start, found.at.end)).toBe('build');
  },
);

it('speaks both languages', () => {
  const refusal = { code: 'in-base', name: 'x', line: 3 } as const;
  expect(refusalText(refusal, 'en')).toContain('line 3');
  expect(refusalText(refusal, 'ko')).toContain('3번째 줄');
});
