import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { defineRule } from '../rule';

export const noWorldWritable = defineRule({
  id: 'no-world-writable',
  category: 'security',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN', 'COPY', 'ADD'],
  commands: ['chmod'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'File that everybody may change',
      found: (mode: string) =>
        `\`${mode}\` lets every user of the container change this, whoever broke in as well. Give it to the one who needs it: \`chown\`, or \`chmod g=u\`.`,
    },
    ko: {
      summary: '누구나 고칠 수 있는 파일',
      found: (mode: string) =>
        `\`${mode}\`을(를) 주면 컨테이너의 모든 사용자가 고칠 수 있고, 침입한 사람도 마찬가지예요. \`chown\`이나 \`chmod g=u\`로 필요한 사용자에게만 주세요.`,
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    if (instruction.keyword !== 'RUN') {
      const flag = instruction.flag('chmod');
      const mode = flag?.value;
      if (flag && mode !== undefined && opensToAll(mode)) yield { at: flag.valueAt, say: (text) => text.found(mode) };
      return;
    }
    if (!instruction.text.includes('chmod')) return;
    for (const command of commandsAt(view)) {
      const [mode, ...paths] = operandsOf(command);
      const text = mode?.text;
      if (!mode || text === undefined || !opensToAll(text)) continue;
      // where everybody has to write: it is the system that needs it
      if (paths.length === 0 || paths.every(({ prefix, raw }) => shared.test(prefix) || temporary.test(raw))) continue;
      yield { at: mode.at, say: (words) => words.found(text) };
    }
  },
});

const operandsOf = (command: Command) =>
  command.name === 'chmod' ? command.args.filter(({ prefix }) => !/^-(?:[RvcfhHLP]+$|-)/.test(prefix)) : [];

/** A variable by the name of a folder that is gone at the end of the RUN. */
const temporary = /\$\{?\w*te?mp/i;
const shared = /^\/(?:tmp|var\/tmp|dev|run|var\/run|var\/lock)(?:\/|$)/;

/** With the sticky bit nobody may take away what is another's. */
const opensToAll = (mode: string): boolean =>
  /^[0246]?[0-7]{2}[2367]$/.test(mode) || /(?:^|,)(?:[ug]*[oa][uga]*|ugo)[+=][rxX]*w[rwxX]*(?:,|$)/.test(mode);
