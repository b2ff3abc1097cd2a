import { knownServer, SERVERS } from '../../knowledge/commands';
import { detachedOf, serviceStartOf } from '../../model/daemons';
import { type Process, processesOf, type Started } from '../../model/processes';
import { servingOf } from '../../model/serving';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const oneService = defineRule({
  id: 'one-service',
  category: 'learning',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  reads: ['CMD', 'ENTRYPOINT', 'SHELL'],
  text: {
    en: {
      summary: 'Several services in one container',
      several: (names: string) =>
        `Several services start here: ${names}. Docker watches only the main process: when another one dies, nobody restarts it. Give each its own container.`,
      manager: (name: string) =>
        `${name} keeps several services in one container, where Docker sees none of them end. Prefer a container for each, joined by Compose.`,
      rest: 'One of them',
    },
    ko: {
      summary: '한 컨테이너에서 여러 서비스 실행',
      several: (names: string) =>
        `여기서 여러 서비스(${names})를 실행해요. Docker는 메인 프로세스만 지켜보기 때문에 다른 서비스가 죽어도 다시 띄우지 않아요. 서비스마다 컨테이너를 나눠 주세요.`,
      manager: (name: string) =>
        `${name}(으)로 한 컨테이너에서 여러 서비스를 돌리면 그중 하나가 죽어도 Docker가 알 수 없어요. 서비스마다 컨테이너를 나누고 Compose로 묶는 편이 좋아요.`,
      rest: '그중 하나',
    },
  },
  *checkFile(file) {
    for (const process of processesOf(file)) {
      const services = servicesOf(process);
      const names = [...new Set(services.map(({ name }) => name))];
      const first = services[0];
      if (first && names.length > 1) {
        yield {
          at: placeOf(first.started),
          say: (text) => text.several(names.join(', ')),
          related: services.slice(1).map(({ started }) => ({ at: placeOf(started), say: (text) => text.rest })),
        };
        continue;
      }
      const { main } = process;
      if (main && managers.has(main.command.name ?? '')) {
        const name = main.command.name!;
        yield { at: placeOf(main), say: (text) => text.manager(name) };
      }
    }
  },
});

const managers: ReadonlySet<string> = new Set(['supervisord', 's6-svscan', 'runsvdir', 'circusd', 'monit', 'foreman']);
/** What is sent to the background and is no service. */
const helpers: ReadonlySet<string> = new Set(['sleep', 'tail', 'echo', 'cat', 'wait', 'true', 'read', 'xvfb', 'exec']);

interface Service {
  readonly name: string;
  readonly started: Started;
}

/** The services that a process starts, in order. */
function servicesOf({ commands, main }: Process): readonly Service[] {
  const services: Service[] = [];
  for (const started of commands) {
    const name = serviceIn(started, main);
    if (name !== undefined) services.push({ name, started });
  }
  return services;
}

/** The name of the service that a command leaves running. */
function serviceIn({ command }: Started, main: Started | undefined): string | undefined {
  const service = serviceStartOf(command);
  if (service) return service.service ?? 'a service';
  const { name } = command;
  if (name === undefined || helpers.has(name) || managers.has(name)) return undefined;
  const server = knownServer(name);
  if (server && (command === main?.command || command.background || detachedOf(command))) return SERVERS[server].title;
  if (command.background) return name;
  return command === main?.command ? servingOf(command)?.spec.title : undefined;
}

const placeOf = ({ command, offset }: Started) =>
  shift({ start: command.nameAt.start, end: command.words.at(-1)?.at.end ?? command.nameAt.end }, offset);
