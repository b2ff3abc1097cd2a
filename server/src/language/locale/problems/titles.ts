import type { ProblemText } from './text';

/** What the fixes of problems are called. */
export const titleTexts = {
  replace: {
    en: (text) => `Replace by ${text}`,
    ko: (text) => `바꾸기: ${text}`,
  },
  insert: {
    en: (text) => `Insert ${text}`,
    ko: (text) => `${text} 넣기`,
  },
  remove: {
    en: (text) => `Remove ${text}`,
    ko: (text) => `${text} 지우기`,
  },
  'remove-line': {
    en: () => 'Remove this line',
    ko: () => '이 줄 지우기',
  },
  'close-quote': {
    en: (quote) => `Close the quote with ${quote}`,
    ko: (quote) => `${quote} 닫는 따옴표 넣기`,
  },
  'escape-quote': {
    en: (quote) => `Escape the quote: ${quote}`,
    ko: (quote) => `따옴표를 이스케이프하기: ${quote}`,
  },
  'quote-value': {
    en: () => 'Put the value in quotes',
    ko: () => '값을 따옴표로 감싸기',
  },
  'json-form': {
    en: () => 'Write it as a JSON array',
    ko: () => 'JSON 배열로 쓰기',
  },
  'join-value': {
    en: (text) => `Join flag and value: ${text}`,
    ko: (text) => `플래그와 값을 붙이기: ${text}`,
  },
  'continue-line': {
    en: (escape) => `Continue the line above with ${escape}`,
    ko: (escape) => `윗줄 끝에 ${escape} 넣어 이어 쓰기`,
  },
  'end-heredoc': {
    en: (name) => `End the heredoc with ${name}`,
    ko: (name) => `${name} 줄로 히어독 끝내기`,
  },
  'use-add': {
    en: () => 'Use ADD',
    ko: () => 'ADD 쓰기',
  },
} as const satisfies Record<string, ProblemText>;
