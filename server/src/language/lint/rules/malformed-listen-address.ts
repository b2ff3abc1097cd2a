import { Command, type CommandWord, type FlagValue } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Instruction } from '../../syntax/instruction';
import { type OddAddress, oddAddress } from '../../text/address';
import type { Span } from '../../text/span';
import { defineRule, type Finding } from '../rule';

const en = {
  summary: 'Listen address that is no full IPv4 address',
  found: (host: string, count: number) =>
    `\`${host}\` is no IPv4 address: it has ${count} numbers, and four are needed. For all interfaces write \`0.0.0.0\`.`,
  byAccident: (host: string, count: number, read: string) =>
    `\`${host}\` has ${count} numbers instead of four. It serves only by accident, where the C library reads it as \`${read}\`; other programs refuse it. For all interfaces write \`0.0.0.0\`.`,
  outOfRange: (host: string) =>
    `\`${host}\` is no IPv4 address: each number goes up to 255. For all interfaces write \`0.0.0.0\`.`,
  fix: (host: string) => `Write ${host}`,
};

/** Flags that give a server its address. */
const flags = [
  '--host',
  '--hostname',
  '--bind',
  '--bind-address',
  '--binding',
  '--bind_ip',
  '--address',
  '--addr',
  '--listen',
  '--ip',
  '-b',
  '-H',
  '-h',
  '-a',
  '-l',
  '-S',
];

/** Names of variables that do. */
const names = /(?:^|_)(?:HOST|BIND|ADDR|ADDRESS|LISTEN)$/i;

export const malformedListenAddress = defineRule({
  id: 'malformed-listen-address',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['ENV', 'RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  mentions: /\d\.\d/,
  inOnbuild: true,
  text: {
    en,
    ko: {
      summary: '온전한 IPv4 주소가 아닌 수신 주소',
      found: (host, count) =>
        `\`${host}\`은(는) IPv4 주소가 아니에요. 숫자가 네 개여야 하는데 ${count}개예요. 모든 인터페이스에서 받으려면 \`0.0.0.0\`을 써 주세요.`,
      byAccident: (host, count, read) =>
        `\`${host}\`은(는) 숫자가 네 개가 아니라 ${count}개예요. C 라이브러리가 \`${read}\`으로 읽어 줄 때만 우연히 동작하고, 다른 프로그램은 거부해요. 모든 인터페이스에서 받으려면 \`0.0.0.0\`을 써 주세요.`,
      outOfRange: (host) =>
        `\`${host}\`은(는) IPv4 주소가 아니에요. 각 숫자는 255까지예요. 모든 인터페이스에서 받으려면 \`0.0.0.0\`을 써 주세요.`,
      fix: (host) => `${host}(으)로 바꾸기`,
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    if (instruction.keyword === 'ENV') {
      for (const { key, value } of instruction.pairs) {
        if (!value || !names.test(key.text)) continue;
        const quotes = /^["']/.test(value.text) ? 1 : 0;
        const odd = addressIn(value.text.slice(quotes, value.text.length - quotes), true);
        const at = instruction.spanIn(value, quotes, quotes + (odd?.host.length ?? 0));
        if (odd) yield finding(odd, at);
      }
      return;
    }
    for (const each of commandsAt(view)) {
      if (!each.words.some(({ text }) => text !== undefined && dotted.test(text))) continue;
      const [first] = each.words;
      // CMD may hold arguments only
      const command = first?.text?.startsWith('-') ? new Command([first, ...each.words], each) : each;
      const given = command.values(...flags);
      const seen = new Set<number>();
      for (const value of [...given, ...command.words]) {
        const odd = addressIn(value.text ?? '', given.includes(value));
        if (!odd || seen.has(value.at.start)) continue;
        seen.add(value.at.start);
        yield finding(odd, hostAt(instruction, value, odd.host));
      }
    }
  },
});

/** Every address has it. */
const dotted = /\d\.\d/;

/**
 * A broken address in a word. Without a port many things look like one: then only what begins as the two well-known ones do,
 * behind a flag for it.
 */
function addressIn(text: string, flagged: boolean): OddAddress | undefined {
  const odd = oddAddress(text);
  if (!odd) return undefined;
  const known = /^(?:0(?:\.0)+|127(?:\.0)*(?:\.1)?|0\.0\.0\.\d+)$/.test(odd.host);
  const plausible = odd.port ? known || (odd.count >= 3 && flagged) : known && flagged;
  return plausible ? odd : undefined;
}

/** The host's own place in a word, which may have quotes around it. */
function hostAt({ text }: Instruction, { at }: FlagValue | CommandWord, host: string): Span {
  const start = text.indexOf(host, at.start);
  return start < 0 || start + host.length > at.end ? at : { start, end: start + host.length };
}

function finding({ host, count, read }: OddAddress, at: Span): Finding<typeof en> {
  const edits = [{ at, text: '0.0.0.0' }];
  // all zeros, as the C library reads it: what is served stays the same
  const safety = read === '0.0.0.0' ? 'safe' : 'unsafe';
  const all = { title: (text: { fix: typeof en.fix }) => text.fix('0.0.0.0'), safety, edits } as const;
  const local = {
    ...all,
    title: (text: { fix: typeof en.fix }) => text.fix('127.0.0.1'),
    edits: [{ at, text: '127.0.0.1' }],
  };
  return {
    at,
    say: (text) =>
      count === 4 ? text.outOfRange(host) : read ? text.byAccident(host, count, read) : text.found(host, count),
    fix: host.startsWith('127.') ? [all, local] : all,
  };
}
