import { packageManagersOf } from '../../knowledge/packageManagers';
import { commandsAt } from '../../model/commands';
import { installsOf } from '../../model/installs';
import { isPort, parsePort } from '../../model/portSpec';
import { defineRule } from '../rule';

export const noSshServer = defineRule({
  id: 'no-ssh-server',
  category: 'security',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN', 'EXPOSE'],
  commands: [...packageManagersOf('system'), ...packageManagersOf('language')],
  aliases: ['DS-0004', 'CKV_DOCKER_1'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'SSH server in an image',
      installed: (name: string) =>
        `\`${name}\` puts an SSH server into the image: one more service with keys and updates of its own. \`docker exec -it container sh\` opens a shell without it.`,
      exposed:
        'Port 22 is for an SSH server. `docker exec -it container sh` opens a shell without one, and what is changed by hand in a container is lost with it.',
    },
    ko: {
      summary: '이미지 안의 SSH 서버',
      installed: (name: string) =>
        `\`${name}\`을(를) 설치하면 키와 업데이트를 따로 관리해야 할 SSH 서버가 이미지에 들어가요. 없어도 \`docker exec -it 컨테이너 sh\`로 셸을 열 수 있어요.`,
      exposed:
        '22번 포트는 SSH 서버용이에요. SSH 서버가 없어도 `docker exec -it 컨테이너 sh`로 셸을 열 수 있고, 컨테이너 안에서 손으로 고친 것은 컨테이너와 함께 사라져요.',
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    if (instruction.keyword === 'EXPOSE') {
      for (const { text, at } of instruction.words) {
        const spec = parsePort(text);
        const isSsh = isPort(spec) && spec.port <= 22 && spec.endPort >= 22 && spec.protocol === 'tcp';
        if (isSsh) yield { at, say: (texts) => texts.exposed };
      }
      return;
    }
    for (const command of commandsAt(view)) {
      for (const { name, nameAt } of installsOf(command)?.packages ?? []) {
        if (name !== undefined && servers.has(name)) yield { at: nameAt, say: (text) => text.installed(name) };
      }
    }
  },
});

/** Packages with the server; Alpine's `openssh` is often there for its client, and is left alone. */
const servers: ReadonlySet<string> = new Set(['openssh-server', 'openssh-server-pam', 'dropbear', 'tinyssh']);
