import { HadolintCommand } from '../../model/asHadolint';
import { commandsAt } from '../../model/commands';
import { mountsOf } from '../../model/mounts';
import { defineRule } from '../rule';

type Reason = 'service' | 'look' | 'type' | 'host' | 'gpu';

/** Source: src/Hadolint/Rule/DL3001.hs of hadolint. */
const hadolints = ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'];

/** What is wrong with each in a build step. */
const reasons: Readonly<Record<string, Reason>> = {
  service: 'service',
  systemctl: 'service',
  free: 'look',
  ps: 'look',
  top: 'look',
  htop: 'look',
  nano: 'type',
  vi: 'type',
  vim: 'type',
  ssh: 'type',
  kill: 'host',
  mount: 'host',
  'nvidia-smi': 'gpu',
  reboot: 'host',
  shutdown: 'host',
};

export const noHostCommand = defineRule({
  id: 'no-host-command',
  category: 'correctness',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  commands: Object.keys(reasons),
  aliases: ['DL3001'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'RUN of a command for a running machine',
      service: (name: string) =>
        `\`${name}\` may start something now, but a layer keeps files and no processes: it is gone when this RUN ends. Start it in CMD or ENTRYPOINT.`,
      look: (name: string) => `\`${name}\` shows what runs during the build, which says nothing about the container.`,
      type: (name: string) => `\`${name}\` waits for somebody at a keyboard, and a build has nobody there.`,
      host: (name: string) => `\`${name}\` acts on a running machine. A build step can only change files.`,
      gpu: (name: string) =>
        `\`${name}\` asks for the GPU of this machine, and a build has none: \`--gpus\` is a flag of \`docker run\`.`,
    },
    ko: {
      summary: '실행 중인 시스템에서나 쓸 명령의 RUN',
      service: (name: string) =>
        `\`${name}\`로 띄운 프로세스는 이 RUN이 끝나면 사라져요. 레이어에는 파일만 남아요. CMD나 ENTRYPOINT에서 시작해 주세요.`,
      look: (name: string) =>
        `\`${name}\`는 빌드 중의 프로세스를 보여 줄 뿐, 컨테이너에 대해서는 아무것도 알려 주지 않아요.`,
      type: (name: string) => `\`${name}\`는 키보드 입력을 기다리는데, 빌드할 때는 입력할 사람이 없어요.`,
      host: (name: string) => `\`${name}\`는 실행 중인 시스템에 쓰는 명령이에요. 빌드 단계는 파일만 바꿀 수 있어요.`,
      gpu: (name: string) =>
        `\`${name}\`는 GPU를 찾는데, 빌드에는 GPU가 없어요. \`--gpus\`는 \`docker run\`의 플래그예요.`,
    },
  },
  *checkInstruction(view) {
    const agent = mountsOf(view.instruction).some((mount) => mount.get('type')?.value === 'ssh');
    for (const command of commandsAt(view)) {
      const { name = '' } = command;
      const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined;
      // with an agent at hand ssh needs nobody who types
      if (!reason || command.words[0]?.text !== name || (name === 'ssh' && agent)) continue;
      yield {
        at: command.nameAt,
        say: (text) => text[reason](name),
        as: HadolintCommand.of(command)?.is(hadolints) ? ['DL3001'] : [],
      };
      // one word to the wise
      return;
    }
  },
});
