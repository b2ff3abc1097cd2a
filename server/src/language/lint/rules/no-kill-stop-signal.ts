import { parseSignal } from '../../knowledge/signals';
import { defineRule } from '../rule';

export const noKillStopSignal = defineRule({
  id: 'no-kill-stop-signal',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['STOPSIGNAL'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'STOPSIGNAL that no process can answer',
      kill: 'No process can handle SIGKILL: `docker stop` ends it in the middle of whatever it is doing, and nothing is written or closed.',
      stop: 'SIGSTOP only pauses the process: `docker stop` waits in vain, then kills it.',
      fix: 'Use SIGTERM',
    },
    ko: {
      summary: '프로세스가 처리할 수 없는 STOPSIGNAL',
      kill: 'SIGKILL은 어떤 프로세스도 처리할 수 없어요. `docker stop`을 하면 하던 일 중간에 끊기고, 저장하거나 닫을 틈이 없어요.',
      stop: 'SIGSTOP은 프로세스를 잠시 멈추기만 해요. `docker stop`은 헛되이 기다리다가 강제로 종료해요.',
      fix: 'SIGTERM 쓰기',
    },
  },
  *checkInstruction({ instruction }) {
    const [word] = instruction.words;
    const name = word && parseSignal(word.text)?.name;
    if (name !== 'KILL' && name !== 'STOP') return;
    yield {
      at: word!.at,
      say: (text) => (name === 'KILL' ? text.kill : text.stop),
      fix: { title: (text) => text.fix, safety: 'unsafe', edits: [{ at: word!.at, text: 'SIGTERM' }] },
    };
  },
});
