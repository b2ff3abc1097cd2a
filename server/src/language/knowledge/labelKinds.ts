import { spdxLicenses } from './spdxLicenses';

/** What a label's value may have to be, in hadolint's words, with hadolint's id for a value that is not. */
export const labelKinds = {
  url: 'DL3052',
  rfc3339: 'DL3053',
  spdx: 'DL3054',
  hash: 'DL3055',
  semver: 'DL3056',
  email: 'DL3058',
} as const;

export type LabelKind = keyof typeof labelKinds;

export const isLabelKind = (kind: string): kind is LabelKind => Object.hasOwn(labelKinds, kind);

const url = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const time = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
const hash = /^(?:[0-9a-f]{7}|[0-9a-f]{40})$/;
/** semver.org's own, its alternatives disjoint: linear. */
const semver = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;
const localPart = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
const host = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

const daysOf = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

function isTime(value: string): boolean {
  const [year, month, day, hour, minute, second] = (time.exec(value) ?? []).slice(1).map(Number);
  if (year === undefined) return false;
  const date = month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysOf(year, month!);
  return date && hour! <= 23 && minute! <= 59 && second! <= 60;
}

function isSemver(value: string): boolean {
  const match = semver.exec(value);
  if (!match) return false;
  const parts = (text: string | undefined) => text?.split('.') ?? [];
  return (
    parts(match[1]).every((part) => part !== '' && !/^0\d+$/.test(part)) && parts(match[2]).every((part) => part !== '')
  );
}

function isEmail(value: string): boolean {
  const sign = value.lastIndexOf('@');
  const local = value.slice(0, sign);
  if (sign < 1 || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  return localPart.test(local) && host.test(value.slice(sign + 1));
}

/** `MIT`, `Apache-2.0 OR MIT`, `(GPL-2.0-or-later WITH Classpath-exception-2.0)`. */
function isSpdx(value: string): boolean {
  const words = value.replace(/[()]/g, ' ').split(' ').filter(Boolean);
  if (words.length % 2 === 0) return false;
  return words.every((word, i) => {
    if (i % 2 === 1) return ['AND', 'OR', 'WITH'].includes(word);
    // exceptions are not in the list
    return (
      words[i - 1] === 'WITH' || /^LicenseRef-[A-Za-z0-9.-]+$/.test(word) || spdxLicenses.has(word.replace(/\+$/, ''))
    );
  });
}

const tests: Readonly<Record<LabelKind, (value: string) => boolean>> = {
  url: (value) => url.test(value),
  rfc3339: isTime,
  spdx: isSpdx,
  hash: (value) => hash.test(value),
  semver: isSemver,
  email: isEmail,
};

/** True where a value is of a kind. */
export const isOfKind = (value: string, kind: LabelKind): boolean => tests[kind](value);
