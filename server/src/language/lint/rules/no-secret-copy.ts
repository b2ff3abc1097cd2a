import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { mountsOf } from '../../model/mounts';
import type { Instruction } from '../../syntax/instruction';
import { defineRule } from '../rule';

export const noSecretCopy = defineRule({
  id: 'no-secret-copy',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  mentions: /secret/i,
  inOnbuild: true,
  text: {
    en: {
      summary: 'Mounted secret that is copied into the layer',
      found: (path: string) =>
        `The mount is gone after this RUN, but this copy of \`${path}\` stays in the image. Read the secret where it is mounted, or mount it where it is needed: \`target=…\`.`,
    },
    ko: {
      summary: '레이어에 복사하는 비밀 마운트',
      found: (path: string) =>
        `RUN이 끝나면 마운트는 사라지지만 복사한 \`${path}\`은(는) 이미지에 남아요. 마운트한 자리에서 바로 읽거나, \`target=…\`으로 필요한 자리에 마운트해 주세요.`,
    },
  },
  *checkInstruction(view) {
    const secrets = secretsOf(view.instruction);
    if (secrets.length === 0) return;
    const commands = commandsAt(view);
    for (const [i, command] of commands.entries()) {
      const copied = copyOf(command, secrets);
      if (!copied || isRemoved(copied.to, commands.slice(i + 1))) continue;
      yield { at: copied.word.at, say: (text) => text.found(copied.word.prefix) };
    }
  },
});

/** Where the secrets of a RUN are mounted. */
const secretsOf = (instruction: Instruction): readonly string[] =>
  mountsOf(instruction).flatMap((mount) => {
    if (mount.get('type')?.value?.toLowerCase() !== 'secret') return [];
    const target = (mount.get('target') ?? mount.get('dst') ?? mount.get('destination'))?.value;
    const id = mount.get('id')?.value;
    return target ?? (id === undefined ? [] : `/run/secrets/${id}`);
  });

interface SecretCopy {
  readonly word: CommandWord;
  /** Where to, as it is written. */
  readonly to: string;
}

const copying: ReadonlySet<string | undefined> = new Set(['cp', 'mv', 'install']);
const printing: ReadonlySet<string | undefined> = new Set(['cat', 'base64', 'envsubst', 'tee']);

function copyOf(command: Command, secrets: readonly string[]): SecretCopy | undefined {
  const { name, args, redirects } = command;
  const word = args.find(({ text }) => text !== undefined && secrets.includes(text));
  if (!word || command.within.includes('substitution')) return undefined;
  const last = args.at(-1)!;
  if (copying.has(name) && last !== word) return { word, to: last.raw };
  const into = printing.has(name)
    ? redirects.find(({ operator }) => operator === '>' || operator === '>>')?.target
    : undefined;
  return into && !/^\/dev\//.test(into.raw) ? { word, to: into.raw } : undefined;
}

/** A copy that the same RUN deletes is in no layer. */
const isRemoved = (to: string, later: readonly Command[]): boolean =>
  later.some(
    ({ name, args }) =>
      (name === 'rm' || name === 'shred') && args.some(({ raw }) => to.startsWith(raw) || raw.includes('*')),
  );
