import { isPort } from '../../model/portSpec';
import { oddPorts } from '../../model/ports';
import { slice } from '../../text/span';
import { defineRule } from '../rule';

export const exposeFormat = defineRule({
  id: 'expose-format',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['ExposeInvalidFormat'],
  needs: ['EXPOSE'],
  reads: ['EXPOSE', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'Address or host port in EXPOSE',
      found: (word: string) =>
        `EXPOSE only notes ports of the container: what \`${word}\` says of the host is thrown away. Publish with \`docker run -p ${word}\`.`,
      fix: (port: string) => `Keep ${port}`,
    },
    ko: {
      summary: 'EXPOSE에 쓴 주소와 호스트 포트',
      found: (word: string) =>
        `EXPOSE는 컨테이너의 포트만 적어 두는 명령어라서 \`${word}\`의 호스트 부분은 버려져요. 포트를 열려면 \`docker run -p ${word}\`를 쓰세요.`,
      fix: (port: string) => `${port}만 남기기`,
    },
  },
  *checkFile(file) {
    for (const { at, text: word, specs, unresolved } of oddPorts(file)) {
      if (unresolved.length > 0) continue;
      const mapped = specs.filter((spec) => isPort(spec) && spec.mapped);
      if (mapped.length === 0) continue;
      const port = word.slice(word.lastIndexOf(':') + 1);
      // what a variable brings in cannot be cut off here
      const plain = !word.includes('$') && slice(file.text, at) === word;
      yield {
        at,
        say: (text) => text.found(word),
        as: ['ExposeInvalidFormat'],
        ...(plain && { fix: { title: (text) => text.fix(port), safety: 'safe', edits: [{ at, text: port }] } }),
      };
    }
  },
});
