import type { ProblemText } from './text';

/** What is wrong with words, values, variables, names of stages and images. */
export const valueTexts = {
  'unclosed-single-quote': {
    en: () => "This single quote is never closed. Add the closing ', or put a backslash in front of it.",
    ko: () => "작은따옴표가 닫히지 않았어요. 닫는 '를 넣거나, 앞에 백슬래시를 붙이세요.",
  },
  'unclosed-double-quote': {
    en: () => 'This double quote is never closed. Add the closing ", or put a backslash in front of it.',
    ko: () => '큰따옴표가 닫히지 않았어요. 닫는 "를 넣거나, 앞에 백슬래시를 붙이세요.',
  },
  'unclosed-brace': {
    en: () => 'This `${` is never closed. Add the missing `}`.',
    ko: () => '`${`가 닫히지 않았어요. 빠진 `}`를 넣으세요.',
  },
  'unclosed-slash': {
    en: () => 'This replacement has no second `/`: write `${name/pattern/text}`.',
    ko: () => '치환에 두 번째 `/`가 없어요. `${name/pattern/text}` 꼴로 쓰세요.',
  },
  'bad-substitution': {
    en: () => 'There is no variable name behind this `${`.',
    ko: () => '`${` 뒤에 변수 이름이 없어요.',
  },
  'unsupported-modifier': {
    en: (modifier) =>
      `The builder does not know the modifier \`${modifier}\`: it knows \`:-\`, \`:+\`, \`:?\`, \`#\`, \`%\` and \`/\`.`,
    ko: (modifier) =>
      `빌더가 모르는 변수 수식어예요: \`${modifier}\`. \`:-\`, \`:+\`, \`:?\`, \`#\`, \`%\`, \`/\`만 쓸 수 있어요.`,
  },
  'invalid-pattern': {
    en: (pattern) =>
      `\`${pattern}\` is no pattern: a backslash may stand only before \`*\`, \`?\`, \`\\\`, \`}\` and \`/\`.`,
    ko: (pattern) =>
      `패턴이 잘못되었어요: \`${pattern}\`. 백슬래시는 \`*\`, \`?\`, \`\\\`, \`}\`, \`/\` 앞에만 쓸 수 있어요.`,
  },
  'required-variable': {
    en: (name, message) => `\`${name}\` must be set here, and nothing sets it${message ? `: ${message}` : '.'}`,
    ko: (name, message) =>
      `여기서는 \`${name}\` 변수가 있어야 하는데 정하는 곳이 없어요${message ? `: ${message}` : '.'}`,
  },
  'duration-invalid': {
    en: (name, value) => `\`${value}\` is no duration for \`--${name}\`: write something like 30s or 1m30s.`,
    ko: (name, value) => `\`${value}\` 값은 \`--${name}\`에 쓸 수 있는 시간이 아니에요. 30s나 1m30s처럼 쓰세요.`,
  },
  'duration-no-unit': {
    en: (_name, value) => `The duration \`${value}\` has no unit: write \`${value}s\` for seconds.`,
    ko: (_name, value) => `시간 \`${value}\` 값에 단위가 없어요. 초라면 \`${value}s\`로 쓰세요.`,
  },
  'duration-unknown-unit': {
    en: (_name, value, unit) => `\`${unit}\` in \`${value}\` is no unit: use ns, us, ms, s, m or h.`,
    ko: (_name, value, unit) => `\`${value}\` 값의 \`${unit}\` 단위는 쓸 수 없어요. ns, us, ms, s, m, h 중에서 쓰세요.`,
  },
  'duration-too-short': {
    en: (name, value) => `\`--${name}\` must be 0 or at least 1ms, and \`${value}\` is less.`,
    ko: (name, value) => `\`--${name}\` 값은 0이거나 1ms 이상이어야 하는데 \`${value}\` 값은 그보다 짧아요.`,
  },
  'retries-number': {
    en: (value) => `\`--retries\` takes a whole number, not \`${value}\`.`,
    ko: (value) => `\`--retries\` 값은 \`${value}\` 대신 정수여야 해요.`,
  },
  'retries-negative': {
    en: (value) => `\`--retries\` cannot be negative (${value}).`,
    ko: (value) => `\`--retries\` 값은 음수일 수 없어요(${value}).`,
  },
  'port-missing': {
    en: (text) => `There is no port in \`${text}\`.`,
    ko: (text) => `\`${text}\` 부분에 포트 번호가 없어요.`,
  },
  'port-number': {
    en: (port) => `\`${port}\` is no port: use a number up to 65535, or a range such as 8000-8010.`,
    ko: (port) => `\`${port}\` 값은 포트가 아니에요. 65535까지의 숫자나 8000-8010 같은 범위를 쓰세요.`,
  },
  'port-protocol': {
    en: (protocol) => `\`${protocol}\` is no protocol that EXPOSE knows: use tcp, udp or sctp.`,
    ko: (protocol) => `EXPOSE가 모르는 프로토콜이에요: \`${protocol}\`. tcp, udp, sctp 중에서 쓰세요.`,
  },
  'port-address': {
    en: (address) => `\`${address}\` is no IP address. EXPOSE takes the container’s port alone.`,
    ko: (address) => `\`${address}\` 부분은 IP 주소가 아니에요. EXPOSE에는 컨테이너 포트만 쓰면 돼요.`,
  },
  'port-ranges': {
    en: (port, host) =>
      `The ranges ${port} and ${host} are not equally long. EXPOSE takes the container’s ports alone.`,
    ko: (port, host) => `포트 범위 ${port}, ${host} 길이가 서로 달라요. EXPOSE에는 컨테이너 포트만 쓰면 돼요.`,
  },
  'signal-unknown': {
    en: (signal) => `\`${signal}\` is no signal: use a name such as SIGTERM, or a number other than 0.`,
    ko: (signal) => `\`${signal}\` 값은 시그널이 아니에요. SIGTERM 같은 이름이나 0이 아닌 숫자를 쓰세요.`,
  },
  'volume-empty': {
    en: () => 'A path of VOLUME cannot be empty.',
    ko: () => 'VOLUME 경로는 비어 있을 수 없어요.',
  },
  'base-blank': {
    en: (word) => `\`${word}\` comes to nothing, so FROM has no image. Declare the variable with ARG before FROM.`,
    ko: (word) => `\`${word}\` 값이 비어서 FROM에 이미지가 없어요. FROM 앞에 ARG로 변수를 선언하세요.`,
  },
  'image-reference': {
    en: (name) => `\`${name}\` is no image reference: write [registry/]name[:tag][@digest].`,
    ko: (name) => `\`${name}\` 부분은 이미지 참조가 아니에요. [레지스트리/]이름[:태그][@다이제스트] 꼴로 쓰세요.`,
  },
  'image-uppercase': {
    en: (name) => `An image’s name must be in lower case, and \`${name}\` is no stage before this line.`,
    ko: (name) => `이미지 이름은 소문자여야 해요. 이 줄 앞에 \`${name}\` 스테이지도 없어요.`,
  },
  'image-digest': {
    en: (name) => `The digest of \`${name}\` is not of a form that the builder knows, such as sha256 with 64 digits.`,
    ko: (name) => `\`${name}\` 이미지의 다이제스트 형식이 잘못되었어요. sha256과 64자리 16진수처럼 써야 해요.`,
  },
  'platform-empty': {
    en: (word) => `\`${word}\` comes to nothing, so \`--platform\` is empty.`,
    ko: (word) => `\`${word}\` 값이 비어서 \`--platform\` 값이 없어요.`,
  },
  'platform-invalid': {
    en: (platform) => `\`${platform}\` is no platform: write os/arch, such as linux/amd64.`,
    ko: (platform) => `\`${platform}\` 값은 플랫폼이 아니에요. linux/amd64처럼 운영체제/아키텍처 꼴로 쓰세요.`,
  },
  'stage-index': {
    en: (index) => `There is no stage with the number ${index}: stages count from 0.`,
    ko: (index) => `${index}번 스테이지가 없어요. 스테이지 번호는 0부터 세요.`,
  },
  'stage-later': {
    en: (name) => `The stage \`${name}\` begins further down: only stages above this one can be used here.`,
    ko: (name) => `\`${name}\` 스테이지는 이 아래에서 시작해요. 여기서는 위에 있는 스테이지만 쓸 수 있어요.`,
  },
  'stage-cycle': {
    en: (name) => `The stage \`${name}\` needs this one, or is this one: a stage cannot be built from itself.`,
    ko: (name) =>
      `\`${name}\` 스테이지가 이 스테이지 자신이거나 이 스테이지를 필요로 해요. 순환해서 빌드할 수는 없어요.`,
  },
  'copy-remote': {
    en: (source) => `COPY takes files of the build context, not \`${source}\`. Use ADD for it.`,
    ko: (source) => `COPY는 빌드 컨텍스트의 파일만 복사해요. \`${source}\` 주소에는 ADD를 쓰세요.`,
  },
  'chmod-invalid': {
    en: (mode) => `\`${mode}\` is no file mode: write an octal number up to 7777, such as 755.`,
    ko: (mode) => `\`${mode}\` 값은 파일 모드가 아니에요. 755처럼 7777까지의 8진수로 쓰세요.`,
  },
  'checksum-sources': {
    en: () => '`--checksum` goes with exactly one source.',
    ko: () => '`--checksum` 플래그는 원본이 하나일 때만 쓸 수 있어요.',
  },
  'checksum-local': {
    en: (source) => `\`--checksum\` goes with a URL or a Git repository, not with the local file \`${source}\`.`,
    ko: (source) => `\`--checksum\` 플래그는 URL이나 Git 저장소에만 쓸 수 있어요. \`${source}\` 파일에는 못 써요.`,
  },
  'checksum-invalid': {
    en: (value) => `\`${value}\` is no checksum: write sha256: and its 64 hexadecimal digits.`,
    ko: (value) => `\`${value}\` 값은 체크섬이 아니에요. sha256: 뒤에 64자리 16진수를 쓰세요.`,
  },
  'network-mode': {
    en: (mode) => `\`${mode}\` is no network mode: use default, none or host.`,
    ko: (mode) => `\`${mode}\` 값은 네트워크 모드가 아니에요. default, none, host 중에서 쓰세요.`,
  },
  'security-mode': {
    en: (mode) => `\`${mode}\` is no security mode: use sandbox or insecure.`,
    ko: (mode) => `\`${mode}\` 값은 보안 모드가 아니에요. sandbox나 insecure를 쓰세요.`,
  },
  'device-field': {
    en: (field) => `\`${field}\` is no part of \`--device\`: write name[,required].`,
    ko: (field) => `\`${field}\` 부분은 \`--device\`에 쓸 수 없어요. 이름[,required] 꼴로 쓰세요.`,
  },
  'mount-empty': {
    en: () => '`--mount` needs at least a type and a target: `--mount=type=cache,target=/path`.',
    ko: () => '`--mount`에는 적어도 종류와 위치가 필요해요: `--mount=type=cache,target=/path`.',
  },
  'mount-comma': {
    en: () => 'There is nothing beside this comma: remove it, or write key=value.',
    ko: () => '쉼표 옆에 아무것도 없어요. 쉼표를 지우거나 키=값을 쓰세요.',
  },
  'mount-key': {
    en: (key, near) => `\`--mount\` has no key \`${key}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
    ko: (key, near) => `\`--mount\`에 \`${key}\` 키는 없어요.${near ? ` 혹시 \`${near}\`인가요?` : ''}`,
  },
  'mount-key-type': {
    en: (key, type) => `A mount of type ${type} does not take \`${key}\`. Give \`type=\` first if it is another type.`,
    ko: (key, type) => `${type} 종류의 마운트에는 \`${key}\` 키를 쓸 수 없어요. 다른 종류라면 \`type=\`을 먼저 쓰세요.`,
  },
  'mount-no-value': {
    en: (key) => `\`${key}\` needs a value: \`${key}=…\`.`,
    ko: (key) => `\`${key}\` 키에는 값이 있어야 해요: \`${key}=…\`.`,
  },
  'mount-type': {
    en: (type) => `\`${type}\` is no type of mount: use bind, cache, tmpfs, secret or ssh.`,
    ko: (type) => `\`${type}\` 값은 마운트 종류가 아니에요. bind, cache, tmpfs, secret, ssh 중에서 쓰세요.`,
  },
  'mount-sharing': {
    en: (value) => `\`sharing\` is shared, private or locked, not \`${value}\`.`,
    ko: (value) => `\`sharing\` 값은 \`${value}\` 대신 shared, private, locked 중에서 쓰세요.`,
  },
  'mount-value': {
    en: (key, value) => `\`${value}\` is no value for \`${key}\`.`,
    ko: (key, value) => `\`${value}\` 값은 \`${key}\` 키에 쓸 수 없어요.`,
  },
  'mount-secret': {
    en: () => 'A secret mount needs an id, a source or a target.',
    ko: () => 'secret 마운트에는 id, source, target 중 하나가 있어야 해요.',
  },
  'mount-secret-both': {
    en: () => 'A secret mount takes either `id` or `source`, not both.',
    ko: () => 'secret 마운트에는 `id`와 `source` 중 하나만 쓸 수 있어요.',
  },
  'mount-target': {
    en: (target) => `\`${target}\` cannot be the target of a mount: choose a directory below \`/\`.`,
    ko: (target) => `\`${target}\` 위치에는 마운트할 수 없어요. \`/\` 아래의 디렉터리를 고르세요.`,
  },
} as const satisfies Record<string, ProblemText>;
