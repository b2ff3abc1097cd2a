import { knownBase } from '../../knowledge/bases';
import { mayDefine } from '../../model/globals';
import { type KnownBase, namesIn, undefinedUses } from '../../model/undefined';
import { nearest } from '../../text/suggest';
import { defineRule } from '../rule';

export const undefinedVariable = defineRule({
  id: 'undefined-variable',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  readsOf: (instruction) => {
    const { keyword, text, pairs } = instruction;
    // what the values are does not count
    if (keyword === 'ENV' && !text.includes('$')) return pairs.map(({ key }) => key.text).join(' ');
    return mayDefine(instruction) || text.includes('$') ? instruction : undefined;
  },
  aliases: ['UndefinedVar'],
  text: {
    en: {
      summary: 'Variable that nothing defines',
      found: (name: string) =>
        `\`$${name}\` is defined neither here nor in the base image, so it is empty. Declare it with ARG or ENV above.`,
      meant: (name: string, near: string) => `\`$${name}\` is not defined, so it is empty. Did you mean \`$${near}\`?`,
      fix: (near: string) => `Change to ${near}`,
    },
    ko: {
      summary: '정의되지 않은 변수',
      found: (name: string) =>
        `\`$${name}\`은(는) 이 파일에도 베이스 이미지에도 정의되지 않아서 빈 값이 돼요. 위에서 ARG나 ENV로 선언해 주세요.`,
      meant: (name: string, near: string) =>
        `\`$${name}\`은(는) 정의되지 않아서 빈 값이 돼요. \`$${near}\`을(를) 쓰려던 것 아닌가요?`,
      fix: (near: string) => `${near}(으)로 바꾸기`,
    },
  },
  *checkFile(file) {
    for (const { use, at, name, scope, certain, index } of undefinedUses(file, knownNames)) {
      const near = nearest(name, namesIn(scope));
      // the base image may define it: then only what looks like a slip is said
      if (!certain && !near) continue;
      const { start } = file.instructions[index]!;
      const nameAt = { start: use.nameAt.start + start, end: use.nameAt.end + start };
      yield {
        at,
        say: (text) => (near ? text.meant(name, near) : text.found(name)),
        as: ['UndefinedVar'],
        ...(near && {
          fix: { title: (text) => text.fix(near), safety: 'unsafe', edits: [{ at: nameAt, text: near }] },
        }),
      };
    }
  },
});

const knownNames: KnownBase = (repository, tag) => {
  const base = knownBase(repository, tag ?? '');
  return base && { has: (name) => base.env.includes(name), complete: base.complete };
};
