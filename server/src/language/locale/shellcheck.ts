import type { Locale } from './locale';

interface ShellcheckTexts {
  /** @param summary what our own rule of that id says, where there is one; `message` is ShellCheck's, in English */
  readonly found: (code: string, message: string, summary: string | undefined) => string;
  readonly fix: (code: string) => string;
}

/** What frames the words of the real ShellCheck. */
export const shellcheckTexts: Readonly<Record<Locale, ShellcheckTexts>> = {
  en: {
    found: (code, message) => `${message} (ShellCheck ${code})`,
    fix: (code) => `Fix as ShellCheck proposes (${code})`,
  },
  ko: {
    found: (code, message, summary) => `${summary === undefined ? '' : `${summary}: `}${message} (ShellCheck ${code})`,
    fix: (code) => `ShellCheck가 제안한 대로 고치기 (${code})`,
  },
};
