import { shellNotes } from '../../model/shellcheck';
import { dialectCodes } from '../../model/shellcheck/dialectChecks';
import { breaks, shAt } from '../../model/shellcheck/sh';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

export const bashInSh = defineRule({
  id: 'bash-in-sh',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: dialectCodes,
  inOnbuild: true,
  aliases: dialectCodes,
  text: {
    en: {
      summary: 'Bash syntax in sh',
      dash: (what: string) =>
        `\`${what}\` is Bash, and \`sh\` is dash in this image. Put \`SHELL ["/bin/bash", "-c"]\` before it, or write it for sh.`,
      ash: (what: string) =>
        `\`${what}\` is Bash, and \`sh\` is BusyBox's in this image, which does not know it. Write it for sh, or install Bash and put SHELL before it.`,
      unknown: (what: string) =>
        `\`${what}\` is Bash, but RUN is run by \`sh\`, which in most images is no Bash. Put \`SHELL ["/bin/bash", "-c"]\` before it, or write it for sh.`,
      fix: 'Write it for sh',
    },
    ko: {
      summary: 'sh에서 쓴 Bash 문법',
      dash: (what: string) =>
        `\`${what}\`은(는) Bash 문법인데 이 이미지의 \`sh\`는 dash예요. 앞에 \`SHELL ["/bin/bash", "-c"]\`를 넣거나 sh 문법으로 써 주세요.`,
      ash: (what: string) =>
        `\`${what}\`은(는) Bash 문법인데 이 이미지의 \`sh\`인 BusyBox는 알지 못해요. sh 문법으로 쓰거나, Bash를 설치하고 앞에 SHELL을 넣어 주세요.`,
      unknown: (what: string) =>
        `\`${what}\`은(는) Bash 문법인데 RUN을 실행하는 \`sh\`는 대부분의 이미지에서 Bash가 아니에요. 앞에 \`SHELL ["/bin/bash", "-c"]\`를 넣거나 sh 문법으로 써 주세요.`,
      fix: 'sh 문법으로 바꾸기',
    },
  },
  *checkInstruction(view) {
    const sh = shAt(view.inForce);
    for (const { note, at, as, edits } of shellNotes(view, ...dialectCodes)) {
      if (!breaks(note, view.inForce)) continue;
      const key = sh === 'dash' || sh === 'ash' ? sh : 'unknown';
      yield {
        at,
        say: (text) => text[key](note.about ?? ''),
        as,
        ...mendedBy(edits, 'safe'),
      };
    }
  },
});
