import { describe, expect, it } from 'vitest';
import {
  type Completion,
  completion,
  contextFolder,
  imageQuestion,
} from '../../server/src/language/features/completion';
import { INSTRUCTION_KEYWORDS } from '../../server/src/language/knowledge/instructions';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';
import { atCursor } from '../support/cursors';
import { inContext } from '../support/surroundings';
import { testFeature } from '../support/testFeature';

const ask = (file: Dockerfile, offset: number): Completion => completion(file, offset, en, inContext);
const labels = ({ items }: Completion): string[] => items.map(({ label }) => label);

/** What the text is once the proposal of that name is taken. */
const taken = (found: Completion, file: Dockerfile, label: string): string => {
  const item = found.items.find((each) => each.label === label);
  if (!item) throw new Error(`no ${label} among ${labels(found).join(' ')}`);
  return `${file.text.slice(0, found.at.start)}${item.text}${file.text.slice(found.at.end)}`.replaceAll('\r', '');
};

const offers = (what: string, marked: string, some: readonly string[], none: readonly string[] = []) =>
  testFeature(what, ask, marked, (found) => {
    expect(labels(found)).toEqual(expect.arrayContaining([...some]));
    for (const label of none) expect(labels(found)).not.toContain(label);
  });
const gives = (what: string, marked: string, label: string, text: string) =>
  testFeature(what, ask, marked, (found, file) => expect(taken(found, file, label)).toBe(text));
const silent = (what: string, marked: string) =>
  testFeature(what, ask, marked, (found) => expect(labels(found)).toEqual([]));

describe('instructions', () => {
  offers('only FROM and ARG come first', '‸', ['FROM', 'ARG', '# syntax='], ['RUN', 'MAINTAINER']);
  offers('the others follow', 'FROM a\n‸\n', ['RUN', 'COPY', 'FROM', 'HEALTHCHECK'], ['MAINTAINER', '# syntax=']);
  gives('replace what is typed, and only that', 'FROM a\nRU‸ echo\n', 'RUN', 'FROM a\nRUN echo\n');
  gives('keep the case of the file', 'from a\nru‸', 'run', 'from a\nrun');
  offers('behind ONBUILD those that it takes', 'FROM a\nONBUILD ‸', ['RUN', 'COPY'], ['FROM', 'ONBUILD']);
  gives('behind ONBUILD replace the inner one', 'FROM a\nONBUILD co‸ a b', 'COPY', 'FROM a\nONBUILD COPY a b');
  silent('not within a heredoc', 'FROM a\nRUN <<E\n‸\nE\n');

  it('have places to fill where nothing follows', () => {
    const snippetsOf = (marked: string) => {
      const { file, offset } = atCursor(marked);
      return ask(file, offset).items.map(({ snippet }) => snippet);
    };
    expect(snippetsOf('FROM a\nRU‸')[0]).toBe('RUN ${1:command}');
    expect(snippetsOf('FROM a\nRU‸ x')[0]).toBeUndefined();
  });

  it('filled with what they propose, are taken by the builder', () => {
    const linter = createLinter(resolveConfig([], []));
    for (const keyword of INSTRUCTION_KEYWORDS) {
      const head = keyword === 'FROM' ? '' : 'FROM a\n';
      const { file, offset } = atCursor(`${head}‸`);
      const item = ask(file, offset).items.find(({ label }) => label === keyword);
      if (!item) {
        expect(keyword).toBe('MAINTAINER');
        continue;
      }
      const text = head + item.snippet!.replace(/\$\{\d+:([^}]*)\}/g, '$1');
      expect(
        linter.lint(Dockerfile.parse(text), nowhere).map(({ code }) => code),
        text,
      ).toEqual([]);
    }
  });
});

describe('flags', () => {
  offers(
    'of the instruction, without those it has',
    'FROM a\nCOPY --link --‸ a b\n',
    ['--from=', '--chown=', '--chmod='],
    ['--link', '--mount='],
  );
  gives('replace what is typed', 'FROM a\nCOPY --fr‸ a b\n', '--from=', 'FROM a\nCOPY --from= a b\n');
  offers('platforms', 'FROM --platform=‸ a\n', ['$BUILDPLATFORM', 'linux/arm64']);
  offers(
    'stages above',
    'FROM a AS one\nFROM b AS two\nCOPY --from=‸ x y\nFROM c AS three\n',
    ['one'],
    ['two', 'three'],
  );
  offers('networks', 'FROM a\nRUN --network=‸ x\n', ['none', 'host', 'default']);
  offers(
    'keys of a mount, by its type',
    'FROM a\nRUN --mount=type=cache,‸ x\n',
    ['target=', 'sharing='],
    ['type=', 'env='],
  );
  offers('types of a mount', 'FROM a\nRUN --mount=type=‸ x\n', ['cache', 'secret', 'bind']);
  gives(
    'values of a key alone',
    'FROM a\nRUN --mount=type=cache,sharing=l‸,target=/x y\n',
    'locked',
    'FROM a\nRUN --mount=type=cache,sharing=locked,target=/x y\n',
  );
  offers('stages of a mount', 'FROM a AS one\nFROM b\nRUN --mount=from=‸ x\n', ['one']);
  silent('not where they are words already', 'FROM a\nCOPY a --fr‸ b\n');
});

describe('words', () => {
  it('of stages with one name takes the last', () => {
    const { file, offset } = atCursor('FROM a AS one\nFROM b AS two\nFROM c AS One\nFROM ‸\n');
    const { items } = completion(file, offset, en, inContext);
    const stages = items.filter(({ kind }) => kind === 'stage').map(({ label, detail }) => `${label} ${detail}`);
    expect(stages).toEqual(['One FROM c', 'two FROM b']);
  });
  offers('FROM: stages and images', 'FROM a AS one\nFROM ‸\n', ['one', 'scratch']);
  offers('FROM: AS', 'FROM a ‸\n', ['AS']);
  offers(
    'COPY: what the context holds, without what is ignored',
    'FROM a\nCOPY ‸ /x\n',
    ['src/', 'package.json'],
    ['secret.env'],
  );
  offers('COPY: within a folder', 'FROM a\nCOPY src/‸ /x\n', ['src/a.ts', 'src/b/'], ['src/b/c.ts', 'package.json']);
  silent('COPY: not of another stage', 'FROM a AS b\nFROM c\nCOPY --from=b s‸ /x\n');
  offers('EXPOSE: ports and protocols', 'FROM a\nEXPOSE 80‸\n', ['80/tcp', '8080', '443']);
  offers('STOPSIGNAL', 'FROM a\nSTOPSIGNAL ‸\n', ['SIGTERM', 'SIGQUIT']);
  offers('HEALTHCHECK', 'FROM a\nHEALTHCHECK ‸\n', ['CMD', 'NONE', '--interval=']);
  offers('LABEL: known keys', 'FROM a\nLABEL org‸\n', ['org.opencontainers.image.source']);
  offers('USER: those of the file', 'FROM a\nUSER app\nUSER ‸\n', ['app', 'nobody']);
  silent('RUN: the shell’s own words', 'FROM a\nRUN ech‸\n');
});

describe('variables', () => {
  offers('FROM: global arguments', 'ARG V=1\nFROM a:$‸\n', ['$V', '$TARGETPLATFORM']);
  offers(
    'what is in force',
    'ARG G=1\nFROM a\nARG A=2\nENV E=3\nCOPY $‸ /x\nENV L=4\n',
    ['$A', '$E', '$PATH'],
    ['$G', '$L'],
  );
  gives('in braces', 'FROM a\nENV ONE=1\nWORKDIR /x/${O‸}/y\n', '${ONE}', 'FROM a\nENV ONE=1\nWORKDIR /x/${ONE}/y\n');
  gives('bare', 'FROM a\nENV ONE=1\nWORKDIR /x/$O‸/y\n', '$ONE', 'FROM a\nENV ONE=1\nWORKDIR /x/$ONE/y\n');
  offers('in the shell', 'FROM a\nENV ONE=1\nRUN echo $‸\n', ['$ONE']);
  silent('not behind an escape', 'FROM a\nENV ONE=1\nRUN echo \\$‸\n');
});

describe('comments', () => {
  offers('directives at the top', '# ‸\nFROM a\n', ['# escape=', '# check=']);
  offers('values of a directive', '# escape=‸\nFROM a\n', ['`']);
  offers('checks of a directive', '# check=skip=‸\nFROM a\n', ['all', 'JSONArgsRecommended']);
  gives(
    'one check of several',
    '# check=skip=A,J‸\nFROM a\n',
    'JSONArgsRecommended',
    '# check=skip=A,JSONArgsRecommended\nFROM a\n',
  );
  offers('our rules', 'FROM a\n# slipway ignore=‸\nRUN sudo x\n', ['no-sudo'], ['DL3004']);
  offers('hadolint’s rules', 'FROM a\n# hadolint ignore=DL3003,‸\nRUN sudo x\n', ['DL3004'], ['no-sudo']);
  offers('what silences', 'FROM a\n# ‸\nRUN sudo x\n', ['# slipway ignore='], ['# syntax=']);
});

describe('what is told', () => {
  it('speaks both languages', () => {
    const file = Dockerfile.parse('FROM a\nRU');
    const said = (reference: typeof en) =>
      completion(file, file.text.length, reference, nowhere).items[0]!.documentation!;
    expect(said(ko)).toMatch(/[가-힣]/);
    expect(said(en)).not.toMatch(/[가-힣]/);
  });
});

describe('a file without instructions', () => {
  offers('may begin as a whole, by what is beside it', '‸', ['FROM', 'Dockerfile: Node.js (npm)'], ['Dockerfile: Go']);
  offers('not once it has begun', 'ARG A\n‸', ['FROM'], ['Dockerfile: Node.js (npm)']);
});

describe('paths of the build context in a mount', () => {
  offers(
    'a bind mount takes from it',
    'FROM a\nRUN --mount=type=bind,source=‸',
    ['src/', 'package.json'],
    ['secret.env'],
  );
  offers('bind is what a mount is by default', 'FROM a\nRUN --mount=source=src/‸', ['src/a.ts', 'src/b/']);
  silent('not with from', 'FROM a\nRUN --mount=type=bind,from=b,source=‸');
  silent('nor in a cache', 'FROM a\nRUN --mount=type=cache,source=‸');
});

describe('paths of another stage', () => {
  const stages = 'FROM a AS build\nWORKDIR /src\nCOPY go.mod ./\nWORKDIR out\nCOPY app /usr/bin/\nFROM b\n';
  offers('its working directories and what was copied into it', `${stages}COPY --from=build ‸`, [
    '/usr/bin/app',
    '/src/out/',
    '/src/go.mod',
    '/src/',
  ]);
  offers('by number', `${stages}COPY --from=0 /src‸ .`, ['/src/']);
  offers('of an image nothing is known', `${stages}COPY --from=nginx ‸`, [], ['/src/', 'src/']);
});

describe('the folder that must be listed', () => {
  const wants = (marked: string, folder: string | undefined) =>
    testFeature(marked.replaceAll('\n', '↵'), contextFolder, marked, (found) => expect(found).toBe(folder));
  wants('FROM a\nCOPY ‸', '');
  wants('FROM a\nCOPY x y‸', '');
  wants('FROM a\nCOPY src/‸', 'src/');
  wants('FROM a\nCOPY ./src/b/c‸ /x', 'src/b/');
  wants('FROM a\nADD /src/‸', 'src/');
  wants('FROM a\nONBUILD COPY src/‸', 'src/');
  wants('FROM a\nRUN --mount=type=bind,src=src/‸', 'src/');
  wants('FROM a\nCOPY ../x/‸', undefined);
  wants('FROM a\nCOPY src/../../x/‸', undefined);
  wants('FROM a\nCOPY $DIR/‸', undefined);
  wants('FROM a\nADD https://a/‸', undefined);
  wants('FROM a\nCOPY --from=b src/‸', undefined);
  wants('FROM a\nCOPY --ch‸', undefined);
  wants('FROM a\nRUN ls src/‸', undefined);
  wants('CO‸', undefined);
  wants('‸', '');
  wants('# nothing yet\n‸', '');
});

describe('what a registry said', () => {
  const registry = {
    tags: ['1.9', '1.10', 'latest'],
    repositories: [{ name: 'grafana/grafana', description: 'Dashboards', official: false }],
  };
  const told = (file: Dockerfile, offset: number) => completion(file, offset, en, { ...inContext, registry });
  testFeature(
    'tags are the only proposals behind the colon, and replace a digest',
    told,
    'FROM a:1‸@sha256:00',
    (found, file) => {
      expect(labels(found)).toEqual(['1.10', '1.9']);
      expect(taken(found, file, '1.10')).toBe('FROM a:1.10');
    },
  );
  testFeature(
    'tags of a mount’s image leave its other fields',
    told,
    'FROM a\nRUN --mount=from=b:‸,target=/b x',
    (found, file) => expect(taken(found, file, 'latest')).toBe('FROM a\nRUN --mount=from=b:latest,target=/b x'),
  );
  testFeature('repositories stand behind stages', told, 'FROM a AS one\nFROM b\nCOPY --from=‸', (found) =>
    expect(labels(found)).toEqual(['one', 'grafana/grafana']),
  );

  const asks = (marked: string, expected: unknown) =>
    testFeature(`asked at ${JSON.stringify(marked)}`, imageQuestion, marked, (question) => {
      const { kind, domain, typed, image } = (question ?? {}) as Record<string, unknown>;
      const { domain: registryOf, path } = (image ?? {}) as Record<string, unknown>;
      expect(kind === 'tags' ? [registryOf, path] : question && [kind, domain, typed]).toEqual(expected);
    });
  asks('FROM alpine:‸', ['docker.io', 'library/alpine']);
  asks('FROM alpine:3.‸22 AS a', ['docker.io', 'library/alpine']);
  asks('FROM --platform=linux/amd64 localhost:5000/a/b:‸', ['localhost:5000', 'a/b']);
  asks('FROM a\nCOPY --from=ghcr.io/a/b:v‸ x y', ['ghcr.io', 'a/b']);
  asks('FROM a\nRUN --mount=type=bind,from=a/b:‸,target=/x true', ['docker.io', 'a/b']);
  asks('FROM ngi‸', ['repositories', 'docker.io', 'ngi']);
  asks('FROM quay.io/pro‸', ['repositories', 'quay.io', 'pro']);
  for (const none of [
    '‸FROM a',
    'FROM localhost:50‸',
    'FROM registry.example.com:50‸',
    'FROM $A:‸',
    'FROM a.b?c=/d‸',
    'FROM u:p#.x/d‸',
    'FROM a@sha‸',
    'FROM a AS b‸',
    'FROM A:‸',
    'FROM a\nCOPY a:‸ b',
    'FROM a\nRUN --mount=type=bind,target=a:‸ true',
    'FROM a\nRUN echo a:‸',
  ]) {
    asks(none, undefined);
  }
});
