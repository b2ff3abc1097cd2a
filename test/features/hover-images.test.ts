import { describe } from 'vitest';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { testHover } from '../support/hovers';

describe('images', () => {
  testHover('taken apart', `FROM quay.io/a/b:1.2.3@sha256:‸${'a'.repeat(64)}`, `sha256:${'a'.repeat(64)}`, {
    en: ['Registry: `quay.io`.', 'Repository: `a/b`.', 'Tag: `1.2.3`.', `Digest: \`sha256:${'a'.repeat(64)}\``],
    ko: ['레지스트리: `quay.io`', '저장소: `a/b`', '태그: `1.2.3`', `다이제스트: \`sha256:${'a'.repeat(64)}\``],
  });
  testHover('official, with its page', 'FROM no‸de:22.1', 'node', {
    en: ['`node` is a Docker Official Image', '[hub.docker.com/_/node](https://hub.docker.com/_/node)'],
    ko: ['`node` 이미지는 도커가 관리하는 공식 이미지', '(https://hub.docker.com/_/node)'],
  });
  for (const tag of ['latest', '3', 'stable', 'lts-slim', 'bookworm']) {
    testHover(`floating ${tag}`, `FROM node:‸${tag}`, tag, {
      en: [`\`${tag}\` is a floating tag`, 'add its digest'],
      ko: [`\`${tag}\` 태그는 고정되어 있지 않아요`, '다이제스트를 붙이세요'],
    });
  }
  testHover('a version does not float', 'FROM node:‸22.1-slim', '22.1-slim', {
    en: ['Tag: `22.1-slim`', { not: 'floating' }],
    ko: ['태그: `22.1-slim`', { not: '고정되어' }],
  });
  testHover('no tag', 'FROM no‸de', 'node', { en: ['so `latest` is meant'], ko: ['`latest`를 뜻해요'] });
  testHover('scratch', 'FROM scr‸atch', 'scratch', { en: [en.image.scratch], ko: [ko.image.scratch] });
  testHover('still supported', 'FROM debian:tri‸xie', 'trixie', {
    en: ['Debian 13 (trixie) gets security updates until 2030-06-30'],
    ko: ['Debian 13 (trixie) 버전은 2030-06-30까지'],
  });
  testHover(
    'past or not depends on the day',
    'FROM debian:tri‸xie',
    'trixie',
    { en: ['past its end'], ko: ['끝났어요'] },
    {
      today: '2031-01-01',
    },
  );
  testHover(
    'no day, no past',
    'FROM ubuntu:16‸.04',
    '16.04',
    { en: [{ not: 'past its end' }], ko: [{ not: '끝났어요' }] },
    {
      today: '',
    },
  );
  testHover('what it is built on', 'FROM python:3.13-bus‸ter', '3.13-buster', {
    en: ['Debian 10 (buster) is past its end of life (2024-06-30)'],
    ko: ['Debian 10 (buster) 버전은 지원이 끝났어요(2024-06-30)'],
  });
  testHover('given up', 'FROM open‸jdk:8', 'openjdk', {
    en: ['`openjdk` is deprecated', 'recommend `eclipse-temurin`'],
    ko: ['`openjdk` 이미지는 더는 관리하지 않아요', '`eclipse-temurin`'],
  });
  testHover('by a variable', 'ARG V=22.1\nFROM no‸de:$V', 'node', {
    en: ['**`node:22.1`**', en.image.variable],
    ko: ['**`node:22.1`**', ko.image.variable],
  });
  testHover('by a variable without a value', 'ARG V\nFROM no‸de:$V', 'node', {
    en: [en.image.variable, { not: 'floating' }, { not: '`latest`' }],
    ko: [ko.image.variable, { not: '고정되어' }],
  });
  testHover('of COPY --from', 'FROM a\nCOPY --from=ngi‸nx:1.27 /a /b', 'nginx', {
    en: ['Copied from the image `nginx`', 'Tag: `1.27`'],
    ko: ['이미지 `nginx`에서 복사해요', '태그: `1.27`'],
  });
});

describe('stages', () => {
  const file = (marked: string) => `FROM node:22.1 AS build\nRUN x\nFROM nginx:1.27\n${marked}`;
  testHover(
    'a name',
    'FROM node:22.1 AS bui‸ld\nFROM nginx\nCOPY --from=build /a /b\nRUN --mount=from=0,target=/x y',
    'build',
    {
      en: [
        'Build stage `build`, number 0. Built on `node:22.1`.',
        'Used in line 3.',
        '`docker build --target build .`',
      ],
      ko: [
        '빌드 스테이지 `build`, 0번이에요. 베이스: `node:22.1`',
        '3번째 줄에서 써요.',
        '`docker build --target build .`',
      ],
    },
  );
  testHover('several users', 'FROM a AS ‸b\nFROM b\nCOPY --from=b /a /b\nRUN --mount=from=B,target=/x y', 'b', {
    en: ['Used in lines 2, 3, 4.'],
    ko: ['2, 3, 4번째 줄에서 써요.'],
  });
  testHover('unused', 'FROM a AS ‸b\nFROM c', 'b', { en: [en.stage.unused], ko: [ko.stage.unused] });
  testHover('the last', 'FROM a AS ‸b', 'b', { en: [en.stage.final], ko: [ko.stage.final] });
  testHover('AS', 'FROM a ‸AS b', 'AS', { en: ['Build stage `b`'], ko: ['빌드 스테이지 `b`'] });
  testHover('used by name', file('COPY --from=bui‸ld /a /b'), 'build', {
    en: ['Copied from the build stage `build`', 'number 0. Built on `node:22.1`.'],
    ko: ['빌드 스테이지 `build`에서 복사해요', '0번이에요. 베이스: `node:22.1`'],
  });
  testHover('used by number', file('COPY --from=‸0 /a /b'), '0', {
    en: ['Copied from the build stage `0`', 'The build stage `build` of this file, number 0'],
    ko: ['빌드 스테이지 `build`, 0번'],
  });
  testHover('built upon', 'FROM a AS base\nFROM ba‸se', 'base', {
    en: ['The build stage `base` of this file, number 0. Built on `a`.', { not: 'Copied' }],
    ko: ['이 파일의 빌드 스테이지 `base`, 0번이에요.'],
  });
});
