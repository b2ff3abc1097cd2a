import { knownServer } from '../../knowledge/commands';
import { type StopSignalSpec, stopSignals } from '../../knowledge/stopSignals';
import { blocksOf, indicesOf } from '../../model/block';
import type { Dockerfile } from '../../model/dockerfile';
import { isOnPlainBase } from '../../model/plainBase';
import { processesOf, type Started } from '../../model/processes';
import type { Stage } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const serverStopSignal = defineRule({
  id: 'server-stop-signal',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  reads: ['CMD', 'ENTRYPOINT', 'SHELL', 'STOPSIGNAL'],
  text: {
    en: {
      summary: 'Server that SIGTERM does not end gracefully',
      drops: (name: string, signal: string) =>
        `\`docker stop\` sends SIGTERM, on which ${name} drops open connections. Say \`STOPSIGNAL ${signal}\`.`,
      waits: (name: string, signal: string) =>
        `\`docker stop\` sends SIGTERM, on which ${name} waits until every client has gone. Say \`STOPSIGNAL ${signal}\`.`,
      reloads: (name: string, signal: string) =>
        `\`docker stop\` sends SIGTERM, on which ${name} reloads instead of ending. Say \`STOPSIGNAL ${signal}\`.`,
      restarts: (name: string, signal: string) =>
        `\`docker stop\` sends SIGTERM, on which ${name} starts itself anew instead of ending. Say \`STOPSIGNAL ${signal}\`.`,
      fix: (signal: string) => `Add STOPSIGNAL ${signal}`,
    },
    ko: {
      summary: 'SIGTERM으로는 정상 종료되지 않는 서버',
      drops: (name: string, signal: string) =>
        `\`docker stop\`은 SIGTERM을 보내는데, ${name}은(는) 그 신호를 받으면 열린 연결을 끊어요. \`STOPSIGNAL ${signal}\`을 적어 주세요.`,
      waits: (name: string, signal: string) =>
        `\`docker stop\`은 SIGTERM을 보내는데, ${name}은(는) 그 신호를 받으면 모든 클라이언트가 나갈 때까지 기다려요. \`STOPSIGNAL ${signal}\`을 적어 주세요.`,
      reloads: (name: string, signal: string) =>
        `\`docker stop\`은 SIGTERM을 보내는데, ${name}은(는) 그 신호를 받으면 끝나지 않고 다시 불러와요. \`STOPSIGNAL ${signal}\`을 적어 주세요.`,
      restarts: (name: string, signal: string) =>
        `\`docker stop\`은 SIGTERM을 보내는데, ${name}은(는) 그 신호를 받으면 끝나지 않고 자신을 다시 시작해요. \`STOPSIGNAL ${signal}\`을 적어 주세요.`,
      fix: (signal: string) => `STOPSIGNAL ${signal} 추가하기`,
    },
  },
  *checkFile(file) {
    for (const { main, stage } of processesOf(file)) {
      const found = main && specOf(main);
      if (!main || !found || !isOnPlainBase(file, stage) || hasStopSignal(file, stage)) continue;
      const { title, term, signal } = found;
      const at = main.placed.start;
      yield {
        at: shift(main.command.nameAt, main.offset),
        say: (text) => text[term](title, signal),
        fix: {
          title: (text) => text.fix(signal),
          safety: 'unsafe',
          edits: [{ at: { start: at, end: at }, text: `STOPSIGNAL ${signal}\n` }],
        },
      };
    }
  },
});

function specOf({ command }: Started): StopSignalSpec | undefined {
  const name = knownServer(command.name ?? '') ?? command.name ?? '';
  const spec = Object.hasOwn(stopSignals, name) ? stopSignals[name] : undefined;
  if (!spec || (spec.unless && command.has(...spec.unless))) return undefined;
  // other programs are called so, too
  const path = command.words[0]?.text ?? '';
  if (name === 'init' && !/^\/(?:usr\/)?s?bin\/init$|^\/sbin\/init$/.test(path)) return undefined;
  return spec;
}

function hasStopSignal(file: Dockerfile, stage: Stage): boolean {
  const blocks = blocksOf(file);
  for (let each: Stage | undefined = stage; each; each = each.base.parent) {
    if (indicesOf(blocks[each.index + 1]!.block, ['STOPSIGNAL']).length > 0) return true;
  }
  return false;
}
