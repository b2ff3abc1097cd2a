import { boolean, object, optional, record, string } from 'valibot';
import { labelsOf } from '../../model/labels';
import { nearest } from '../../text/suggest';
import { defineRule } from '../rule';

export const noUnknownLabel = defineRule({
  id: 'no-unknown-label',
  category: 'style',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3050'],
  needs: ['LABEL'],
  reads: ['LABEL'],
  options: object({ labels: optional(record(string(), string()), {}), strict: optional(boolean(), false) }),
  text: {
    en: {
      summary: 'Label that the schema does not have',
      found: (label: string) => `The configuration knows no label \`${label}\`.`,
      meant: (label: string, near: string) =>
        `The configuration knows no label \`${label}\`. Did you mean \`${near}\`?`,
      fix: (near: string) => `Change to ${near}`,
    },
    ko: {
      summary: '정해진 목록에 없는 라벨',
      found: (label: string) => `설정에 \`${label}\`(이)라는 라벨이 없어요.`,
      meant: (label: string, near: string) =>
        `설정에 \`${label}\`(이)라는 라벨이 없어요. \`${near}\`를 쓰려던 것 아닌가요?`,
      fix: (near: string) => `${near}(으)로 바꾸기`,
    },
  },
  *checkFile(file, _around, { labels, strict }) {
    if (!strict) return;
    const known = Object.keys(labels);
    for (const { key, keyAt } of labelsOf(file)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      yield {
        at: keyAt,
        say: (text) => (near ? text.meant(key, near) : text.found(key)),
        as: ['DL3050'],
        ...(near && {
          fix: { title: (text) => text.fix(near), safety: 'unsafe', edits: [{ at: keyAt, text: near }] },
        }),
      };
    }
  },
});
