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
    configuration: (file, complaints) => `Slipway 설정(${file}): ${complaints}`,
  },
};
