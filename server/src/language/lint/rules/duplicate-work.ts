import { type Block, blocksOf, factOfSome } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { downloadsOf } from '../../model/downloads';
import { fact } from '../../model/fact';
import { type States, statesOf } from '../../model/inForce';
import { installsOf } from '../../model/installs';
import { mountsOf } from '../../model/mounts';
import { rootOf, type Stage, stagesOf } from '../../model/stages';
import { viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const duplicateWork = defineRule({
  id: 'duplicate-work',
  category: 'speed',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  needs: ['RUN'],
  text: {
    en: {
      summary: 'The same RUN in two stages',
      found: (stage: string) =>
        `Stage ${stage} runs the same upon the same image, behind other steps, so the cache cannot serve both. A stage that both are built upon would do it once.`,
      first: 'The same RUN',
    },
    ko: {
      summary: '두 스테이지에 똑같이 있는 RUN',
      found: (stage: string) =>
        `${stage} 스테이지도 같은 이미지에서 똑같은 RUN을 실행하지만, 앞 단계가 달라서 캐시를 함께 쓰지 못해요. 공통 스테이지를 만들어 둘 다 그 위에 쌓으면 한 번만 실행해요.`,
      first: '똑같은 RUN',
    },
  },
  *checkFile(file) {
    const stages = stagesOf(file);
    if (stages.length < 2) return;
    const states = statesOf(file);
    const blocks = blocksOf(file);
    const seen = new Map<string, { stage: Stage; heavy: Heavy; at: Span }>();
    for (const stage of stages) {
      const { start } = blocks[stage.index + 1]!;
      const base = rootOf(file, stage).base.resolved;
      for (const heavy of heavyIn(states[stage.index + 1]!)) {
        const key = `${base}\n${heavy.key}`;
        const at = shift(heavy.at, start);
        const first = seen.get(key);
        if (!first) seen.set(key, { stage, heavy, at });
        else if (first.stage !== stage && !isShared(first.stage, first.heavy, stage, heavy)) {
          const name = first.stage.name ? `\`${first.stage.name.text}\`` : String(first.stage.index);
          yield {
            at,
            say: (text) => text.found(name),
            related: [{ at: first.at, say: (text) => text.first }],
          };
        }
      }
    }
  },
});

interface Heavy {
  /** Its text, and the values of the variables in it. */
  readonly key: string;
  readonly block: Block;
  /** Its index in the block. */
  readonly index: number;
  /** In the block. */
  readonly at: Span;
}

/** The RUNs of a stage that download or install, whatever the build context holds. */
const heavyIn = fact(({ block, at: inForce, scopes }: States): readonly Heavy[] => {
  const heavy: Heavy[] = [];
  for (const { index, value: instruction } of mayBeHeavy(block)) {
    const { text, keywordAt } = instruction;
    const works = commandsAt(viewOf(instruction, inForce[index]!)).some((command) => {
      const install = installsOf(command);
      return (install?.spec.kind === 'system' && install.packages.length > 0) || downloadsOf(command).length > 0;
    });
    if (!works) continue;
    const names = new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name!));
    const values = [...names].map((name) => `${name}=${scopes[index]?.get(name)?.value.text}`);
    heavy.push({ key: [text, ...values].join('\n'), block, index, at: shift(keywordAt, block.offsets[index]!) });
    if (heavy.length === mostHeavy) break;
  }
  return heavy;
});

/** True where the builder does it once by itself, behind the same steps, and where one stage is built upon the other. */
function isShared(a: Stage, one: Heavy, b: Stage, other: Heavy): boolean {
  for (let below = b.base.parent; below; below = below.base.parent) if (below === a) return true;
  if (a.base.resolved !== b.base.resolved || one.index !== other.index) return false;
  for (let i = 1; i < one.index; i++) {
    if (one.block.instructions[i]!.text !== other.block.instructions[i]!.text) return false;
  }
  return true;
}

/** So long must it be to be worth another stage. */
const shortest = 30;
const mayBeHeavy = factOfSome((instruction) => {
  const { keyword, text, argument } = instruction;
  const isRun = keyword === 'RUN' && argument.length >= shortest && /install|add|curl|wget/.test(text);
  return isRun && mountsOf(instruction).length === 0 ? instruction : undefined;
});
/** So many are looked at in a stage. */
const mostHeavy = 20;
