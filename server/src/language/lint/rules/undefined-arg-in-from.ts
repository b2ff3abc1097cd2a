import { namesIn, undefinedArgsInFrom } from '../../model/undefined';
import { nearest } from '../../text/suggest';
import { defineRule } from '../rule';

export const undefinedArgInFrom = defineRule({
  id: 'undefined-arg-in-from',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['UndefinedArgInFrom'],
  reads: [],
  text: {
    en: {
      summary: 'FROM with a variable that no ARG above declares',
      found: (name: string) =>
        `No ARG before the first FROM declares \`${name}\`: it is empty, whatever \`--build-arg\` says.`,
      meant: (name: string, near: string) =>
        `No ARG before the first FROM declares \`${name}\`. Did you mean \`${near}\`?`,
      rename: (near: string) => `Change to ${near}`,
      declare: (name: string) => `Declare ARG ${name} at the top`,
    },
    ko: {
      summary: '선언되지 않은 변수를 쓴 FROM',
      found: (name: string) =>
        `첫 FROM 앞에 \`${name}\`을(를) 선언한 ARG가 없어요. \`--build-arg\`로 값을 넘겨도 빈 값이 돼요.`,
      meant: (name: string, near: string) =>
        `첫 FROM 앞에 \`${name}\`을(를) 선언한 ARG가 없어요. \`${near}\`을(를) 쓰려던 것 아닌가요?`,
      rename: (near: string) => `${near}(으)로 바꾸기`,
      declare: (name: string) => `맨 위에 ARG ${name} 선언하기`,
    },
  },
  *checkFile(file) {
    const first = file.instructions.find(({ instruction }) => instruction.keyword === 'FROM');
    for (const { use, at, name, scope, stage } of undefinedArgsInFrom(file)) {
      const near = nearest(name, namesIn(scope));
      const nameAt = { start: use.nameAt.start + stage.from.start, end: use.nameAt.end + stage.from.start };
      const top = first!.start;
      yield {
        at,
        say: (text) => (near ? text.meant(name, near) : text.found(name)),
        as: ['UndefinedArgInFrom'],
        fix: near
          ? { title: (text) => text.rename(near), safety: 'unsafe', edits: [{ at: nameAt, text: near }] }
          : {
              title: (text) => text.declare(name),
              safety: 'unsafe',
              edits: [{ at: { start: top, end: top }, text: `ARG ${name}\n` }],
            },
      };
    }
  },
});
