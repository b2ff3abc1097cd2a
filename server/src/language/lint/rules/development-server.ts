import type { ServingSpec } from '../../knowledge/serving';
import { forDevelopment, inProduction, mayTellServers } from '../../model/modes';
import { isProcess, processesOf } from '../../model/processes';
import { servingOf } from '../../model/serving';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

type Instead = ServingSpec['instead'];

export const developmentServer = defineRule({
  id: 'development-server',
  category: 'learning',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  readsOf: (instruction) => (isProcess(instruction) || mayTellServers(instruction) ? instruction : undefined),
  text: {
    en: {
      summary: 'Development server as main process',
      found: (title: string, instead: Instead) =>
        `${title} is made for development, not to serve users: it is slow and not hardened.${instead ? ` Use ${instead.en} in an image that is deployed.` : ''}`,
    },
    ko: {
      summary: '개발용 서버를 메인 프로세스로 실행',
      found: (title: string, instead: Instead) =>
        `${title}은(는) 개발할 때 쓰는 서버라서 느리고 보안 검증도 되어 있지 않아요.${instead ? ` 배포할 이미지에는 ${instead.ko} 쓰는 것이 좋아요.` : ''}`,
    },
  },
  *checkFile(file, { fileName }) {
    for (const process of processesOf(file)) {
      const { main } = process;
      const serving = main && servingOf(main.command);
      if (!serving?.spec.development || forDevelopment(process, fileName) || inProduction(file, process, serving))
        continue;
      const { title, instead } = serving.spec;
      yield { at: shift(serving.at, main!.offset), say: (text) => text.found(title, instead) };
    }
  },
});
