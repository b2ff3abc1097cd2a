import { insecureFlags, insecureSetting, insecureSettingName, isInsecureVariable } from '../../knowledge/trust';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { flagsOf, withoutFlag } from '../../model/trustFlags';
import type { Instruction } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { defineRule } from '../rule';

export const noInsecureTls = defineRule({
  id: 'no-insecure-tls',
  category: 'security',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  mentions: /insecure|-\w*k|certificate|trusted|ssl|verify|tls/i,
  aliases: [2, 3, 4, 5, 6, 12, 13, 14, 15, 16].map((number) => `CKV2_DOCKER_${number}`),
  on: ['RUN', 'ENV', 'ARG'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Checks of certificates switched off',
      found: (what: string) =>
        `\`${what}\` takes any certificate, so whoever is on the way can change what is downloaded. Install the right CA certificates instead.`,
      kept: (what: string) =>
        `\`${what}\` switches the checks of certificates off, and ENV keeps it for the running container too. Install the right CA certificates instead.`,
      fix: (what: string) => `Remove ${what}`,
    },
    ko: {
      summary: '꺼져 있는 인증서 검사',
      found: (what: string) =>
        `\`${what}\`는 어떤 인증서든 받아들여서, 중간에 있는 누군가가 내려받는 내용을 바꿀 수 있어요. 대신 올바른 CA 인증서를 설치해 주세요.`,
      kept: (what: string) =>
        `\`${what}\`가 인증서 검사를 꺼요. ENV라서 실행 중인 컨테이너에서도 꺼져 있어요. 대신 올바른 CA 인증서를 설치해 주세요.`,
      fix: (what: string) => `${what} 지우기`,
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    const { keyword } = instruction;
    if (keyword !== 'RUN') {
      for (const { key, at, fix } of variablesOf(instruction)) {
        yield {
          at,
          say: (text) => (keyword === 'ENV' ? text.kept(key) : text.found(key)),
          fix: { title: (text) => text.fix(key), safety: 'unsafe', ...fix },
        };
      }
      return;
    }
    for (const command of commandsAt(view)) {
      for (const { what, word, last } of flagsOf(command, insecureFlags)) {
        yield {
          at: { start: word.at.start, end: last.at.end },
          say: (text) => text.found(what),
          fix: {
            title: (text) => text.fix(what),
            safety: 'unsafe',
            edits: [withoutFlag(command, instruction.text, what, word, last)],
          },
        };
      }
      for (const { what, at } of settingsOf(command)) yield { at, say: (text) => text.found(what) };
    }
  },
});

/** Variables of ENV and ARG that switch checks off. */
function* variablesOf(instruction: Instruction): Iterable<{
  key: string;
  at: Span;
  fix: { edits: { at: Span; text: string }[]; deleteLines?: Span[] };
}> {
  const { pairs, text } = instruction;
  for (const [i, { key, value, at }] of pairs.entries()) {
    if (!value || !isInsecureVariable(key.text, value.text.replace(/^(["'])(.*)\1$/, '$2'))) continue;
    const before = pairs[i - 1];
    const after = pairs[i + 1];
    const edits = before
      ? [{ at: { start: before.at.end, end: at.end }, text: '' }]
      : after
        ? [{ at: { start: at.start, end: after.at.start }, text: '' }]
        : [];
    const whole = { start: 0, end: text.length };
    yield { key: key.text, at, fix: edits.length > 0 ? { edits } : { edits, deleteLines: [whole] } };
  }
}

/** Settings and variables of a command that switch checks off. */
function* settingsOf(command: Command): Iterable<{ what: string; at: Span }> {
  const { name, args, assignments } = command;
  for (const { name: key, value, at } of assignments) {
    if (value && isInsecureVariable(key, value.text ?? '')) yield { what: key, at };
  }
  const exports = name === 'export';
  if (!exports && !configurable.has(name)) return;
  for (const [i, { text = '', at }] of args.entries()) {
    const equals = text.indexOf('=');
    if (exports) {
      if (equals > 0 && isInsecureVariable(text.slice(0, equals), text.slice(equals + 1))) {
        yield { what: text.slice(0, equals), at };
      }
    } else if (insecureSetting.test(text)) yield { what: text, at };
    else if (insecureSettingName.test(text) && /^["']?(?:0|false|no|off)["']?$/i.test(args[i + 1]?.text ?? '')) {
      yield { what: `${text} ${args[i + 1]!.text}`, at: { start: at.start, end: args[i + 1]!.at.end } };
    }
  }
}

const configurable: ReadonlySet<string | undefined> = new Set([
  'git',
  'npm',
  'pnpm',
  'yarn',
  'yum',
  'dnf',
  'microdnf',
  'yum-config-manager',
  'apt-get',
  'apt',
]);
