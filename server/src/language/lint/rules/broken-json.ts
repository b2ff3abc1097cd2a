import { brokenJsonOf } from '../../model/brokenJson';
import { defineRule } from '../rule';

export const brokenJson = defineRule({
  id: 'broken-json',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'VOLUME'],
  mentions: /\[/,
  aliases: ['JSONArgsRecommended', 'DL3025'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Array that is no JSON',
      shell:
        'This is no JSON, so the builder hands it to a shell, brackets and all. JSON wants double quotes, no comma at the end, and `\\\\` for a backslash.',
      words:
        'This is no JSON, so the brackets become part of the names. JSON wants double quotes, no comma at the end, and `\\\\` for a backslash.',
      fix: 'Write as JSON',
    },
    ko: {
      summary: 'JSON이 아닌 배열',
      shell:
        'JSON이 아니라서 빌더가 대괄호까지 그대로 셸에 넘겨요. JSON에는 큰따옴표를 쓰고, 끝에 쉼표를 두지 않고, 역슬래시는 `\\\\`로 적어야 해요.',
      words:
        'JSON이 아니라서 대괄호까지 이름의 일부가 돼요. JSON에는 큰따옴표를 쓰고, 끝에 쉼표를 두지 않고, 역슬래시는 `\\\\`로 적어야 해요.',
      fix: 'JSON으로 쓰기',
    },
  },
  *checkInstruction({ instruction, inForce, inOnbuild }) {
    const broken = brokenJsonOf(instruction);
    if (!broken) return;
    const { keyword } = instruction;
    const started = keyword === 'CMD' || keyword === 'ENTRYPOINT';
    const { at, meant } = broken;
    yield {
      at,
      say: (text) => (started || keyword === 'RUN' || keyword === 'HEALTHCHECK' ? text.shell : text.words),
      as: !started || inOnbuild ? [] : inForce.shell ? ['DL3025'] : ['JSONArgsRecommended', 'DL3025'],
      ...(meant !== undefined && {
        fix: { title: (text) => text.fix, safety: 'unsafe', edits: [{ at, text: meant }] },
      }),
    };
  },
});
