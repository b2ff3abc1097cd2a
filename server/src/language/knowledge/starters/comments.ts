import type { ReferenceLanguage } from '../reference/types';

/** What a starter says in between: by language, since whoever begins reads it first. */
export const starterComments = {
  deps: {
    en: 'Dependencies first: as long as only the source changes, this layer comes from the cache',
    ko: '의존성부터 설치해요. 소스만 바뀌면 이 레이어는 캐시에서 가져와요',
  },
  build: {
    en: 'Built here: compilers and sources do not get into the final image',
    ko: '여기서 빌드해요. 컴파일러와 소스는 최종 이미지에 들어가지 않아요',
  },
  run: {
    en: 'What runs: only what is needed, and not as root',
    ko: '실행할 이미지예요. 필요한 것만 담고 root로 실행하지 않아요',
  },
  port: {
    en: 'Publish it with: docker run -p 8080:<this port> …',
    ko: '밖에서 접속하려면: docker run -p 8080:<이 포트> …',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<ReferenceLanguage, string>>>>;

export type StarterComment = keyof typeof starterComments;
