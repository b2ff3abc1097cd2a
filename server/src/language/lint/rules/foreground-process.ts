import { SERVERS, SERVICE_MANAGERS } from '../../knowledge/commands';
import type { Command } from '../../model/command';
import { addedBehind, inPlaceOf } from '../../model/commandEdits';
import { commandsAt } from '../../model/commands';
import {
  type Detached,
  detachedOf,
  mayBeConfigured,
  mayConfigure,
  serviceStartOf,
  stayingOf,
} from '../../model/daemons';
import { isProcess, type Process, processesOf, type Started } from '../../model/processes';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const foregroundProcess = defineRule({
  id: 'foreground-process',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  readsOf: (instruction) => (isProcess(instruction) || mayConfigure(instruction) ? instruction : undefined),
  on: ['RUN'],
  needs: ['CMD', 'ENTRYPOINT'],
  text: {
    en: {
      summary: 'Main process that goes to the background',
      detached: (title: string, right: string) =>
        `${title} goes to the background here, and a container ends with its main process. Keep it in the foreground: \`${right}\`.`,
      service: (service: string, right: string) =>
        `This returns as soon as ${service} has started, and the container ends with it. Start the server itself in the foreground${right && `: \`${right}\``}.`,
      ampersand: '`&` sends it to the background: nothing is left in front, and the container ends at once.',
      gone: 'What is started in RUN ends with that step: an image holds files, not processes. Start it in CMD or ENTRYPOINT.',
      fix: 'Keep it in the foreground',
    },
    ko: {
      summary: '백그라운드로 실행되는 메인 프로세스',
      detached: (title: string, right: string) =>
        `${title}이(가) 백그라운드로 넘어가는데, 컨테이너는 메인 프로세스가 끝나면 함께 끝나요. \`${right}\`처럼 포그라운드에서 실행해 주세요.`,
      service: (service: string, right: string) =>
        `이 명령은 ${service}을(를) 띄우고 바로 끝나서 컨테이너도 함께 끝나요. ${right ? `\`${right}\`처럼 서버를` : '서버를'} 포그라운드에서 직접 실행해 주세요.`,
      ampersand: '`&`가 백그라운드로 보내서 앞에 남는 프로세스가 없고, 컨테이너가 곧바로 끝나요.',
      gone: 'RUN에서 시작한 프로세스는 그 단계가 끝나면 사라져요. 이미지에는 파일만 남으니 CMD나 ENTRYPOINT에서 실행해 주세요.',
      fix: '포그라운드에서 실행하기',
    },
  },
  *checkInstruction(view) {
    const last = commandsAt(view).findLast(({ within, words }) => within.length === 0 && words.length > 0);
    if (!last || last.after?.text === '||') return;
    // no-host-command speaks of service and systemctl in RUN
    const starts = serviceStartOf(last) && !SERVICE_MANAGERS.has(last.name ?? '');
    if (!last.background && !starts && !detachedOf(last)) return;
    yield { at: wordsAt(last), say: (text) => text.gone };
  },
  *checkFile(file) {
    for (const process of processesOf(file)) {
      const { main } = process;
      if (!main) continue;
      const { command, offset } = main;
      const at = shift(wordsAt(command), offset);
      const started = serviceStartOf(command);
      const detached = started ? undefined : detachedOf(command);
      if (started) {
        const { service = 'it', server } = started;
        const right = server ? SERVERS[server].foreground : [];
        const edits = server && alone(process) ? [asJson(main, right)] : undefined;
        yield { at, say: (text) => text.service(service, right.join(' ')), ...withFix(edits) };
      } else if (detached && !mayBeConfigured(detached.server, file)) {
        const { title, foreground } = SERVERS[detached.server];
        yield { at, say: (text) => text.detached(title, shown(foreground)), ...withFix(staying(main, detached)) };
      } else if (command.background) {
        const edit = withoutAmpersand(file.text, main);
        yield { at, say: (text) => text.ampersand, ...withFix(edit && [edit]) };
      }
    }
  },
});

const withFix = (edits: readonly Edit[] | undefined) =>
  edits && { fix: { title: (text: { readonly fix: string }) => text.fix, safety: 'unsafe' as const, edits } };

const shown = (words: readonly string[]): string =>
  words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ');

const wordsAt = ({ words, nameAt }: Command): Span => ({ start: nameAt.start, end: words.at(-1)!.at.end });

/** Nothing else is started, and nothing hangs on the command. */
const alone = ({ commands, main }: Process): boolean =>
  commands.length === 1 && main!.command.redirects.length + main!.command.wrappers.length === 0;

/** The whole CMD or ENTRYPOINT in exec form. */
function asJson({ placed }: Started, words: readonly string[]): Edit {
  const text = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { at: shift(placed.instruction.argumentAt, placed.start), text };
}

function staying(main: Started, detached: Detached): Edit[] | undefined {
  const { command } = main;
  const found = stayingOf(command, detached);
  // what `&` sends away stays away
  if (!found || command.background) return undefined;
  const { replaced, words } = found;
  return [replaced ? inPlaceOf(main, ...replaced, words) : addedBehind(main, command.words.at(-1)!, words)];
}

/** Takes the `&` behind the last command away. */
function withoutAmpersand(text: string, { command, offset, placed }: Started): Edit | undefined {
  const start = offset + command.at.end;
  const match = /^[ \t]*&(?=\s*(?:$|["\]\n]))/.exec(text.slice(start, Math.min(placed.end, start + 64)));
  return match ? { at: { start, end: start + match[0].length }, text: '' } : undefined;
}
