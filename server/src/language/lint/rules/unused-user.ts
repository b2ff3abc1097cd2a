import { type Block, blocksOf, indicesOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { createdUser } from '../../model/createdUsers';
import { fact } from '../../model/fact';
import { type States, statesOf } from '../../model/inForce';
import { processesOf, type Started } from '../../model/processes';
import { type Stage, stagesOf } from '../../model/stages';
import { finalUser } from '../../model/users';
import { viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const unusedUser = defineRule({
  id: 'unused-user',
  category: 'security',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  reads: ['USER', 'RUN', 'CMD', 'ENTRYPOINT', 'SHELL'],
  text: {
    en: {
      summary: 'User that is created and never used',
      found: (name: string) =>
        `\`${name}\` is created, but no USER follows: the container runs as root. Put \`USER ${name}\` in front of CMD.`,
      fix: (name: string) => `Add USER ${name}`,
    },
    ko: {
      summary: '만들어 놓고 쓰지 않는 사용자',
      found: (name: string) =>
        `\`${name}\` 사용자를 만들었지만 USER가 없어서 컨테이너가 root로 실행돼요. CMD 앞에 \`USER ${name}\`을(를) 적어 주세요.`,
      fix: (name: string) => `USER ${name} 추가하기`,
    },
  },
  *checkFile(file) {
    const last = stagesOf(file).at(-1);
    if (!last || finalUser(file)) return;
    const main = processesOf(file).findLast(({ stage }) => stage === last)?.main;
    // servers go down from root by themselves, and scripts may
    if (
      !main ||
      !interpreter.test(main.command.name ?? '') ||
      main.command.wrappers.some(({ name }) => switching.has(name))
    )
      return;
    const states = statesOf(file);
    const chain: number[] = [];
    for (let stage: Stage | undefined = last; stage; stage = stage.base.parent) chain.push(stage.index + 1);
    if (chain.some((index) => usersIn(states[index]!).switches || startsByScript(states[index]!.block, main))) return;
    for (const index of chain) {
      const created = usersIn(states[index]!).created.at(-1);
      if (
        !created ||
        main.command.words.some(({ text }) => text === created.name || text?.endsWith(`=${created.name}`))
      )
        continue;
      const { start } = main.placed;
      const { name } = created;
      yield {
        at: shift(created.at, blocksOf(file)[index]!.start),
        say: (text) => text.found(name),
        fix: {
          title: (text) => text.fix(name),
          safety: 'unsafe',
          edits: [{ at: { start, end: start }, text: `USER ${name}\n` }],
        },
      };
      return;
    }
  },
});

const interpreter =
  /^(?:node|nodejs|npm|npx|yarn|pnpm|bun|deno|python[\d.]*|gunicorn|uvicorn|hypercorn|flask|fastapi|celery|streamlit|java|ruby|bundle|rails|puma|rackup|dotnet|perl)$/;
const switching: ReadonlySet<string> = new Set(['sudo', 'gosu', 'su-exec', 'chroot', 'doas']);
const switches = /\b(?:gosu|su-exec|setpriv|runuser|step-down|sudo|supervisor|s6-setuidgid|cron)\b/;

/** Accounts for other purposes: of Docker's user namespaces, and the one that an editor enters a container as. */
const elsewhere: ReadonlySet<string> = new Set(['dockremap', 'vscode']);

/** True where an ENTRYPOINT that is no mere init stands before the command. */
const startsByScript = (block: Block, main: Started): boolean =>
  indicesOf(block, ['ENTRYPOINT']).some((index) => {
    const instruction = block.instructions[index]!;
    const name = instruction.json?.[0]?.text.split('/').at(-1);
    return (
      instruction !== main.placed.instruction && name !== undefined && !/^(?:tini|dumb-init|catatonit|init)/.test(name)
    );
  });

interface Users {
  /** Spans count in the block. */
  readonly created: readonly { readonly name: string; readonly at: Span }[];
  /** Something in it may start a program as another user, or let somebody in. */
  readonly switches: boolean;
}

const usersIn = fact(({ block, at: inForce }: States): Users => {
  const created: { name: string; at: Span }[] = [];
  let other = false;
  for (const index of indicesOf(block, ['RUN'])) {
    const instruction = block.instructions[index]!;
    if (switches.test(instruction.text)) other = true;
    if (!/useradd|adduser/.test(instruction.text)) continue;
    for (const command of commandsAt(viewOf(instruction, inForce[index]!))) {
      const user = createdUser(command);
      if (user && !elsewhere.has(user.name))
        created.push({ name: user.name, at: shift(user.at, block.offsets[index]!) });
    }
  }
  return { created, switches: other };
});
