import { asHadolint } from '../../model/asHadolint';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { viewOf } from '../../model/view';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noWgetAndCurl = defineRule({
  id: 'no-wget-and-curl',
  category: 'size',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL4001', 'DS-0014'],
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'wget and curl in one stage',
      found: (name: string, other: string) =>
        `This stage downloads with \`${name}\` and with \`${other}\`. One of them is enough to install and to configure.`,
    },
    ko: {
      summary: '한 스테이지에서 함께 쓴 wget과 curl',
      found: (name: string, other: string) =>
        `이 스테이지는 \`${name}\`와 \`${other}\`를 둘 다 써서 내려받아요. 하나만 설치하고 설정하면 충분해요.`,
    },
  },
  *checkStage({ block, inForce }) {
    const now = new Set<string>();
    // what ONBUILD keeps runs in another build
    const later = new Set<string>();
    for (const [index, outer] of block.instructions.entries()) {
      const { trigger } = outer;
      const instruction = trigger?.instruction ?? outer;
      if (instruction.keyword !== 'RUN' || !mayDownload.test(instruction.text)) continue;
      const commands = commandsAt(viewOf(instruction, inForce[index]!)).filter(downloads);
      const [first] = commands;
      const used = trigger ? later : now;
      for (const { name } of commands) used.add(name!);
      if (!first || used.size < 2) continue;
      const other = first.name === 'wget' ? 'curl' : 'wget';
      yield {
        at: shift(first.nameAt, block.offsets[index]! + (trigger?.start ?? 0)),
        say: (text) => text.found(first.name!, other),
        as: commands.some((command) => asHadolint(command)) ? ['DL4001'] : [],
      };
    }
  },
});

const mayDownload = /wget|curl/;
const downloads = ({ name }: Command): boolean => name === 'wget' || name === 'curl';
