import { array, object, optional, string } from 'valibot';
import type { Dockerfile } from '../../model/dockerfile';
import { mountsOf } from '../../model/mounts';
import { sourcesIn } from '../../model/references';
import { stageNamed, stagesOf } from '../../model/stages';
import { type ImageReference, isReference, parseImageReference } from '../../syntax/imageReference';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const trustedRegistry = defineRule({
  id: 'trusted-registry',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  readsOf: sourcesIn,
  aliases: ['DL3026'],
  reads: ['COPY', 'RUN'],
  options: object({ registries: optional(array(string()), []) }),
  text: {
    en: {
      summary: 'Image from a registry that is not on the list',
      found: (registry: string) => `\`${registry}\` is none of the registries that images may come from here.`,
    },
    ko: {
      summary: '허용 목록에 없는 레지스트리의 이미지',
      found: (registry: string) => `\`${registry}\`는 이미지를 받아도 되는 레지스트리 목록에 없어요.`,
    },
  },
  *checkFile(file, _around, { registries }) {
    if (registries.length === 0) return;
    const trusted = registries.map((registry) => (registry === 'hub.docker.com' ? 'docker.io' : registry));
    for (const { image, at } of images(file)) {
      if (trusted.some((pattern) => matches(pattern, image.domain))) continue;
      yield { at, say: (text) => text.found(image.domain), as: ['DL3026'] };
    }
  },
});

/** `*` stands for all registries, `*.example.com` for those below a name, `example*` for those that begin so. */
function matches(pattern: string, registry: string): boolean {
  if (pattern.startsWith('*')) return registry.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? registry.startsWith(pattern.slice(0, -1)) : registry === pattern;
}

/** The images of FROM, COPY --from and RUN --mount=from. */
function* images(file: Dockerfile): Iterable<{ image: ImageReference; at: Span }> {
  for (const { base } of stagesOf(file)) if (base.image) yield { image: base.image, at: base.at };
  for (const { instruction, start } of file.instructions) {
    const named: { text: string; at: Span }[] = [];
    const from = instruction.keyword === 'COPY' ? instruction.flag('from') : undefined;
    if (from?.value) named.push({ text: from.value, at: from.valueAt });
    for (const mount of mountsOf(instruction)) {
      const field = mount.get('from');
      if (field?.value) named.push({ text: field.value, at: field.valueAt });
    }
    for (const { text, at } of named) {
      if (/^\d+$|\$/.test(text) || text === 'scratch' || stageNamed(file, text)) continue;
      const image = parseImageReference(text);
      if (isReference(image)) yield { image, at: shift(at, start) };
    }
  }
}
