import { secretIn } from '../../knowledge/secrets';
import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Span } from '../../text/span';
import { defineRule } from '../rule';

/** What every known form of a secret begins with. */
const mayHold = /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|npm_|-----BEGIN/;
const mayLogIn = /:\/\/[^\s/]{1,200}@|curl|wget|sshpass|login/;

export const noSecretValue = defineRule({
  id: 'no-secret-value',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  mentions: new RegExp(`${mayHold.source}|${mayLogIn.source}`),
  text: {
    en: {
      summary: 'Password or token written into the file',
      token:
        'This is a token or a private key. It is in the image and its history, and in whatever repository holds this file: revoke it, and use `RUN --mount=type=secret`.',
      password:
        'This password is in the history of the image (`docker history`) and in the repository of this file. Use `RUN --mount=type=secret`.',
    },
    ko: {
      summary: '파일에 그대로 적은 비밀번호나 토큰',
      token:
        '토큰이나 개인 키예요. 이미지와 그 기록, 이 파일이 있는 저장소에 모두 남아요. 폐기한 다음 `RUN --mount=type=secret`을 써 주세요.',
      password:
        '이 비밀번호는 이미지 기록(`docker history`)과 이 파일이 있는 저장소에 남아요. `RUN --mount=type=secret`을 써 주세요.',
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    const { text } = instruction;
    const token = mayHold.test(text) ? tokenIn(text) : undefined;
    if (token) yield { at: token, say: (words) => words.token };
    if (!mayLogIn.test(text)) return;
    for (const command of commandsAt(view)) {
      for (const at of passwordsIn(command)) {
        if (!token || at.end <= token.start || token.end <= at.start) yield { at, say: (words) => words.password };
      }
    }
  },
});

function tokenIn(text: string): Span | undefined {
  const found = secretIn(text)?.pattern.exec(text);
  if (!found || found[0].includes('EXAMPLE')) return undefined;
  const span = { start: found.index, end: found.index + found[0].length };
  // somebody may only look for the head of a key
  const body = /[A-Za-z0-9+/]{40}/.test(text.slice(span.end, span.end + 200));
  return found[0].startsWith('-----') && !body ? undefined : span;
}

const credentials = /^(?:https?|ftps?|git|ssh|svn):\/\/([^\s/:@]+):([^\s/@]+)@([^\s/:?#]+)/i;
/** Stands for a password, or is none worth hiding. */
const placeholder =
  /^(?:pass(?:word|wd)?|user(?:name)?|secret|token|x-oauth-basic|x-access-token|x+|\*+|\.+|foo|bar|test|guest|anonymous|changeme|example|your.*|my.*|<.*|\[.*|%.*)$/i;
const nearHost = /^(?:localhost|127\.|example\.|\[)|(?:\.|^)example\.(?:com|org|net)$|\.(?:test|invalid|local)$/i;

/** Passwords as a command is given them, letter by letter. */
function* passwordsIn(command: Command): Iterable<Span> {
  const { name } = command;
  for (const word of command.args) {
    const found = word.text === undefined ? null : credentials.exec(word.text);
    if (!found || placeholder.test(found[2]!) || nearHost.test(found[3]!)) continue;
    const start = found[0].length - found[3]!.length - 1 - found[2]!.length;
    yield spanIn(command, word, start, start + found[2]!.length);
  }
  if (name === 'curl') yield* userFlags(command, ['-u', '--user', '-U', '--proxy-user'], ':');
  if (name === 'wget') yield* userFlags(command, ['--password', '--http-password', '--ftp-password'], '');
  if (name === 'sshpass') yield* userFlags(command, ['-p'], '');
  if (
    /^(?:docker|podman|helm|oras|buildah|skopeo)$/.test(name ?? '') &&
    command.args.some(({ text }) => text === 'login')
  )
    yield* userFlags(command, ['-p', '--password'], '');
  if (name === 'curl' || name === 'wget') {
    for (const { text, at } of command.values('-H', '--header')) {
      const value =
        /^(?:authorization:\s*(?:bearer|basic|token)|x-[\w-]*(?:token|key):|private-token:|job-token:)\s*(.+)$/i.exec(
          text ?? '',
        )?.[1];
      if (value && value.length >= 16 && !placeholder.test(value)) yield at;
    }
  }
}

function* userFlags(command: Command, flags: readonly string[], separator: string): Iterable<Span> {
  for (const { text, at } of command.values(...flags)) {
    if (text === undefined || (separator !== '' && !text.includes(separator))) continue;
    const password = separator === '' ? text : text.slice(text.indexOf(separator) + 1);
    if (password !== '' && !placeholder.test(password) && !/^[A-Z_]+$|^\$/.test(password)) yield at;
  }
}

/** A part of what a word means; the whole word where quotes stand in the way. */
const spanIn = (command: Command, word: CommandWord, start: number, end: number): Span =>
  word.raw === word.text ? command.spanIn(word, start, end) : word.at;
