import { copiedBy, unquoted } from '../../model/copied';
import { defineRule } from '../rule';

export const absoluteCopyDestination = defineRule({
  id: 'absolute-copy-destination',
  category: 'correctness',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['COPY'],
  aliases: ['DL3045'],
  text: {
    en: {
      summary: 'COPY to a relative destination while no WORKDIR is set',
      found: (path: string) =>
        `Where \`${path}\` is depends on the base image's folder. Set a WORKDIR before, or write an absolute path.`,
      fix: (path: string) => `Write ${path}`,
    },
    ko: {
      summary: 'WORKDIR 없이 상대 경로로 복사하는 COPY',
      found: (path: string) =>
        `\`${path}\`가 어디인지는 베이스 이미지의 작업 디렉터리에 달려 있어요. 앞에서 WORKDIR를 정하거나 절대 경로로 써 주세요.`,
      fix: (path: string) => `${path}로 바꾸기`,
    },
  },
  *checkInstruction({ instruction, inForce }) {
    const destination = copiedBy(instruction)?.destination;
    if (!destination || inForce.workdirSet) return;
    const path = unquoted(destination.text);
    if (/^(?:[/$]|[A-Za-z]:)/.test(path)) return;
    const plain = !inForce.windows && !/["'\\]/.test(destination.text);
    const absolute = `/${path.replace(/^(?:\.\/+)+|^\.$/, '')}`;
    const { start, end } = destination.at;
    // the JSON form has its quotes inside the span
    const quote = instruction.json ? 1 : 0;
    yield {
      at: destination.at,
      say: (text) => text.found(destination.text),
      as: ['DL3045'],
      ...(plain && {
        fix: {
          title: (text) => text.fix(absolute),
          safety: 'unsafe',
          edits: [{ at: { start: start + quote, end: end - quote }, text: absolute }],
        },
      }),
    };
  },
});
