import { unquoted } from '../../model/copied';
import { joinWorkdir } from '../../model/paths';
import { defineRule } from '../rule';

export const noRelativeWorkdir = defineRule({
  id: 'no-relative-workdir',
  category: 'style',
  level: 'off',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['WORKDIR'],
  aliases: ['DL3000'],
  text: {
    en: {
      summary: 'WORKDIR relative to the one before',
      found: (path: string) =>
        `\`${path}\` goes on from the WORKDIR before it. An absolute path can be read on its own.`,
      fix: (path: string) => `Write ${path}`,
    },
    ko: {
      summary: '앞의 WORKDIR에 이어지는 상대 경로',
      found: (path: string) =>
        `\`${path}\`는 앞의 WORKDIR에서 이어져요. 절대 경로로 쓰면 그 줄만 보고도 위치를 알 수 있어요.`,
      fix: (path: string) => `${path}로 바꾸기`,
    },
  },
  *checkInstruction({ instruction, inForce }) {
    const path = instruction.words[0];
    if (!path || !(inForce.workdirSet || inForce.windows)) return;
    const plain = unquoted(path.text);
    if (/^(?:[/$\\]|[A-Za-z]:)/.test(plain)) return;
    const whole =
      plain === path.text && !/[$\\]/.test(plain) ? joinWorkdir(inForce.workdir, plain, inForce.windows) : '';
    yield {
      at: path.at,
      say: (text) => text.found(path.text),
      as: ['DL3000'],
      ...(whole?.startsWith('/') && {
        fix: { title: (text) => text.fix(whole), safety: 'unsafe', edits: [{ at: path.at, text: whole }] },
      }),
    };
  },
});
