import type { Locale } from '../language';

/** What the server itself says to people, beside what the rules say. */
export interface Texts {
  readonly fixRule: (rule: string) => string;
  readonly fixAll: string;
  readonly fixAllLens: (count: number) => string;
  readonly ignoreHere: (rule: string) => string;
  readonly ignoreInFile: (rule: string) => string;
  readonly disableInWorkspace: (rule: string) => string;
  readonly explain: (rule: string) => string;
  readonly pinDigest: (image: string) => string;
  readonly pinTag: (image: string) => string;
  readonly isNewest: (image: string) => string;
  readonly notFound: (image: string, registry: string) => string;
  /** A registry answered with an HTTP status that is an error. */
  readonly registryTrouble: (server: string, status: number) => string;
  readonly newDockerignore: string;
  readonly configuration: (file: string, complaints: string) => string;
}

/** The texts by language. */
export const texts: Readonly<Record<Locale, Texts>> = {
  en: {
    fixRule: (rule) => `Fix all problems of ${rule} in this file`,
    fixAll: 'Fix all problems in this file that have a safe fix',
    fixAllLens: (count) =>
      count === 1 ? '$(wrench) Fix 1 problem' : `$(wrench) Fix all ${count} problems that have a safe fix`,
    ignoreHere: (rule) => `Ignore ${rule} for this instruction`,
    ignoreInFile: (rule) => `Ignore ${rule} in this file`,
    disableInWorkspace: (rule) => `Turn ${rule} off in this workspace`,
    explain: (rule) => `Explain ${rule}`,
    pinDigest: (image) => `Pin ${image} to the digest of its tag`,
    pinTag: (image) => `Change ${image} to its newest tag`,
    isNewest: (image) => `${image} has no newer tag of this kind.`,
    notFound: (image, registry) => `${registry} told nothing about ${image}: it may be private, or not exist.`,
    registryTrouble: (server, status) =>
      status === 429
        ? `${server} answers no more for now (429): its limit of requests is reached.`
        : `${server} answered with an error (${status}).`,
    newDockerignore: 'Begin a .dockerignore for the build context',
    configuration: (file, complaints) => `Slipway configuration (${file}): ${complaints}`,
  },
  ko: {
    fixRule: (rule) => `이 파일의 ${rule} 문제 모두 고치기`,
    fixAll: '이 파일에서 안전하게 고칠 수 있는 문제 모두 고치기',
    fixAllLens: (count) => `$(wrench) 안전하게 고칠 수 있는 문제 ${count}개 모두 고치기`,
    ignoreHere: (rule) => `이 명령에서 ${rule} 무시하기`,
    ignoreInFile: (rule) => `이 파일에서 ${rule} 무시하기`,
    disableInWorkspace: (rule) => `이 작업 영역에서 ${rule} 끄기`,
    explain: (rule) => `${rule} 설명 보기`,
    pinDigest: (image) => `${image}을(를) 태그의 다이제스트로 고정하기`,
    pinTag: (image) => `${image}을(를) 가장 새로운 태그로 바꾸기`,
    isNewest: (image) => `${image}에는 이런 종류의 더 새로운 태그가 없어요.`,
    notFound: (image, registry) =>
      `${registry}에서 ${image} 정보를 얻지 못했어요. 비공개이거나 없는 이미지일 수 있어요.`,
    registryTrouble: (server, status) =>
      status === 429
        ? `${server}의 요청 한도를 넘어서 지금은 답을 받을 수 없어요(429).`
        : `${server}에서 오류를 보냈어요(${status}).`,
    newDockerignore: '빌드 컨텍스트의 .dockerignore 만들기',
    configuration: (file, complaints) => `Slipway 설정(${file}): ${complaints}`,
  },
};
