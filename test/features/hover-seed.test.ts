/**
 * What the introduction to Docker that Slipway grew from teaches, reached by hovering on its own example, in both languages.
 * Rows are numbered as there; those for which the example has no place are asked in a text of their own.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testHover } from '../support/hovers';
import { hasShared, readShared } from '../support/shared';

const example = readFileSync(join(resolve(import.meta.dirname, '../..'), 'sample/Dockerfile'), 'utf8');

/** The example with the cursor in front of the n-th occurrence of a text, and `by` units on. */
function on(text: string, by = 0, nth = 1): string {
  let at = -1;
  for (let i = 0; i < nth; i++) at = example.indexOf(text, at + 1);
  if (at < 0) throw new Error(`the example has no ${text}`);
  return `${example.slice(0, at + by)}‸${example.slice(at + by)}`;
}

it.skipIf(!hasShared)('the example is the introduction’s', () => {
  expect(example).toBe(readShared('seed/Dockerfile'));
});

describe('row 2: an image is app, environment and OS in one package; many containers start from one', () => {
  testHover('FROM', on('FROM'), 'FROM', {
    en: [/one package that holds an app, its environment and the files of an OS/, /Any number of containers/],
    ko: [/애플리케이션과 실행 환경, OS를 하나로 묶은 패키지/, /컨테이너를 여러 개/],
  });
});

describe('row 4: settings come from the environment given when the container starts', () => {
  testHover('ENV', 'FROM mysql:8.4\n‸ENV MYSQL_DATABASE=shop', 'ENV', {
    en: [/environment when a container starts/, '`docker run -e MYSQL_PASS=… image`', /one image adapts/],
    ko: [/환경 변수/, 'docker run -e MYSQL_PASS=', /이미지 하나/],
  });
  testHover('a name of ENV', 'FROM mysql:8.4\nENV MYSQL_‸DATABASE=shop', 'MYSQL_DATABASE', {
    en: ['`MYSQL_DATABASE` is `shop` here', '`docker run -e MYSQL_DATABASE=…` sets another value'],
    ko: ['`MYSQL_DATABASE` 값: `shop`', /컨테이너를 시작할 때 `docker run -e MYSQL_DATABASE=…`/],
  });
  testHover('ARG', 'FROM mysql:8.4\nA‸RG VERSION=1', 'ARG', {
    en: [/containers do not have it/, /goes through ENV/],
    ko: [/컨테이너에는/, /ENV/],
  });
  testHover('a name of ARG', 'FROM mysql:8.4\nARG VER‸SION=1', 'VERSION', {
    en: [/`docker build --build-arg` may set another\. It is not in the container/],
    ko: [/`docker build --build-arg`로 바꿀 수 있고, 컨테이너에는 없어요/],
  });
});

describe('row 5: a container’s data is gone when it is removed', () => {
  for (const [marked, about] of [
    ['FROM a\nVOL‸UME /data', 'VOLUME'],
    ['FROM a\nVOLUME /da‸ta', '/data'],
  ] as const) {
    testHover(about, marked, about, {
      en: [/gone when it is removed/, /needs storage outside/, '`docker run -v data:/data <image>`'],
      ko: [/삭제하면/, /외부 저장소/, '`docker run -v data:/data <이미지>`'],
    });
  }
});

describe('row 6: immutable infrastructure: never patch a running server, build a new version', () => {
  for (const [name, command, word] of [
    ['the subcommand', 'apt-get -y up‸grade', 'upgrade'],
    ['its command', 'apt‸-get dist-upgrade', 'apt-get'],
    ['of another system', 'yum up‸date -y', 'update'],
    ['of Alpine', 'apk up‸grade', 'upgrade'],
  ] as const) {
    testHover(name, `FROM a\nRUN ${command}`, word, {
      en: [/immutable infrastructure/, /never patched/, /a new version is built/, /phoenix, not a snowflake/],
      ko: [/불변 인프라/, /고치지 않고/, /새 버전을 빌드/, /snowflake가 아니라 phoenix/],
    });
  }
  testHover('not on an install', 'FROM a\nRUN apt-get ins‸tall -y upgrade', undefined);
});

describe('row 7: one kind of process a container', () => {
  testHover('CMD', on('CMD'), 'CMD', {
    en: [/one kind of process a container/, /for more services start more containers/],
    ko: [/컨테이너 하나에는 한 종류의 프로세스/],
  });
});

describe('row 8: processes run in the foreground', () => {
  testHover('nginx as it is', 'FROM a\nCMD ngi‸nx', 'nginx', {
    en: [
      /goes to the background by itself/,
      '`CMD ["nginx", "-g", "daemon off;"]`',
      /lives as long as its main process/,
    ],
    ko: [/백그라운드/, '`CMD ["nginx", "-g", "daemon off;"]`', /메인 프로세스/],
  });
  testHover('nginx kept in front', 'FROM a\nCMD ["ng‸inx", "-g", "daemon off;"]', '"nginx"', {
    en: [/stays in the foreground/, { not: /goes to the background/ }],
    ko: [/포그라운드/, { not: /백그라운드로 넘어가/ }],
  });
});

describe('row 10: orchestration', () => {
  testHover('HEALTHCHECK', 'FROM a\nHEALTH‸CHECK CMD curl -f http://localhost/', 'HEALTHCHECK', {
    en: [/orchestrator \(Kubernetes/, /scheduling/, /clustering/, /copies/, /replaces broken ones/, /exposes/],
    ko: [/쿠버네티스/, /스케줄링/, /클러스터링/, /복제/, /장애/, /노출/],
  });
});

describe('row 11: a registry stores images as GitHub stores git repositories', () => {
  testHover('the default one, by leaving it out', on('ubuntu', 2), 'ubuntu', {
    en: [/Registry: `docker\.io` \(Docker Hub\), since none is written/, /as GitHub stores Git/, /default one/],
    ko: [/레지스트리: `docker\.io`/, /GitHub가 Git 저장소를 보관하듯이/, /기본 레지스트리는 Docker Hub/],
  });
  testHover('a written one', 'FROM gh‸cr.io/acme/app:1.2', 'ghcr.io', {
    en: [/Registry: `ghcr\.io`\./, /as GitHub stores Git/],
    ko: [/레지스트리: `ghcr\.io`\. /, /GitHub가 Git 저장소를 보관하듯이/],
  });
});

describe('row 13: the image carries OS information', () => {
  testHover('FROM', on('FROM'), 'FROM', { en: [/operating system’s files/], ko: [/OS 정보/] });
  testHover('the image', on('ubuntu'), 'ubuntu', {
    en: [/files of an operating system/, /kernel is the host’s/],
    ko: [/OS의 파일/, /커널은 호스트/],
  });
  testHover('its version is past its end of life', on('16.04', 1), '16.04', {
    en: ['**Ubuntu 16.04 (xenial) is past its end of life (2021-04-30)**'],
    ko: ['**Ubuntu 16.04 (xenial) 버전은 지원이 끝났어요(2021-04-30).**'],
  });
});

describe('row 14: a shell on Linux, cmd on Windows', () => {
  testHover('RUN in the example', on('RUN'), 'RUN', {
    en: ['Run by `/bin/sh -c`. The default command processor of Linux images'],
    ko: ['`/bin/sh -c` 명령으로 실행해요. 리눅스 이미지의 기본 명령 처리기'],
  });
  testHover('RUN on Windows', 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nR‸UN dir', 'RUN', {
    en: ['Run by `cmd /S /C`. The default command processor of Windows images'],
    ko: ['`cmd /S /C` 명령으로 실행해요. 윈도우 이미지의 기본 명령 처리기'],
  });
  testHover('RUN behind SHELL', 'FROM a AS x\nSHELL ["/bin/bash", "-c"]\nFROM x\nR‸UN id', 'RUN', {
    en: ['Run by `/bin/bash -c`. Set by SHELL in line 2.'],
    ko: ['`/bin/bash -c` 명령으로 실행해요. 2번째 줄의 SHELL에서 정했어요.'],
  });
});

describe('row 15: `a && b`', () => {
  for (const nth of [1, 2]) {
    testHover(`the ${nth}. of the example`, on('&&', 1, nth), '&&', {
      en: [/`b` runs only if `a` succeeded/, /exit code 0/, /After failure\*\*: The right side is skipped/],
      ko: [/`a`가 성공해야\(종료 코드 0\) `b`를 실행해요/, /실패하면\*\*: 오른쪽 명령을 건너뛰고/],
    });
  }
});

describe('row 16: `a; b`', () => {
  testHover(';', 'FROM a\nRUN a‸; b', ';', {
    en: [/`b` runs whether or not `a` succeeded/, /build goes on over a failed step/],
    ko: [/성공 여부와 상관없이/, /실패한 단계가 있어도 빌드가 계속돼요/],
  });
});

describe('row 17: WORKDIR sets the directory in which what follows runs', () => {
  testHover('the keyword', on('WORKDIR'), 'WORKDIR', {
    en: [
      /directory in which the RUN, CMD, ENTRYPOINT, COPY and ADD that follow work/,
      'from here on: `/code`',
      /mkdir/,
    ],
    ko: [/작업 디렉터리/, '여기부터 작업 디렉터리: `/code`', /mkdir/],
  });
  testHover('the path, resolved', 'FROM a\nENV R=/srv\nWORKDIR $R\nWORKDIR ./ap‸p/../web', './app/../web', {
    en: ['from here on: `/srv/web`', 'is relative, so it is joined to `/srv`'],
    ko: ['작업 디렉터리: `/srv/web`', '상대 경로라서 `/srv` 뒤에'],
  });
});

describe('row 18: ADD copies a file of the host into the image', () => {
  testHover('ADD of a file', on('ADD'), 'ADD', {
    en: [/Copies files of the host/, '`requirements.txt` in the build context', 'Destination in the image: `/code/`'],
    ko: [/호스트\(빌드 컨텍스트\)의 파일을/, /빌드 컨텍스트[^\n]*`requirements\.txt`/, '대상 경로: `/code/`'],
  });
  testHover('ADD of everything', on('ADD .'), 'ADD', {
    en: [/`ADD \. [^`]*` copies all of them/, 'The whole build context'],
    ko: [/`ADD \. [^`]*`은 전부 복사/, '빌드 컨텍스트 전체'],
  });
  testHover('what everything is', on('. /code', 0), '.', {
    en: ['The whole build context, without what `.dockerignore` names'],
    ko: ['빌드 컨텍스트 전체예요. `.dockerignore`에 적은 것은 빠져요.'],
  });
});

describe('row 18: with what it takes from the build context', () => {
  const context = {
    paths: ['Dockerfile', 'manage.py', 'requirements.txt', 'app/', 'app/urls.py', 'app/.env'],
    complete: true,
    ignore: '# secrets\n**/.env\n',
    ignorePath: '.dockerignore',
  };
  const none = { not: /Matches|와 맞아요|맞는 파일이 없어요/ };
  testHover(
    'one file',
    on('requirements'),
    'requirements.txt',
    { en: ['Matches 1 file.'], ko: ['파일 1개와 맞아요.'] },
    { context },
  );
  testHover('everything', on('. /code'), '.', { en: ['Matches 4 files.'], ko: ['파일 4개와 맞아요.'] }, { context });
  testHover(
    'what .dockerignore leaves out',
    'FROM a\nADD app/‸.env /x',
    'app/.env',
    {
      en: ['Left out by `**/.env` in line 2 of `.dockerignore`.'],
      ko: ['`.dockerignore` 2번째 줄의 `**/.env` 패턴 때문에 빠져요.'],
    },
    { context },
  );
  testHover(
    'nothing',
    'FROM a\nADD mis‸sing /x',
    'missing',
    {
      en: ['Matches nothing in the build context'],
      ko: ['빌드 컨텍스트에 맞는 파일이 없어요'],
    },
    { context },
  );
  testHover(
    'no number from a listing that was cut short',
    on('. /code'),
    '.',
    { en: [none], ko: [none] },
    {
      context: { ...context, complete: false },
    },
  );
  testHover('no word where there is no listing', on('. /code'), '.', { en: [none], ko: [none] });
});

describe('row 19: the container’s port and the host’s are two numbers, joined when the container is run', () => {
  testHover('EXPOSE', on('EXPOSE'), 'EXPOSE', {
    en: [/port of the host is another number/, '`docker run -p 8080:8000 <image>` (host:container)'],
    ko: [/호스트 쪽 번호/, '`docker run -p 8080:8000 <이미지>` (호스트:컨테이너)'],
  });
  testHover('the port', on('8000', 1), '8000', {
    en: [/\*\*container’s side\*\*/, /\*\*host’s side\*\*/, '-p 8080:8000', /Django/, '`0.0.0.0`'],
    ko: [/\*\*컨테이너 쪽\*\*/, /\*\*호스트 쪽\*\*/, '-p 8080:8000', /Django/, '`0.0.0.0`'],
  });
});

describe('row 20: all those run when the image is built; CMD runs when the container runs', () => {
  const atBuild = { en: /\*When\* — \*\*Build time/, ko: /\*시점\* — \*\*빌드할 때/ };
  const both = { en: /\*\*Build time and run time\*\*/, ko: /빌드할 때[^\n]*실행할 때/ };
  for (const [text, keyword, nth] of [
    ['FROM', 'FROM', 1],
    ['RUN', 'RUN', 1],
    ['RUN', 'RUN', 2],
    ['ADD', 'ADD', 1],
    ['RUN', 'RUN', 3],
    ['ADD', 'ADD', 2],
    ['EXPOSE', 'EXPOSE', 1],
  ] as const) {
    testHover(`${text} ${nth}`, on(text, 1, nth), keyword, { en: [atBuild.en], ko: [atBuild.ko] });
  }
  testHover('WORKDIR', on('WORKDIR', 1), 'WORKDIR', { en: [both.en], ko: [both.ko] });
  testHover('CMD', on('CMD', 1), 'CMD', {
    en: [/\*When\* — \*\*Run time\*\*: nothing is executed during the build/, { not: /\*When\* — \*\*Build/ }],
    ko: [/\*시점\* — \*\*실행할 때\*\*/, /빌드 중에는 아무것도 실행하지 않고/],
  });
});
