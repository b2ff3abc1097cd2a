import { newestTagOf, products } from '../../knowledge/endOfLife';
import type { InstructionKeyword } from '../../knowledge/instructions';
import { PORTS, PROTOCOLS } from '../../knowledge/ports';
import { GRACEFUL_SIGNALS, SIGNALS, type SignalName } from '../../knowledge/signals';
import { stageAt, stagesOf } from '../../model/stages';
import { scopeAt } from '../../model/variables';
import { clip } from '../hover/page';
import { type Ask, type CompletionItem, nothing, type Place, value } from './item';
import { copiedItems } from './paths';
import { repositoryItems } from './registry';

/** What the words of an instruction may be. */
export function argumentItems(ask: Ask, place: Place, keyword: InstructionKeyword): readonly CompletionItem[] {
  const { index, typed } = place;
  switch (keyword) {
    case 'FROM':
      return index === 0
        ? [...stageItems(ask, place), ...images(typed), ...repositoryItems(ask)]
        : index === 1
          ? [value('AS')]
          : nothing;
    case 'COPY':
    case 'ADD':
      return copiedItems(ask, place);
    case 'EXPOSE':
      return typed.includes('/') ? nothing : ports(ask, typed);
    case 'STOPSIGNAL':
      return index === 0 ? signals(ask) : nothing;
    case 'HEALTHCHECK':
      return index === 0 ? [value('CMD'), value('NONE')] : nothing;
    case 'SHELL':
      return index === 0
        ? ['["/bin/bash", "-o", "pipefail", "-c"]', '["/bin/sh", "-c"]', '["powershell", "-Command"]'].map(value)
        : nothing;
    case 'LABEL':
      return typed.includes('=') ? nothing : annotations;
    case 'USER':
      return index === 0 ? users(ask, place) : nothing;
    default:
      return nothing;
  }
}

/** The stages above, the nearest first. Of several with one name the builder takes the last. */
export function stageItems({ file }: Ask, { placed }: Place): readonly CompletionItem[] {
  const above = stagesOf(file).slice(0, stageAt(file, placed.index)?.index ?? 0);
  const byName = new Map<string, CompletionItem>();
  for (const { name, base } of above.reverse()) {
    const key = name?.text.toLowerCase();
    if (key === undefined || byName.has(key)) continue;
    const { text } = name!;
    byName.set(key, { kind: 'stage', label: text, text, detail: `FROM ${clip(base.text)}` });
  }
  return [...byName.values()];
}

/** Images whose lines of support are known, at the newest tag of them; `scratch`. */
function images(typed: string): readonly CompletionItem[] {
  const known = products.flatMap(({ images: repositories, name }) =>
    repositories
      .filter((repository) => !repository.includes('/') || typed.includes('/'))
      .flatMap((repository): CompletionItem[] => {
        const tag = newestTagOf(repository);
        const text = `${repository}:${tag}`;
        return tag ? [{ kind: 'image', label: text, text, detail: name }] : [];
      }),
  );
  return [...known, { kind: 'image', label: 'scratch', text: 'scratch' }];
}

function ports({ reference }: Ask, typed: string): readonly CompletionItem[] {
  const texts: Readonly<Record<string, string>> = reference.ports;
  const known = Object.entries(PORTS).map(([port, name]) => ({
    kind: 'value' as const,
    label: port,
    text: port,
    detail: name,
    ...(texts[port] !== undefined && { documentation: texts[port] }),
  }));
  const own = /^\d{1,5}$/.test(typed) ? PROTOCOLS.map((protocol) => value(`${typed}/${protocol}`)) : [];
  return [...own, ...known];
}

const signals = ({ reference }: Ask): readonly CompletionItem[] =>
  [...new Set([...GRACEFUL_SIGNALS, ...(Object.keys(SIGNALS) as SignalName[])])].map((name) => ({
    ...value(`SIG${name}`),
    detail: String(SIGNALS[name]),
    documentation: reference.signal.names[name],
  }));

/** Users that earlier USER instructions of the stage name, and those that nearly every image has. */
function users({ file }: Ask, { placed }: Place): readonly CompletionItem[] {
  const stage = stageAt(file, placed.index);
  const named = file.instructions
    .slice(stage?.first ?? 0, placed.index)
    .filter(({ instruction }) => instruction.keyword === 'USER')
    .flatMap(({ instruction }) => instruction.words.slice(0, 1).map(({ text }) => text));
  return [...new Set([...named.reverse(), 'nobody', 'root'])].map(value);
}

/** Source: https://github.com/opencontainers/image-spec/blob/main/annotations.md. */
const annotations: readonly CompletionItem[] = [
  'title',
  'description',
  'version',
  'source',
  'url',
  'documentation',
  'authors',
  'vendor',
  'licenses',
  'revision',
  'created',
  'ref.name',
  'base.name',
  'base.digest',
].map((name) => ({
  kind: 'key',
  label: `org.opencontainers.image.${name}`,
  text: `org.opencontainers.image.${name}=`,
}));

/** What is in force behind `$`: `open` is `$` or `${`. */
export function variableItems({ file }: Ask, { placed }: Place, open: string): readonly CompletionItem[] {
  const found = [...scopeAt(file, placed.index).values()];
  // what the file itself defines last is likeliest
  found.sort((a, b) => b.ordinal - a.ordinal || (a.name < b.name ? -1 : 1));
  return found.map(({ name, value: { text } }) => ({
    kind: 'variable',
    label: open === '${' ? `\${${name}}` : `$${name}`,
    text: open === '${' ? `\${${name}}` : `$${name}`,
    ...(text !== undefined && { detail: clip(text) }),
  }));
}
