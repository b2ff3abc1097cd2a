import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC1001: 'backslash',
  SC1012: 'control',
  SC2140: 'inner',
} as const;

const codes = ['SC1001', 'SC1012', 'SC2140'] as const;

export const misleadingQuoting = defineRule({
  id: 'misleading-quoting',
  category: 'correctness',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Quotes or backslashes that do not do what they seem to',
      backslash: 'Outside of quotes a backslash before an ordinary letter vanishes. Put it in quotes, or leave it out.',
      control: 'Outside of quotes this is a plain letter and no tab or line break. Use `printf` with quotes.',
      inner:
        'The quotes before this end the outer ones, so neither reaches the command. Write `\\"` for a quote that belongs to the text.',
    },
    ko: {
      summary: '보이는 것과 다르게 동작하는 따옴표와 백슬래시',
      backslash: '따옴표 밖에서 일반 글자 앞의 백슬래시는 사라져요. 따옴표로 감싸거나 빼 주세요.',
      control: '따옴표 밖에서는 탭이나 줄바꿈이 아니라 그냥 글자예요. 따옴표와 함께 `printf`를 써 주세요.',
      inner:
        '앞의 따옴표가 바깥 따옴표를 닫아서 둘 다 명령에 전달되지 않아요. 텍스트에 들어갈 따옴표는 `\\"`로 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text[says[note.code]], as };
    }
  },
});
