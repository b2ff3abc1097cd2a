import { indicesOf } from '../../model/block';
import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import type { InForce } from '../../model/inForce';
import { mountsOf } from '../../model/mounts';
import { removeWords } from '../../model/scriptEdits';
import { isRoot } from '../../model/users';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const cacheMount = defineRule({
  id: 'cache-mount',
  category: 'speed',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'Package manager without a cache mount',
      found: (step: string, target: string) =>
        `When this step runs again, \`${step}\` downloads all anew. \`--mount=type=cache,target=${target}\` keeps what it has, outside of the image.`,
      fix: (target: string) => `Mount a cache at ${target}`,
    },
    ko: {
      summary: '캐시 마운트 없이 쓰는 패키지 관리자',
      found: (step: string, target: string) =>
        `이 단계를 다시 실행하면 \`${step}\`이(가) 전부 새로 내려받아요. \`--mount=type=cache,target=${target}\`을 쓰면 받은 것을 이미지 밖에 보관해요.`,
      fix: (target: string) => `${target}에 캐시 마운트하기`,
    },
  },
  *checkStage({ block, inForce, kept }) {
    for (const index of indicesOf(block, ['RUN'])) {
      const step = stepIn(block.instructions[index]!, inForce[index]!);
      // of what stays in an image another rule speaks
      if (!step || (kept && step.spec.leaves)) continue;
      const { at, title, spec, edits } = step;
      const offset = block.offsets[index]!;
      yield {
        at: shift(at, offset),
        say: (text) => text.found(title, spec.targets[0]!),
        fix: {
          title: (text) => text.fix(spec.targets[0]!),
          safety: 'unsafe',
          edits: edits.map((edit) => ({ ...edit, at: shift(edit.at, offset) })),
        },
      };
    }
  },
});

/** A program that downloads what a cache could keep. */
interface Spec {
  readonly subcommands: RegExp;
  /** For root, in the official image of the language. */
  readonly targets: readonly string[];
  /** Left in the layer without a mount, so that `no-package-cache` speaks of it in stages that are kept. */
  readonly leaves?: true;
  /** Flag that keeps it from having a cache: only then is this the right rule, and the flag goes. */
  readonly off?: string;
}

const pip: Spec = { subcommands: /^install$/, targets: ['/root/.cache/pip'], off: '--no-cache-dir' };
const gradle: Spec = {
  subcommands: /^(?:build|assemble|bootJar|shadowJar|installDist|jar|war)$/,
  targets: ['/root/.gradle'],
};
const maven: Spec = { subcommands: /^(?:package|install|verify|compile)$/, targets: ['/root/.m2'] };

/** Sources: https://docs.docker.com/build/cache/optimize/#use-cache-mounts, the programs' manuals. */
const specs: Readonly<Record<string, Spec>> = {
  pip,
  pip3: pip,
  uv: { subcommands: /^(?:sync|pip)$/, targets: ['/root/.cache/uv'] },
  npm: { subcommands: /^(?:ci|install|i)$/, targets: ['/root/.npm'], leaves: true },
  yarn: { subcommands: /^install$/, targets: ['/usr/local/share/.cache/yarn'], leaves: true },
  pnpm: { subcommands: /^(?:install|i)$/, targets: ['/root/.local/share/pnpm/store'] },
  go: { subcommands: /^(?:build|install)$/, targets: ['/root/.cache/go-build', '/go/pkg/mod'] },
  cargo: { subcommands: /^(?:build|install)$/, targets: ['/usr/local/cargo/registry'] },
  mvn: maven,
  mvnw: maven,
  gradle,
  gradlew: gradle,
};

/** Spans count in the instruction. */
interface Step {
  readonly spec: Spec;
  readonly at: Span;
  readonly title: string;
  readonly edits: readonly Edit[];
}

function stepIn(instruction: Instruction, force: InForce): Step | undefined {
  const { user, windows } = force;
  // a cache belongs to root, and sits in root's home
  if ((user !== undefined && !isRoot(user)) || windows || !mayDownload.test(instruction.text)) return undefined;
  if (mountsOf(instruction).some((mount) => mount.get('type')?.value === 'cache')) return undefined;
  const called = callIn(commandsAt(viewOf(instruction, force)));
  if (!called) return undefined;
  const { spec, command, subcommand } = called;
  const { end } = instruction.keywordAt;
  const mounts = spec.targets.map((target) => ` --mount=type=cache,target=${target}`).join('');
  const flag = spec.off === undefined ? undefined : command.flag(spec.off);
  return {
    spec,
    at: { start: command.nameAt.start, end: subcommand.at.end },
    title: `${command.name} ${subcommand.text}`,
    edits: [{ at: { start: end, end }, text: mounts }, ...(flag ? [removeWords(command, instruction.text, flag)] : [])],
  };
}

const mayDownload = /install|build|sync|\bci\b|package|gradle|mvn|\bnpm i\b/;

/** The first such call; commands belong to one instruction, and are the same as long as that is. */
const callIn = fact((commands: readonly Command[]) => {
  for (const command of commands) {
    const call = callOf(command);
    if (call) return call;
  }
  return undefined;
});

function callOf(command: Command): { spec: Spec; command: Command; subcommand: CommandWord } | undefined {
  const { name = '' } = command;
  const spec = Object.hasOwn(specs, name) ? specs[name]! : undefined;
  if (!spec || command.within.length > 0) return undefined;
  const subcommand = command.positional().find(({ text }) => text !== undefined && spec.subcommands.test(text));
  if (!subcommand || command.has('-g', '--global', '--no-cache', '-V', '--version', '--offline')) return undefined;
  return spec.off === undefined || command.has(spec.off) ? { spec, command, subcommand } : undefined;
}
