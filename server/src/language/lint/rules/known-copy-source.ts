import { blocksOf, factOfSome } from '../../model/block';
import { sourcesIn } from '../../model/references';
import { type Stage, stageNamed, stagesOf } from '../../model/stages';
import { isReference, parseImageReference } from '../../syntax/imageReference';
import { shift } from '../../text/span';
import { nearest } from '../../text/suggest';
import { defineRule } from '../rule';

export const knownCopySource = defineRule({
  id: 'known-copy-source',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  readsOf: sourcesIn,
  aliases: ['DL3022'],
  needs: ['COPY'],
  reads: ['COPY'],
  text: {
    en: {
      summary: 'COPY --from neither a stage nor a tagged image',
      found: (name: string) =>
        `No stage above is called \`${name}\`, so the builder downloads \`${name}:latest\`, another image tomorrow. Name a stage, or the image's version.`,
      meant: (name: string, near: string) =>
        `No stage above is called \`${name}\`, so the builder looks for an image of that name. Did you mean \`${near}\`?`,
      fix: (near: string) => `Change to ${near}`,
    },
    ko: {
      summary: '스테이지도, 태그가 있는 이미지도 아닌 COPY --from',
      found: (name: string) =>
        `위에 \`${name}\`(이)라는 스테이지가 없어서 빌더가 \`${name}:latest\`를 내려받아요. 내일은 다른 이미지일 수 있으니 스테이지 이름이나 이미지의 버전을 적어 주세요.`,
      meant: (name: string, near: string) =>
        `위에 \`${name}\`(이)라는 스테이지가 없어서 빌더가 그런 이름의 이미지를 찾아요. \`${near}\`를 쓰려던 것 아닌가요?`,
      fix: (near: string) => `${near}(으)로 바꾸기`,
    },
  },
  *checkFile(file) {
    const stages = stagesOf(file);
    for (const [here, { block, start }] of blocksOf(file).entries()) {
      for (const { index, value: flag } of namedSources(block)) {
        const name = flag.value!;
        // a later stage is what the builder refuses
        if (stageNamed(file, name) || !isReference(parseImageReference(name))) continue;
        const near = nearest(name, namesBefore(here - 1, stages));
        const at = shift(flag.valueAt, start + block.offsets[index]!);
        yield {
          at,
          say: (text) => (near ? text.meant(name, near) : text.found(name)),
          as: ['DL3022'],
          ...(near && {
            fix: { title: (text) => text.fix(near), safety: 'unsafe', edits: [{ at, text: near }] },
          }),
        };
      }
    }
  },
});

function* namesBefore(index: number, stages: readonly Stage[]): Iterable<string> {
  for (let i = 0; i < index; i++) if (stages[i]!.name) yield stages[i]!.name!.text;
}

/** What the COPYs of a block take from by a name alone. */
const namedSources = factOfSome((instruction) => {
  const flag = instruction.keyword === 'COPY' ? instruction.flag('from') : undefined;
  return flag?.value && !/^\d+$|[:@$]/.test(flag.value) ? flag : undefined;
});
