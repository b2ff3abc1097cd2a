import type { ProblemText } from './text';

/** What is wrong with a file, an instruction, its arguments or its flags. */
export const structureTexts = {
  'no-instructions': {
    en: () => 'This file has no instructions: start it with FROM and a base image.',
    ko: () => '명령이 하나도 없어요. FROM과 베이스 이미지로 시작하세요.',
  },
  'no-from': {
    en: () => 'There is no FROM: a build needs a base image, so start with a line such as `FROM alpine:3.22`.',
    ko: () => 'FROM이 없어요. 빌드하려면 베이스 이미지가 있어야 하니 `FROM alpine:3.22` 같은 줄로 시작하세요.',
  },
  'before-from': {
    en: (keyword) => `${keyword} stands before the first FROM, where only ARG may stand. Move it behind FROM.`,
    ko: (keyword) => `첫 FROM 앞에는 ARG만 올 수 있는데 ${keyword} 명령이 있어요. FROM 뒤로 옮기세요.`,
  },
  'line-too-long': {
    en: () => 'This line is longer than 65535 bytes, which the builder does not read. Break it into several.',
    ko: () => '이 줄은 65535바이트를 넘어서 빌더가 읽지 못해요. 여러 줄로 나누세요.',
  },
  'directive-duplicate': {
    en: (name) => `The parser directive \`${name}\` may be given only once. Remove this one.`,
    ko: (name) => `파서 지시어 \`${name}\` 줄은 한 번만 쓸 수 있어요. 이 줄을 지우세요.`,
  },
  'escape-invalid': {
    en: (value) => `\`${value}\` is no escape character: it must be a backslash or a backtick.`,
    ko: (value) => `\`${value}\` 값은 이스케이프 문자가 될 수 없어요. 백슬래시나 백틱만 쓸 수 있어요.`,
  },
  'check-invalid': {
    en: (option) => `\`${option}\` is no option of \`# check\`: use skip=…, error=true, error=false or experimental=….`,
    ko: (option) =>
      `\`${option}\` 부분은 \`# check\` 옵션이 아니에요. skip=…, error=true, error=false, experimental=… 중에서 쓰세요.`,
  },
  'unknown-instruction': {
    en: (word, near) => `Unknown instruction: ${word}.${near ? ` Did you mean ${near}?` : ''}`,
    ko: (word, near) => `알 수 없는 명령이에요: ${word}.${near ? ` 혹시 ${near}인가요?` : ''}`,
  },
  'missing-argument': {
    en: (keyword) => `${keyword} needs an argument.`,
    ko: (keyword) => `${keyword} 명령에는 인수가 필요해요.`,
  },
  'no-destination': {
    en: (keyword) => `${keyword} needs at least two arguments: what to copy, and where to put it.`,
    ko: (keyword) => `${keyword} 명령에는 복사할 원본과 넣을 위치, 이렇게 인수가 둘 이상 필요해요.`,
  },
  'from-arity': {
    en: () => 'FROM takes an image, or an image, AS and a stage name.',
    ko: () => 'FROM에는 이미지 하나만 쓰거나, 이미지와 AS와 스테이지 이름을 차례로 써야 해요.',
  },
  'from-as': {
    en: (word) => `AS is expected between the image and the stage name, not \`${word}\`.`,
    ko: (word) => `이미지와 스테이지 이름 사이에는 \`${word}\` 대신 AS를 써야 해요.`,
  },
  'stage-name': {
    en: (name) =>
      `\`${name}\` cannot name a stage: begin with a letter, then use letters, digits, \`-\`, \`_\` and \`.\`.`,
    ko: (name) =>
      `\`${name}\` 이름은 스테이지에 쓸 수 없어요. 영문자로 시작하고 영문자, 숫자, \`-\`, \`_\`, \`.\`만 쓰세요.`,
  },
  'unknown-flag': {
    en: (name, keyword, near) => `${keyword} has no flag \`--${name}\`.${near ? ` Did you mean \`--${near}\`?` : ''}`,
    ko: (name, keyword, near) =>
      `${keyword} 명령에 \`--${name}\` 플래그는 없어요.${near ? ` 혹시 \`--${near}\`인가요?` : ''}`,
  },
  'no-flags': {
    en: (name, keyword) => `${keyword} takes no flags, and \`--${name}\` in front of its arguments is read as one.`,
    ko: (name, keyword) => `${keyword} 명령은 플래그를 받지 않는데, 인수 앞의 \`--${name}\` 부분이 플래그로 읽혀요.`,
  },
  'flag-needs-labs': {
    en: (name) => `\`--${name}\` is known to the labs channel alone: add \`# syntax=docker/dockerfile:1-labs\` on top.`,
    ko: (name) =>
      `\`--${name}\` 플래그는 labs 채널에만 있어요. 맨 위에 \`# syntax=docker/dockerfile:1-labs\` 줄을 넣으세요.`,
  },
  'flag-duplicate': {
    en: (name) => `\`--${name}\` is given twice. Keep one of them.`,
    ko: (name) => `\`--${name}\` 플래그를 두 번 썼어요. 하나만 남기세요.`,
  },
  'flag-no-value': {
    en: (name) => `\`--${name}\` needs a value right behind it: \`--${name}=…\`.`,
    ko: (name) => `\`--${name}\` 플래그에는 바로 뒤에 값이 있어야 해요: \`--${name}=…\`.`,
  },
  'flag-not-boolean': {
    en: (name, value) => `\`--${name}\` is either true or false, not \`${value}\`.`,
    ko: (name, value) => `\`--${name}\` 플래그의 값은 \`${value}\` 대신 true나 false여야 해요.`,
  },
  'flag-variable': {
    en: (name) =>
      `\`--${name}\` cannot use a variable. Give the image a name with \`FROM … AS name\` and copy from that stage.`,
    ko: (name) =>
      `\`--${name}\` 값에는 변수를 쓸 수 없어요. \`FROM … AS 이름\`으로 스테이지를 만들고 그 이름을 쓰세요.`,
  },
  'json-not-strings': {
    en: (keyword) => `The JSON array of ${keyword} may hold only strings: put every item in double quotes.`,
    ko: (keyword) => `${keyword} 명령의 JSON 배열에는 문자열만 넣을 수 있어요. 항목마다 큰따옴표로 감싸세요.`,
  },
  'shell-not-json': {
    en: () => 'SHELL must be a JSON array, such as `SHELL ["/bin/bash", "-c"]`.',
    ko: () => 'SHELL은 `SHELL ["/bin/bash", "-c"]`처럼 JSON 배열로 써야 해요.',
  },
  'missing-equals': {
    en: (word) => `\`${word}\` has no \`=\`: write name=value, with quotes around a value that has spaces.`,
    ko: (word) => `\`${word}\` 부분에 \`=\`가 없어요. 이름=값 꼴로 쓰고, 공백이 있는 값은 따옴표로 감싸세요.`,
  },
  'missing-value': {
    en: (keyword, name) => `${keyword} needs a value for \`${name}\`: write \`${name}=…\`.`,
    ko: (keyword, name) => `${keyword} 명령의 \`${name}\` 이름에 값이 없어요. \`${name}=…\` 꼴로 쓰세요.`,
  },
  'blank-name': {
    en: (keyword) => `${keyword} needs a name in front of \`=\`.`,
    ko: (keyword) => `${keyword} 명령에는 \`=\` 앞에 이름이 있어야 해요.`,
  },
  'onbuild-trigger': {
    en: (keyword) => `${keyword} is not allowed as an ONBUILD trigger.`,
    ko: (keyword) => `${keyword} 명령은 ONBUILD 뒤에 쓸 수 없어요.`,
  },
  'onbuild-chain': {
    en: () => 'ONBUILD cannot hold another ONBUILD. Remove one of them.',
    ko: () => 'ONBUILD 뒤에 ONBUILD를 또 쓸 수 없어요. 하나를 지우세요.',
  },
  'heredoc-unterminated': {
    en: (name) => `This heredoc never ends: put \`${name}\` alone on a line behind its text.`,
    ko: (name) => `히어독이 끝나지 않아요. 내용 다음 줄에 \`${name}\` 한 단어만 쓰세요.`,
  },
  'heredoc-destination': {
    en: (keyword) => `${keyword} cannot take a heredoc as its destination: put a path behind it.`,
    ko: (keyword) => `${keyword} 명령은 히어독을 목적지로 쓸 수 없어요. 뒤에 경로를 쓰세요.`,
  },
  'healthcheck-type': {
    en: (word) => `HEALTHCHECK is followed by CMD or NONE, not by \`${word}\`.`,
    ko: (word) => `HEALTHCHECK 다음에는 \`${word}\` 대신 CMD나 NONE이 와야 해요.`,
  },
  'healthcheck-none': {
    en: () => 'HEALTHCHECK NONE takes no arguments.',
    ko: () => 'HEALTHCHECK NONE 뒤에는 인수를 쓸 수 없어요.',
  },
  'healthcheck-no-command': {
    en: () => 'HEALTHCHECK CMD needs a command behind it.',
    ko: () => 'HEALTHCHECK CMD 뒤에는 실행할 명령이 있어야 해요.',
  },
} as const satisfies Record<string, ProblemText>;
