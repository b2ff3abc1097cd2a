import { isSecretName, mayBeLogin } from '../../knowledge/secrets';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noSecretInArgEnv = defineRule({
  id: 'no-secret-in-arg-env',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['SecretsUsedInArgOrEnv', 'DL3064', 'DS-0031'],
  needs: ['ARG', 'ENV'],
  reads: ['ARG', 'ENV'],
  text: {
    en: {
      summary: 'ARG or ENV that looks like a secret',
      arg: (name: string) =>
        `\`${name}\` looks like a secret. A build argument stays readable in the image's history: use \`RUN --mount=type=secret\`.`,
      env: (name: string) =>
        `\`${name}\` looks like a secret, and everybody who has the image can read it. Give it when the container starts: \`docker run -e ${name}=…\`, or use \`RUN --mount=type=secret\` while building.`,
    },
    ko: {
      summary: '비밀 값처럼 보이는 ARG와 ENV',
      arg: (name: string) =>
        `\`${name}\`은(는) 비밀 값처럼 보여요. 빌드 인자는 이미지 기록에 그대로 남아요. \`RUN --mount=type=secret\`을 써 주세요.`,
      env: (name: string) =>
        `\`${name}\`은(는) 비밀 값처럼 보이고, 이미지를 가진 사람은 누구나 읽을 수 있어요. 컨테이너를 띄울 때 \`docker run -e ${name}=…\`로 넘기거나, 빌드할 때는 \`RUN --mount=type=secret\`을 써 주세요.`,
    },
  },
  *checkStage({ block }) {
    // BuildKit does not look at global arguments: they reach no stage unless declared again
    if (block.instructions[0]?.keyword !== 'FROM') return;
    for (const [index, instruction] of block.instructions.entries()) {
      const { keyword } = instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') continue;
      for (const { key } of instruction.pairs) {
        if (!isSecretName(key.text)) continue;
        yield {
          at: shift(key.at, block.offsets[index]!),
          say: (text) => (keyword === 'ARG' ? text.arg(key.text) : text.env(key.text)),
          as: mayBeLogin(key.text) ? ['SecretsUsedInArgOrEnv', 'DL3064'] : ['SecretsUsedInArgOrEnv'],
        };
      }
    }
  },
});
