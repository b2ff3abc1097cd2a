import { isSecretFile } from '../../knowledge/secretFiles';
import { factOfSome } from '../../model/block';
import { copiedBy, unquoted } from '../../model/copied';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noSecretFile = defineRule({
  id: 'no-secret-file',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  needs: ['COPY', 'ADD'],
  reads: ['COPY', 'ADD'],
  text: {
    en: {
      summary: 'File with credentials copied into the image',
      found: (name: string) =>
        `Files like \`${name}\` hold credentials, and everybody who has the image can read it, even where a later RUN deletes it. Use \`RUN --mount=type=secret\`, or mount it into the container.`,
    },
    ko: {
      summary: '이미지에 복사하는 인증 정보 파일',
      found: (name: string) =>
        `\`${name}\` 같은 파일에는 인증 정보가 들어 있어요. 이미지를 가진 사람은 누구나 읽을 수 있고, 뒤의 RUN에서 지워도 마찬가지예요. \`RUN --mount=type=secret\`을 쓰거나 컨테이너를 띄울 때 마운트해 주세요.`,
    },
  },
  *checkStage({ block, kept }) {
    if (!kept) return;
    for (const { index, value: secrets } of secretsIn(block)) {
      for (const { text, at } of secrets) {
        yield { at: shift(at, block.offsets[index]!), say: (words) => words.found(unquoted(text)) };
      }
    }
  },
});

/** The sources of the COPYs and ADDs of a block that are named like secrets. */
const secretsIn = factOfSome((instruction) => {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  const secrets = copiedBy(instruction)?.sources.filter(({ text }) => isSecretFile(unquoted(text)));
  return secrets && secrets.length > 0 ? secrets : undefined;
});
