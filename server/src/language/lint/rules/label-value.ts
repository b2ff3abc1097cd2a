import { object, optional, record, string } from 'valibot';
import { isLabelKind, isOfKind, labelKinds } from '../../knowledge/labelKinds';
import { labelsOf } from '../../model/labels';
import { defineRule } from '../rule';

export const labelValue = defineRule({
  id: 'label-value',
  category: 'style',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3051', ...Object.values(labelKinds)],
  needs: ['LABEL'],
  reads: ['LABEL'],
  options: object({ labels: optional(record(string(), string()), {}) }),
  text: {
    en: {
      summary: 'Label whose value is not what the schema says',
      empty: (label: string) => `The label \`${label}\` is empty.`,
      url: (label: string) => `The label \`${label}\` must be a URL.`,
      rfc3339: (label: string) => `The label \`${label}\` must be a time as in RFC 3339: \`2026-11-24T09:00:00Z\`.`,
      spdx: (label: string) => `The label \`${label}\` must be an SPDX license: \`MIT\`, \`Apache-2.0 OR MIT\`.`,
      hash: (label: string) => `The label \`${label}\` must be a Git hash of 7 or 40 digits, in lower case.`,
      semver: (label: string) => `The label \`${label}\` must be a semantic version: \`1.2.3\`, \`1.2.3-rc.1\`.`,
      email: (label: string) => `The label \`${label}\` must be an e-mail address.`,
    },
    ko: {
      summary: '정해진 형식에 맞지 않는 라벨 값',
      empty: (label: string) => `\`${label}\` 라벨이 비어 있어요.`,
      url: (label: string) => `\`${label}\` 라벨은 URL이어야 해요.`,
      rfc3339: (label: string) => `\`${label}\` 라벨은 \`2026-11-24T09:00:00Z\` 같은 RFC 3339 시각이어야 해요.`,
      spdx: (label: string) => `\`${label}\` 라벨은 \`MIT\`, \`Apache-2.0 OR MIT\` 같은 SPDX 라이선스여야 해요.`,
      hash: (label: string) => `\`${label}\` 라벨은 소문자 7자리나 40자리 Git 해시여야 해요.`,
      semver: (label: string) => `\`${label}\` 라벨은 \`1.2.3\`, \`1.2.3-rc.1\` 같은 시맨틱 버전이어야 해요.`,
      email: (label: string) => `\`${label}\` 라벨은 이메일 주소여야 해요.`,
    },
  },
  *checkFile(file, _around, { labels }) {
    if (Object.keys(labels).length === 0) return;
    for (const { key, value, at, valueAt } of labelsOf(file)) {
      const kind = Object.hasOwn(labels, key) ? labels[key]! : undefined;
      if (kind === undefined) continue;
      if (value === '') {
        yield { at, say: (text) => text.empty(key), as: ['DL3051'] };
        continue;
      }
      // what a variable gives is not known here
      if (value.includes('$') || !isLabelKind(kind) || isOfKind(value, kind)) continue;
      yield { at: valueAt, say: (text) => text[kind](key), as: [labelKinds[kind]] };
    }
  },
});
