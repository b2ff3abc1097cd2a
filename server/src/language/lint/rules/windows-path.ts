import type { Instruction, Word } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { defineRule } from '../rule';

export const windowsPath = defineRule({
  id: 'windows-path',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['ADD', 'COPY', 'ENV', 'VOLUME', 'WORKDIR', 'RUN', 'SHELL'],
  mentions: /\\/,
  text: {
    en: {
      summary: 'Backslash of a Windows path that the builder takes for an escape',
      eaten: (read: string) =>
        `The backslash is the escape character here, and the builder reads \`${read}\`. Write \`/\`, or begin the file with \`# escape=\`\`.`,
      joined:
        'The backslash at the end of the line joins it with the next one. Write `/`, or begin the file with `# escape=``.',
      fix: 'Write /',
    },
    ko: {
      summary: '빌더가 이스케이프로 읽는 Windows 경로의 역슬래시',
      eaten: (read: string) =>
        `여기서는 역슬래시가 이스케이프 문자라서 빌더가 \`${read}\`(으)로 읽어요. \`/\`를 쓰거나 파일을 \`# escape=\`\`로 시작해 주세요.`,
      joined: '줄 끝의 역슬래시는 다음 줄을 이어 붙여요. `/`를 쓰거나 파일을 `# escape=``로 시작해 주세요.',
      fix: '/로 쓰기',
    },
  },
  *checkInstruction({ instruction, inForce }) {
    if (!inForce.windows || instruction.escape !== '\\' || !instruction.text.includes('\\')) return;
    const joined = pathBeforeBreak(instruction);
    if (joined) {
      yield {
        at: joined,
        say: (text) => text.joined,
        fix: { title: (text) => text.fix, safety: 'unsafe', edits: [{ at: joined, text: '/' }] },
      };
      // what follows belongs to another instruction
      return;
    }
    const { keyword, json } = instruction;
    if (json || keyword === 'RUN' || keyword === 'SHELL') return;
    const words = keyword === 'ENV' ? instruction.pairs.flatMap(({ value }) => value ?? []) : instruction.words;
    for (const word of words) {
      if (!single.test(word.text) || /["']/.test(word.text)) continue;
      yield {
        at: word.at,
        say: (text) => text.eaten(word.text.replace(/\\(.)/g, '$1')),
        fix: { title: (text) => text.fix, safety: 'unsafe', edits: slashes(instruction, word) },
      };
    }
  },
});

/** A drive or a folder with a backslash that is not doubled behind it. */
const single = /^(?:[a-zA-Z]:|\$\{?\w+\}?|\.{0,2}|[\w.-]+)(?:\\[\w.-]+)+[\\/]?$/;

const slashes = (instruction: Instruction, { text, joinedAt, at }: Word) =>
  [...text].flatMap((unit, i) => {
    if (unit !== '\\') return [];
    const { start, end } = instruction.line.spanOf(joinedAt + i, joinedAt + i + 1);
    return start >= at.start && end <= at.end ? [{ at: { start, end }, text: '/' }] : [];
  });

/** An escape at the end of a line that belongs to a path: `C:\app\` with the next instruction behind it. */
function pathBeforeBreak({ text, continuations }: Instruction): Span | undefined {
  for (const at of continuations) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const before = text.slice(Math.max(lineStart, at - 200), at);
    const next = /^\\[ \t]*\r?\n[ \t]*([A-Z]{3,11})[ \t]/.exec(text.slice(at, at + 200))?.[1];
    if (/(?:^|[\s"=])(?:[a-zA-Z]:|\.{1,2})(?:\\[\w.-]+)*$/.test(before) && next && instructions.has(next)) {
      return { start: at, end: at + 1 };
    }
  }
  return undefined;
}

const instructions: ReadonlySet<string> = new Set([
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'LABEL',
  'RUN',
  'SHELL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);
