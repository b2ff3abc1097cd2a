/** Texts around one value of the Dockerfile, in Korean. No particle stands straight after a value: it would depend on its sound. */
import { code } from '../code';
import type { Reference } from '../types';

export const labels: Reference['labels'] = {
  when: '시점',
  forms: '형식',
  example: '예시',
  pitfall: '주의',
  concept: '개념',
  reference: '공식 문서',
  values: '값',
  success: '성공하면(종료 코드 0)',
  failure: '실패하면',
  inRun: '빌드에서는',
  repeatable: '여러 번 쓸 수 있어요.',
  deprecated: '사용 중단',
  bashOnly: 'POSIX `sh`에는 없어요. bash가 필요해요.',
  fallback: (value) => `기본값: ${code(value)}`,
  since: (version) => `Dockerfile 문법 ${version}부터 쓸 수 있어요.`,
  sinceEngine: (version) => `Docker Engine ${version}부터 동작해요.`,
  labsOnly: '아직 시험 중이에요. `# syntax=docker/dockerfile:1-labs`에서만 쓸 수 있어요.',
  entitlement: (name) => `빌드에 ${code(`--allow ${name}`)} 옵션이 필요할 수 있어요.`,
  aliases: (names) => `다른 이름: ${names.map(code).join(', ')}`,
};

export const upgrade: Reference['upgrade'] = (command) =>
  `${code(command)} 명령은 모든 패키지를 새로 바꾸기 때문에 같은 Dockerfile도 내일은 다른 이미지가 돼요. *Immutable infrastructure*(불변 인프라)의 원칙은 실행 중인 서버를 고치지 않고 새 버전을 빌드해서 통째로 바꾸는 거예요(다시 만들 수 없는 snowflake가 아니라 phoenix 서버). 보안 업데이트가 필요하면 더 새로운 베이스 이미지로(\`docker build --pull\`) 다시 빌드하세요.`;

const protocolSuffix = (protocol: string): string =>
  protocol.toLowerCase() === 'tcp' ? '' : `/${protocol.toLowerCase()}`;

export const expose: Reference['expose'] = {
  container: (port, protocol) =>
    `**컨테이너 쪽** 포트 ${code(port)}(${protocol.toUpperCase()}): 컨테이너 안의 프로그램이 접속을 받는 번호예요.`,
  host: '**호스트 쪽** 번호는 따로 있어요. 컨테이너를 실행할 때 정해서 컨테이너 쪽 번호와 연결해요.',
  publish: (host, port, protocol) => {
    const suffix = protocolSuffix(protocol);
    // a range has no address of its own
    const address =
      suffix === '' && /^\d+$/.test(host) ? ` HTTP 서버라면 \`http://localhost:${host}\` 주소로 접속해요.` : '';
    return `연결하는 명령: ${code(`docker run -p ${host}:${port}${suffix} <이미지>`)} (호스트:컨테이너).${address}`;
  },
  service: (port, name) => `${code(port)}번은 ${name} 서비스가 보통 쓰는 포트예요.`,
  listen: '프로그램은 `0.0.0.0`에서 접속을 받아야 해요. `127.0.0.1`은 컨테이너 자신이라서 `-p`로 연결해도 닿지 않아요.',
  range: (from, to) => `${code(from)}번부터 ${code(to)}번까지 모든 포트예요.`,
};

export const image: Reference['image'] = {
  registry: (host, given) =>
    given ? `레지스트리: ${code(host)}` : `레지스트리: ${code(host)} (적지 않았으니까 Docker Hub예요)`,
  registryConcept:
    '레지스트리는 GitHub가 Git 저장소를 보관하듯이 이미지를 보관하는 곳이에요. `docker push`로 올리고 `docker pull`로 받아요. 기본 레지스트리는 Docker Hub(hub.docker.com)예요.',
  repository: (name) => `저장소: ${code(name)}`,
  official: (name) => `${code(name)} 이미지는 도커가 관리하는 공식 이미지예요.`,
  tag: (tag) => `태그: ${code(tag)}`,
  floating: (tag) =>
    `${code(tag)} 태그는 고정되어 있지 않아요. 관리자가 새 이미지로 옮기면 같은 줄이 나중에는 다른 이미지를 가리켜요.`,
  noTag: '태그가 없으니까 `latest`를 뜻해요. 가장 새 버전이 아니라 관리자가 마지막으로 올린 이미지예요.',
  digest: (digest) =>
    `다이제스트: ${code(digest)}. 정확히 이 내용만 가리키고 다른 이미지가 될 수 없어요. 대신 직접 바꾸기 전에는 업데이트도 들어오지 않아요.`,
  pinHint: '태그는 옮겨질 수 있어요. 매번 같은 이미지를 쓰려면 다이제스트를 붙이세요: `이름:태그@sha256:…`',
  os: '이미지에는 OS의 파일(셸, 라이브러리, 패키지 관리자)이 들어 있어요. 커널은 호스트 것을 함께 써요.',
  scratch: '빈 이미지예요. 셸도 라이브러리도 인증서도 없어요. 혼자서 실행되는 프로그램에 쓰세요.',
  variable: '변수로 이미지를 정했어요. `--build-arg`로 바꾸지 않으면 ARG의 기본값을 써요.',
  endOfLife: (name, date) =>
    `**${name} 버전은 지원이 끝났어요(${date}).** 보안 업데이트가 더는 나오지 않고, 패키지 서버도 없어졌을 수 있어요.`,
  supportedUntil: (name, date) => `${name} 버전은 ${date}까지 보안 업데이트를 받아요.`,
  deprecated: (name) => `**${code(name)} 이미지는 더는 관리하지 않아요.** 이 이름으로는 새 이미지가 나오지 않아요.`,
  replacement: (name) => `대신 권장하는 이미지: ${code(name)}`,
};

export const variable: Reference['variable'] = {
  value: (name, value) => `여기서 쓰는 ${code(name)} 값: ${code(value)}`,
  empty: (name) => `여기서 ${code(name)} 값은 비어 있어요.`,
  unknown: (name) => `${code(name)} 값은 빌드할 때 정해져요.`,
  undefined: (name) => `${code(name)} 변수는 여기서 정의되어 있지 않아요. 빌더는 빈 값으로 바꿔요.`,
  env: (line) => `${line}번째 줄의 ENV에서 정했어요. 아래 단계와 컨테이너에서 모두 유효해요.`,
  arg: (line) => `${line}번째 줄 ARG의 기본값이에요. \`docker build --build-arg\`로 바꿀 수 있고, 컨테이너에는 없어요.`,
  argNoDefault: (name, line) =>
    `${line}번째 줄의 ARG에서 기본값 없이 선언했어요. ${code(`--build-arg ${name}=…`)} 옵션으로 주지 않으면 비어 있어요.`,
  globalArg: (line) => `첫 FROM 앞, ${line}번째 줄 ARG의 기본값이에요.`,
  globalArgNotDeclared: (name) =>
    `첫 FROM 앞의 ARG는 FROM 줄에서만 쓸 수 있어요. 여기서 쓰려면 이 스테이지에 ${code(`ARG ${name}`)} 줄을 추가하세요.`,
  stage: (stage) => `${code(stage)} 스테이지에서 물려받았어요.`,
  baseImage: (base) => `베이스 이미지 ${code(base)}에서 정한 값이에요.`,
  buildArg: (name) => `${code(`--build-arg ${name}`)} 옵션으로 받은 값이에요.`,
  predefined: '빌드에 넘기면 ARG 줄이 없어도 모든 RUN에서 보여요.',
  platform: (name) =>
    `빌더가 정해 줘요. FROM에서는 바로 쓸 수 있고, 스테이지 안에서는 ${code(`ARG ${name}`)} 줄이 먼저 필요해요.`,
  shell: '셸 변수예요. 명령을 실행할 때 셸이 바꾸고, 빌더는 건드리지 않아요.',
  envOverArg: '같은 이름의 ENV는 ARG와 `--build-arg`보다 우선해요.',
  noArg: (name) => `Dockerfile에 ${code(`ARG ${name}`)} 줄이 없어서 이 값은 쓰이지 않아요.`,
  unused: 'Dockerfile에서 쓰지 않아요.',
  atRun: (name) => `컨테이너를 시작할 때 ${code(`docker run -e ${name}=…`)} 옵션으로 다른 값을 줄 수 있어요.`,
  modifiers: {
    ':-': '변수가 없거나 비어 있으면 `:-` 뒤의 값을 써요.',
    '-': '변수가 없으면 `-` 뒤의 값을 써요.',
    ':+': '변수가 있고 비어 있지 않으면 `:+` 뒤의 값을 쓰고, 아니면 비워요.',
    '+': '변수가 있으면 `+` 뒤의 값을 쓰고, 아니면 비워요.',
    ':?': '변수가 없거나 비어 있으면 `:?` 뒤의 메시지를 보이고 빌드를 멈춰요.',
    '?': '변수가 없으면 `?` 뒤의 메시지를 보이고 빌드를 멈춰요.',
    '#': '앞에서부터 패턴과 가장 짧게 맞는 부분을 떼어 내요.',
    '##': '앞에서부터 패턴과 가장 길게 맞는 부분을 떼어 내요.',
    '%': '뒤에서부터 패턴과 가장 짧게 맞는 부분을 떼어 내요.',
    '%%': '뒤에서부터 패턴과 가장 길게 맞는 부분을 떼어 내요.',
    '/': '패턴과 처음 맞는 부분을 바꿔요.',
    '//': '패턴과 맞는 부분을 모두 바꿔요.',
  },
};

export const workdir: Reference['workdir'] = {
  resolved: (path) => `여기부터 작업 디렉터리: ${code(path)}`,
  relative: (written, base) => `${code(written)} 경로는 상대 경로라서 ${code(base)} 뒤에 이어 붙어요.`,
  unknownBase: (written) =>
    `${code(written)} 경로는 베이스 이미지가 정한 디렉터리에 이어 붙는데, 여기서는 알 수 없어요. \`/\`로 시작하세요.`,
  initial: 'WORKDIR가 없으면 베이스 이미지가 정한 디렉터리이고, 그것도 없으면 `/`예요.',
  created: '디렉터리가 없으면 만들어요.',
};

export const stage: Reference['stage'] = {
  declared: (name, index) => `빌드 스테이지 ${code(name)}, ${index}번이에요.`,
  unnamed: (index) => `이름 없는 빌드 스테이지, ${index}번이에요. \`AS 이름\`으로 이름을 붙일 수 있어요.`,
  use: (name, index) => `이 파일의 빌드 스테이지 ${code(name)}, ${index}번이에요.`,
  final: '마지막 스테이지예요. `--target`으로 다른 스테이지를 고르지 않으면 이것이 이미지가 돼요.',
  intermediate: '여기서 복사하거나(`COPY --from`) 여기에 쌓은(`FROM`) 것만 최종 이미지에 들어가요.',
  unused: '다른 스테이지가 쓰지 않아요. `--target`으로 고르지 않으면 BuildKit이 건너뛰어요.',
  target: (name) => `이 스테이지만 빌드하기: ${code(`docker build --target ${name} .`)}`,
  builtOn: (base) => `베이스: ${code(base)}`,
  usedIn: (lines) => `${lines.join(', ')}번째 줄에서 써요.`,
  takesFrom: (names) => `파일을 가져오는 곳: ${names.map(code).join(', ')}`,
  noTarget: (name, stages) =>
    `**Dockerfile에 ${code(name)} 스테이지가 없어요.** 빌드가 실패해요. ${stages.length === 0 ? '이름 있는 스테이지가 하나도 없어요.' : `있는 스테이지: ${stages.map(code).join(', ')}`}`,
};

export const user: Reference['user'] = {
  root: 'root는 컨테이너 안에서 무엇이든 할 수 있어요. 프로그램이 뚫리면 침입자도 마찬가지니까 마지막에는 다른 USER로 바꾸세요.',
  named: (name) => `${code(name)} 사용자는 쓰는 시점에 이미지의 \`/etc/passwd\`에 있어야 해요.`,
  numeric: (id) => `사용자 번호: ${code(id)}. \`/etc/passwd\`에 없어도 돼요. 쿠버네티스는 숫자만 확인할 수 있어요.`,
  group: (group) => `그룹은 ${code(group)}뿐이고, 사용자가 속한 다른 그룹은 무시해요.`,
  inForce: (name) => `여기서 적용되는 사용자: ${code(name)}`,
};

export const shell: Reference['shell'] = {
  inForce: (words) => `${code(words.join(' '))} 명령으로 실행해요.`,
  byDefaultLinux: '리눅스 이미지의 기본 명령 처리기인 셸 `/bin/sh`예요.',
  byDefaultWindows: '윈도우 이미지의 기본 명령 처리기인 명령 프롬프트 `cmd`예요.',
  byInstruction: (line) => `${line}번째 줄의 SHELL에서 정했어요.`,
  execForm: 'JSON 형식이에요. 셸 없이 프로그램을 바로 실행하니까 `$이름`, `&&`, `>`, `*`가 동작하지 않아요.',
  shellForm: '셸 형식이에요. 셸이 `$이름`을 바꾸고 `&&`, `|`, `>`, `*`를 처리해요.',
  errexit: '여기서는 `set -e`가 켜져 있어서 명령이 하나라도 실패하면 스크립트가 바로 멈춰요.',
  pipefail: '여기서는 `pipefail`이 켜져 있어서 파이프 안의 명령이 하나라도 실패하면 파이프 전체가 실패해요.',
};

export const copy: Reference['copy'] = {
  source: (path) => `빌드 컨텍스트(\`docker build\`에 준 폴더) 안의 경로예요: ${code(path)}`,
  everything: '빌드 컨텍스트 전체예요. `.dockerignore`에 적은 것은 빠져요.',
  remote: '빌드 중에 내려받아요.',
  git: 'Git 저장소예요. 빌드 중에 복제해요.',
  archive: '로컬 tar 압축 파일이에요. ADD는 대상 경로에 풀고, COPY는 풀지 않아요.',
  destination: (path) => `이미지 안의 대상 경로: ${code(path)}`,
  fromStage: (name) => `빌드 스테이지 ${code(name)}에서 복사해요.`,
  fromImage: (name) => `이미지 ${code(name)}에서 복사해요.`,
  fromContext: '빌드 컨텍스트에서 복사해요.',
  matches: (count, size) => `파일 ${count}개와 맞아요${size === undefined ? '' : `(${size})`}.`,
  matchesNone: '빌드 컨텍스트에 맞는 파일이 없어요. 빌드가 실패해요.',
  patternMatchesNone: '빌드 컨텍스트에 맞는 파일이 없어요. 아무것도 복사하지 않고 빌드는 계속돼요.',
  ignored: (pattern, line, file) => `${code(file)} ${line}번째 줄의 ${code(pattern)} 패턴 때문에 빠져요.`,
  partIgnored: (paths, more, pattern, line, file) =>
    `${paths.map(code).join(', ')}${more > 0 ? ` 외 ${more}개` : ''}: ${code(file)} ${line}번째 줄의 ${code(pattern)} 패턴 때문에 빠져요.`,
};

export const heredoc: Reference['heredoc'] = {
  run: (name) => `${code(name)} 줄까지가 스크립트예요. 마지막 명령의 종료 코드만 보니까 \`set -e\`로 시작하세요.`,
  copy: (name) => `${code(name)} 줄까지가 새 파일의 내용이에요.`,
  quoted: '이름에 따옴표가 있어서 `$이름`을 바꾸지 않아요.',
  expanded: '`$이름`이 바뀌어요. COPY와 ADD에서는 빌더가, RUN에서는 셸이 바꿔요.',
  tabs: '`<<-`는 줄 앞의 탭을 떼어 내요.',
  interpreter: (program) => `${code(program)} 프로그램으로 실행해요.`,
};

export const volume: Reference['volume'] = (path) =>
  `${code(path)} 데이터는 볼륨에 두어야 컨테이너를 삭제해도 남아요: ${code(`docker run -v data:${path} <이미지>`)}`;
