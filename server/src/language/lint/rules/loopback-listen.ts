import { blocksOf, indicesOf } from '../../model/block';
import type { CommandWord, FlagValue } from '../../model/command';
import { addedBehind } from '../../model/commandEdits';
import type { Dockerfile } from '../../model/dockerfile';
import { fact } from '../../model/fact';
import { environmentOf, inProduction, mayTellServers } from '../../model/modes';
import { isProcess, type Process, processesOf, type Started } from '../../model/processes';
import { type Serving, servingOf } from '../../model/serving';
import { type Stage, stagesOf } from '../../model/stages';
import { definer, scopeAt } from '../../model/variables';
import { loopbackHost } from '../../text/address';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

/** Flags that no client has. */
const listenFlags = ['--bind', '--bind-address', '--bind-addr', '--listen', '--listen-address', '--listen-addr'];
/** Programs that leave it to the code, which asks for HOST by custom. */
const runtimes: ReadonlySet<string | undefined> = new Set(['node', 'npm', 'yarn', 'pnpm', 'bun', 'deno']);

export const loopbackListen = defineRule({
  id: 'loopback-listen',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  readsOf: (instruction) => {
    const { keyword, text } = instruction;
    if (keyword === 'EXPOSE') return keyword;
    const isRead = isProcess(instruction) || mayTellServers(instruction) || text.includes('.conf');
    return isRead ? instruction : undefined;
  },
  text: {
    en: {
      summary: 'Server that only the container itself can reach',
      told: (host: string) =>
        `\`${host}\` is the container itself: nothing outside reaches the EXPOSEd port, not even with \`-p\`. Listen on \`0.0.0.0\`.`,
      untold: (title: string) =>
        `Untold, ${title} listens on the container's own loopback address: nothing outside reaches the EXPOSEd port, not even with \`-p\`. Let it listen on \`0.0.0.0\`.`,
      fix: 'Listen on all interfaces',
    },
    ko: {
      summary: '컨테이너 안에서만 접속되는 서버',
      told: (host: string) =>
        `\`${host}\`는 컨테이너 자신이에요. \`-p\`로 포트를 연결해도 밖에서는 EXPOSE한 포트에 접속할 수 없어요. \`0.0.0.0\`에서 받도록 해 주세요.`,
      untold: (title: string) =>
        `주소를 정해 주지 않으면 ${title}은(는) 컨테이너의 루프백 주소에서만 받아요. \`-p\`로 포트를 연결해도 밖에서는 접속할 수 없으니 \`0.0.0.0\`에서 받도록 해 주세요.`,
      fix: '모든 인터페이스에서 받기',
    },
  },
  *checkFile(file) {
    const exposing = exposingStages(file);
    for (const process of processesOf(file)) {
      const { main, stage } = process;
      if (!main || !exposing.has(stage)) continue;
      const serving = servingOf(main.command);
      const told = toldIn(file, main, serving) ?? toldByVariable(file, process, serving);
      if (told) {
        yield {
          at: told.at,
          say: (text) => text.told(told.host),
          fix: { title: (text) => text.fix, safety: 'unsafe', edits: [{ at: told.at, text: anyOf(told.host) }] },
        };
      } else if (serving && isUntold(file, process, serving)) {
        const edits = telling(main, serving);
        yield {
          at: shift(serving.at, main.offset),
          say: (text) => text.untold(serving.spec.title),
          ...(edits && { fix: { title: (text) => text.fix, safety: 'unsafe', edits } }),
        };
      }
    }
  },
});

const anyOf = (host: string): string => (host.includes('::') ? host.replace('::1', '::') : '0.0.0.0');

/** The stages with an EXPOSE, in themselves or below. */
function exposingStages(file: Dockerfile): ReadonlySet<Stage> {
  const found = new Set<Stage>();
  const blocks = blocksOf(file);
  for (const stage of stagesOf(file)) {
    const { parent } = stage.base;
    const own = indicesOf(blocks[stage.index + 1]!.block, ['EXPOSE']);
    if (own.length > 0 || (parent && found.has(parent))) found.add(stage);
  }
  return found;
}

interface Told {
  readonly host: string;
  /** In the file. */
  readonly at: Span;
}

const positionalOf = ({ spec, command, subcommand }: Serving): CommandWord | undefined => {
  const next = command.words[command.words.indexOf(subcommand) + 1];
  return spec.positional && next && !next.prefix.startsWith('-') ? next : undefined;
};

function toldIn({ text }: Dockerfile, { command, offset }: Started, serving: Serving | undefined): Told | undefined {
  const values: readonly (FlagValue | undefined)[] = serving
    ? [...serving.command.values(...serving.spec.hostFlags), positionalOf(serving)]
    : command.values(...listenFlags);
  for (const value of values) {
    const host = loopbackHost(value?.text ?? '');
    if (!value || !host) continue;
    const at = shift(value.at, offset);
    const start = text.indexOf(host, at.start);
    if (start >= 0 && start + host.length <= at.end) return { host, at: { start, end: start + host.length } };
  }
  return undefined;
}

/** The names of variables that the server asks for its address. */
const variablesOf = (main: Started, serving: Serving | undefined): readonly string[] =>
  serving?.spec.environment ?? (runtimes.has(main.command.name) ? ['HOST'] : []);

function toldByVariable(file: Dockerfile, { main, stage }: Process, serving: Serving | undefined): Told | undefined {
  for (const name of variablesOf(main!, serving)) {
    const definition = scopeAt(file, stage.last - 1).get(name);
    const placed = definition && definer(file, definition);
    const value = definition?.pair?.value;
    if (definition?.kind !== 'env' || !placed || !value) continue;
    const host = loopbackHost(value.text.replace(/^["']/, ''));
    if (!host) continue;
    const from = value.text.indexOf(host);
    const at = placed.instruction.spanIn(value, from, from + host.length);
    return { host, at: shift(at, placed.start + definition.offset) };
  }
  return undefined;
}

/** True where neither words nor variables nor a file that we see tell the server where to listen. */
function isUntold(file: Dockerfile, process: Process, serving: Serving): boolean {
  const { spec, command } = serving;
  if (!spec.loopback || inProduction(file, process, serving)) return false;
  if (command.has(...spec.hostFlags, ...(spec.elsewhere ?? []))) return false;
  if (command.args.some(({ text }) => text === undefined || /^-{1,2}h(?:elp)?$|^--version$/.test(text))) return false;
  if (spec.environment?.some((name) => environmentOf(file, process, name) !== undefined)) return false;
  if (spec.positional && positionalOf(serving)?.text?.search(/^\d{1,5}$/) === -1) return false;
  // a configuration file of its own
  return !mentions(file, `${command.name}.conf`);
}

/** True where a file's text has a word in it: a file may start one server in each of its stages, and is searched once. */
function mentions(file: Dockerfile, word: string): boolean {
  const known = mentioned(file);
  let found = known.get(word);
  if (found === undefined) {
    found = file.text.includes(word);
    known.set(word, found);
  }
  return found;
}

const mentioned = fact((_file: Dockerfile) => new Map<string, boolean>());

function telling(main: Started, serving: Serving): Edit[] | undefined {
  const { spec, subcommand } = serving;
  const port = positionalOf(serving);
  if (port) {
    const start = main.offset + port.at.start;
    return [{ at: { start, end: start }, text: '0.0.0.0:' }];
  }
  return spec.all && [addedBehind(main, subcommand, spec.all)];
}
