import { describe } from 'vitest';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { testHover } from '../support/hovers';

describe('ports', () => {
  testHover('another protocol', 'FROM a\nEXPOSE 5‸3/udp', '53/udp', {
    en: ['Port `53` (UDP)', '`docker run -p 53:53/udp <image>`', 'DNS', { not: 'http://' }],
    ko: ['포트 `53`(UDP)', '`docker run -p 53:53/udp <이미지>`', 'DNS', { not: 'http://' }],
  });
  testHover('a range', 'FROM a\nEXPOSE 80‸00-8010', '8000-8010', {
    en: ['All ports from `8000` to `8010`', '-p 8000-8010:8000-8010', { not: 'http://' }],
    ko: ['`8000`번부터 `8010`번까지', '-p 8000-8010:8000-8010', { not: 'http://' }],
  });
  testHover('by a variable', 'FROM a\nENV P=5432\nEXPOSE ‸$P/tcp', '$P', {
    en: ['`P` is `5432`'],
    ko: ['`P` 값: `5432`'],
  });
  testHover('what is no port', 'FROM a\nEXPOSE we‸b', undefined);
  testHover('several', 'FROM a\nEXP‸OSE 80 5432', 'EXPOSE', ['-p 8080:80 ', '-p 15432:5432 ']);
  for (const [port, host] of [
    [443, 8443],
    [8080, 8000],
    [3000, 8080],
    [60000, 60000],
  ] as const) {
    testHover(`proposes a host port for ${port}`, `FROM a\nEXPOSE ‸${port}`, String(port), [`-p ${host}:${port} `]);
  }
});

describe('paths, users, signals', () => {
  testHover('relative to what is not known', 'FROM a\nWORKDIR a‸pp', 'app', {
    en: ['`app` is relative to the directory that the base image sets', en.workdir.initial],
    ko: ['베이스 이미지가 정한 디렉터리', ko.workdir.initial],
  });
  testHover('a source', 'FROM a\nCOPY s‸rc /x', 'src', {
    en: ['`src` in the build context'],
    ko: ['빌드 컨텍스트', '`src`'],
  });
  testHover('a destination', 'FROM a\nWORKDIR /srv\nCOPY src ‸app/', 'app/', ['`/srv/app/`']);
  testHover('this folder', 'FROM a\nWORKDIR /srv\nCOPY src ‸./', './', ['`/srv/`']);
  testHover('of a stage', 'FROM a AS b\nFROM c\nCOPY --from=b s‸rc /x', 'src', {
    en: ['Copied from the build stage `b`', { not: 'build context' }],
    ko: ['빌드 스테이지 `b`에서', { not: '컨텍스트' }],
  });
  testHover('a download', 'FROM a\nADD https://e‸x.org/a.tgz /x', 'https://ex.org/a.tgz', {
    en: [en.copy.remote],
    ko: [ko.copy.remote],
  });
  testHover('a repository', 'FROM a\nADD https://e‸x.org/a.git#v1 /x', 'https://ex.org/a.git#v1', {
    en: [en.copy.git],
    ko: [ko.copy.git],
  });
  testHover('an archive', 'FROM a\nADD a.t‸ar.gz /x', 'a.tar.gz', { en: [en.copy.archive], ko: [ko.copy.archive] });
  testHover('COPY unpacks none', 'FROM a\nCOPY a.t‸ar.gz /x', 'a.tar.gz', {
    en: [{ not: en.copy.archive }],
    ko: [{ not: ko.copy.archive }],
  });
  testHover('root', 'FROM a\nUSER ro‸ot', 'root', { en: [en.user.root], ko: [ko.user.root] });
  testHover('by number', 'FROM a\nUSER 10‸00', '1000', { en: ['number `1000`'], ko: ['번호: `1000`'] });
  testHover('by name', 'FROM a\nUSER ap‸p:x', 'app', { en: ['`app` must exist'], ko: ['`app` 사용자는'] });
  testHover('a group', 'FROM a\nUSER app:‸x', 'x', { en: ['Group `x`'], ko: ['그룹은 `x`'] });
  testHover('in force', 'FROM a\nUSER app\nR‸UN id', 'RUN', {
    en: ['User in force here: `app`'],
    ko: ['사용자: `app`'],
  });
  testHover('a signal', 'FROM a\nSTOPSIGNAL sig‸quit', 'sigquit', {
    en: ['`SIGQUIT` (3)', en.signal.names.QUIT],
    ko: ['SIGQUIT', ko.signal.names.QUIT],
  });
  testHover('a signal by number', 'FROM a\nSTOPSIGNAL ‸9', '9', {
    en: ['`SIGKILL` (9)', en.signal.uncatchable],
    ko: ['SIGKILL', ko.signal.uncatchable],
  });
  testHover('a real-time signal', 'FROM a\nSTOPSIGNAL SIGRT‸MIN+3', 'SIGRTMIN+3', {
    en: [en.signal.realTime],
    ko: [ko.signal.realTime],
  });
});

describe('heredocs', () => {
  testHover('a script', 'FROM a\nRUN <‸<EOF\nx\nEOF', '<<EOF', {
    en: ['Script up to the line `EOF`'],
    ko: ['`EOF` 줄까지가 스크립트'],
  });
  testHover('of another language', "FROM a\nRUN <<-'E‸OF'\n#!/usr/bin/env python3\nx\nEOF", "<<-'EOF'", {
    en: ['Run by `python3`', en.heredoc.quoted, en.heredoc.tabs],
    ko: ['`python3` 프로그램으로', ko.heredoc.quoted, ko.heredoc.tabs],
  });
  testHover('a file', 'FROM a\nCOPY <‸<EOF /x\nx\nEOF', '<<EOF', {
    en: ['Content of a new file, up to the line `EOF`', en.heredoc.expanded],
    ko: ['`EOF` 줄까지가 새 파일의 내용', ko.heredoc.expanded],
  });
  testHover('its end', 'FROM a\nCOPY <<EOF /x\nx\nE‸OF', 'EOF', { en: ['up to the line `EOF`'], ko: ['`EOF` 줄까지'] });
  testHover('input of a command', 'FROM a\nRUN cat <‸<EOF > /x\nx\nEOF', '<<EOF', {
    en: [en.operators['<<'].summary],
    ko: [ko.operators['<<'].summary],
  });
  testHover('its lines speak for themselves', 'FROM a\nCOPY <<EOF /x\nx‸y\nEOF', undefined);
  testHover('keyword: who runs it', 'FROM a\nRU‸N <<EOF\n#!/usr/bin/python3\nEOF', 'RUN', {
    en: ['Run by `python3`'],
    ko: ['`python3`'],
  });
});
