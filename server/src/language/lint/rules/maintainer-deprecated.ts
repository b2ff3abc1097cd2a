import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const maintainerDeprecated = defineRule({
  id: 'maintainer-deprecated',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['MAINTAINER'],
  aliases: ['MaintainerDeprecated', 'DL4000', 'DS-0022', 'CKV_DOCKER_6'],
  text: {
    en: {
      summary: 'MAINTAINER is deprecated',
      found: 'MAINTAINER is deprecated. Use the label `org.opencontainers.image.authors`.',
      fix: 'Replace by LABEL org.opencontainers.image.authors',
    },
    ko: {
      summary: '더 이상 쓰지 않는 MAINTAINER',
      found: 'MAINTAINER는 더 이상 쓰지 않아요. `org.opencontainers.image.authors` 라벨을 써 주세요.',
      fix: 'LABEL org.opencontainers.image.authors로 바꾸기',
    },
  },
  *checkInstruction({ instruction }) {
    const edits = asLabel(instruction);
    yield {
      at: instruction.keywordAt,
      say: (text) => text.found,
      as: ['MaintainerDeprecated', 'DL4000'],
      tags: ['deprecated'],
      ...(edits && { fix: { title: (text) => text.fix, safety: 'safe', edits } }),
    };
  },
});

/** MAINTAINER takes its text as it stands, LABEL expands it: what LABEL would read differently is escaped. */
function asLabel(instruction: Instruction): Edit[] | undefined {
  const { argument, argumentAt, escape, continuations, keywordAt, written } = instruction;
  if (argument === '' || continuations.length > 0) return undefined;
  const unquoted = /^"([^"]*)"$/.exec(argument)?.[1] ?? argument;
  let value = '';
  for (const unit of unquoted) value += unit === '"' || unit === '$' || unit === escape ? escape + unit : unit;
  const keyword = written === written.toLowerCase() ? 'label' : 'LABEL';
  const at = { start: keywordAt.start, end: argumentAt.end };
  return [{ at, text: `${keyword} org.opencontainers.image.authors="${value}"` }];
}
