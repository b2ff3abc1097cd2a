import { code } from '../code';
import type { IgnoredPaths } from '../ignore';
import type { Reference } from '../types';

const told = ({ files, size, paths, more, atLeast }: IgnoredPaths): string => {
  const count = files === 0 ? '' : `파일 ${files}개${atLeast ? ' 이상' : ''}${size === undefined ? '' : `(${size})`}: `;
  return `${count}${paths.map(code).join(', ')}${more > 0 ? ` 외 ${more}개` : ''}`;
};

/** After github.com/moby/patternmatcher and https://docs.docker.com/build/concepts/context/#dockerignore-files. */
export const ignore: Reference['ignore'] = {
  comment: '주석이에요. `#`이 줄의 첫 글자일 때만 주석이 돼요.',
  noComment: '주석이 아니에요. `#`은 줄의 맨 첫 글자일 때만 주석을 시작해요.',
  invalid: '올바른 패턴이 아니에요. 빌드가 여기서 실패해요.',
  leavesOut: (what) => `컨텍스트에서 빠져요. ${told(what)}`,
  bringsBack: (what) => `다시 컨텍스트에 들어가요. ${told(what)}`,
  matchesNone: '지금 빌드 컨텍스트에는 맞는 것이 없어요.',
  matchesNoneSoFar: '살펴본 범위에는 맞는 것이 없어요. 빌드 컨텍스트에는 파일이 더 있어요.',
  already: (pattern, line) =>
    `여기서는 아무것도 바꾸지 않아요. ${line}번째 줄의 ${code(pattern)} 패턴이 이미 그렇게 해요.`,
  nothingToBringBack: '되살리는 것이 없어요. 이 패턴에 맞는 것을 제외하는 줄이 위에 없어요.',
  broughtBack: (paths, pattern, line) =>
    `이 가운데 경로 ${paths}개는 ${line}번째 줄의 ${code(pattern)} 패턴이 다시 넣어요.`,
  leftOutAgain: (paths, pattern, line) =>
    `이 가운데 경로 ${paths}개는 ${line}번째 줄의 ${code(pattern)} 패턴이 다시 제외해요.`,
  negation: '`!`는 윗줄에서 제외한 것을 다시 넣어요. 순서가 중요해요. 경로에 맞는 마지막 줄이 결정해요.',
  deep: '`**`는 폴더 몇 단계든 뜻해요. 0단계도 포함해요.',
  wildcard: '`*`와 `?`는 `/`와 맞지 않아요. 경로의 이름 하나 안에서만 맞고 다른 폴더까지 가지 않아요.',
  rooted: (anywhere) =>
    `\`.gitignore\`와 달리 빌드 컨텍스트의 루트에서부터 세요. 모든 폴더에서 찾으려면 ${code(anywhere)} 패턴을 쓰세요.`,
  slashes: '맨 앞이나 맨 뒤의 `/`는 있어도 뜻이 같아요.',
  place: '빌드 컨텍스트의 루트에 있는 파일만 읽어요. 하위 폴더의 파일은 읽지 않아요.',
  placeOf: (dockerfile) =>
    `${code(dockerfile)} 파일을 빌드할 때 \`.dockerignore\` 대신 읽어요. 두 파일은 합쳐지지 않아요.`,
};
