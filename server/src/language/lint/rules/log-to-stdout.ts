import { blocksOf, factOfSome } from '../../model/block';
import { inPlaceOf } from '../../model/commandEdits';
import type { Dockerfile } from '../../model/dockerfile';
import { fact } from '../../model/fact';
import { isProcess, processesOf, type Started } from '../../model/processes';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const logToStdout = defineRule({
  id: 'log-to-stdout',
  category: 'learning',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  readsOf: (instruction) => (isProcess(instruction) || linking.test(instruction.text) ? instruction : undefined),
  text: {
    en: {
      summary: 'Main process that logs to a file',
      found: (path: string) =>
        `\`docker logs\` shows only what goes to standard output. The log in \`${path}\` is seen by nobody, fills the container's disk, and goes with it.`,
      fix: 'Log to standard output',
    },
    ko: {
      summary: '로그를 파일에 남기는 메인 프로세스',
      found: (path: string) =>
        `\`docker logs\`에는 표준 출력으로 나온 것만 보여요. \`${path}\`에 남긴 로그는 밖에서 보이지 않고, 컨테이너 디스크를 채우다가 컨테이너와 함께 사라져요.`,
      fix: '표준 출력으로 내보내기',
    },
  },
  *checkFile(file) {
    for (const { commands, main } of processesOf(file)) {
      const read = readIn(commands);
      for (const started of commands) {
        // what ran before says little of the service's log
        if (started !== main && !started.command.background) continue;
        for (const { path, at, edits } of logsOf(file.text, started)) {
          if (read.has(path) || isLinked(file, path)) continue;
          yield { at, say: (text) => text.found(path), fix: { title: (text) => text.fix, safety: 'unsafe', edits } };
        }
      }
    }
  },
});

interface Log {
  readonly path: string;
  readonly at: Span;
  readonly edits: readonly Edit[];
}

const logLike = /\.log$|\/logs?\/|\.(?:out|err)$/;
const flags: Readonly<Record<string, string>> = {
  '--access-logfile': '-',
  '--error-logfile': '-',
  '--log-file': '-',
  '--logfile': '/dev/stdout',
  '--logpath': '/dev/stdout',
  '--logto': '/dev/stdout',
  '--access-log': '/dev/stdout',
  '--error-log': '/dev/stderr',
};
const writing: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);

function* logsOf(text: string, started: Started): Iterable<Log> {
  const { command, offset } = started;
  const { redirects } = command;
  const isLog = (path: string | undefined): path is string => path !== undefined && logLike.test(path);
  for (const { operator, target, at } of redirects) {
    const path = target?.text;
    if (!writing.has(operator) || !isLog(path) || /^\/(?:dev|proc)\//.test(path)) continue;
    // `2>&1` behind it has nothing to follow then
    const behind = redirects.filter((each) => each.at.start > at.start && each.operator === '>&');
    const edits = [at, ...behind.map((each) => each.at)].map((span) => cut(text, shift(span, offset)));
    yield { path, at: shift(at, offset), edits };
  }
  const { words } = command;
  for (const [i, word] of words.entries()) {
    const equals = word.prefix.indexOf('=');
    const name = equals < 0 ? word.prefix : word.prefix.slice(0, equals);
    const value = equals < 0 ? words[i + 1] : word;
    const path = equals < 0 ? value?.text : word.text?.slice(equals + 1);
    if (!Object.hasOwn(flags, name) || !value || !isLog(path)) continue;
    const instead = equals < 0 ? flags[name]! : `${name}=${flags[name]}`;
    yield { path, at: shift(value.at, offset), edits: [inPlaceOf(started, value, value, [instead])] };
  }
}

/** Takes a redirection away with the blanks in front of it. */
function cut(text: string, { start, end }: Span): Edit {
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? '')) from--;
  return { at: { start: from, end }, text: '' };
}

const readers: ReadonlySet<string | undefined> = new Set(['tail', 'cat', 'tee']);

/** What some command of the process shows on standard output. */
const readIn = (commands: readonly Started[]): ReadonlySet<string | undefined> =>
  new Set(commands.flatMap(({ command }) => (readers.has(command.name) ? command.args.map(({ text }) => text) : [])));

const linking = /\/dev\/std(?:out|err)|\/proc\/(?:1|self)\/fd\//;

/** `RUN ln -sf /dev/stdout path`; where the process itself does that, it names the path twice. */
const isLinked = (file: Dockerfile, path: string): boolean =>
  linksOf(file).some((instruction) => {
    const { text } = instruction;
    return isProcess(instruction) ? text.indexOf(path) !== text.lastIndexOf(path) : text.includes(path);
  });

const linksOf = fact((file: Dockerfile) =>
  blocksOf(file).flatMap(({ block }) => linksIn(block).map(({ value }) => value)),
);
const linksIn = factOfSome((instruction) => (linking.test(instruction.text) ? instruction : undefined));
