/** What running an image needs to ask: derived from the Dockerfile's description and the image itself. Pure. */
import type { DescribedArg, DescribedStage, DescribeResult } from '../../../../server/src/lsp/protocol';
import type { Assignment } from './invocation';
import type { ImageConfig } from './listings';

export interface RunQuestions {
  readonly ports: readonly { readonly container: number; readonly protocol: 'tcp' | 'udp' | 'sctp' }[];
  readonly volumes: readonly string[];
  /** Variables that the Dockerfile sets or its command reads; without value: nobody sets it. */
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}

/** Variables that no one wants to be asked about. */
const UNASKED = new Set(['PATH', 'HOME', 'HOSTNAME', 'PWD', 'SHLVL', 'TERM', 'LANG', 'LC_ALL', 'DEBIAN_FRONTEND']);

/** The stage that `target` (a name in any case, or an index) means; without it the last one. */
export function findStage(description: DescribeResult, target: string | undefined): DescribedStage | undefined {
  if (target === undefined || target === '') {
    return description.stages.at(-1);
  }
  const wanted = target.toLowerCase();
  return (
    description.stages.find((stage) => stage.name?.toLowerCase() === wanted) ??
    description.stages.find((stage) => String(stage.index) === target)
  );
}

/** The stage and those it stands on, by index. */
export function stageChain(description: DescribeResult, target: string | undefined): ReadonlySet<number> {
  const chain = new Set<number>();
  for (
    let stage = findStage(description, target);
    stage !== undefined && !chain.has(stage.index);
    stage = stage.parent === undefined ? undefined : description.stages[stage.parent]
  ) {
    chain.add(stage.index);
  }
  return chain;
}

/** Joins what the Dockerfile says of a stage with what the built image says, each thing once, in that order. */
export function runQuestions(
  description: DescribeResult | undefined,
  target: string | undefined,
  image: ImageConfig | undefined,
): RunQuestions {
  const chain = description ? stageChain(description, target) : new Set<number>();
  const here = <T extends { readonly stage: number }>(all: readonly T[] | undefined) =>
    (all ?? []).filter((item) => chain.has(item.stage));
  const ports = [
    ...here(description?.ports).map((p) => ({ container: p.port, protocol: p.protocol })),
    ...(image?.ports ?? []).map((p) => ({ container: p.port, protocol: p.protocol })),
  ];
  const env = new Map<string, { name: string; value?: string }>();
  for (const { name, value } of here(description?.env)) {
    if (!UNASKED.has(name)) {
      // a later ENV wins; a mere use does not hide what an ENV gives
      const known = value ?? env.get(name)?.value ?? image?.env.find((e) => e.name === name)?.value;
      env.set(name, known === undefined ? { name } : { name, value: known });
    }
  }
  return {
    ports: unique(ports, (p) => `${p.container}/${p.protocol}`),
    volumes: unique([...here(description?.volumes).map((v) => v.path), ...(image?.volumes ?? [])], (path) => path),
    env: [...env.values()],
  };
}

/** The ARGs that a build may set, each name once; `required`: no declaration gives it a value. */
export function buildArgs(args: readonly DescribedArg[]): { name: string; default?: string; required: boolean }[] {
  const byName = new Map<string, { name: string; default?: string; required: boolean }>();
  for (const { name, default: value } of args) {
    const known = byName.get(name)?.default ?? value;
    byName.set(name, known === undefined ? { name, required: true } : { name, default: known, required: false });
  }
  return [...byName.values()];
}

/** Of the arguments that a project file gives to a build those that the Dockerfile does not declare, such as proxies: nobody asks for them. */
export function undeclaredArgs(
  args: readonly DescribedArg[],
  given: Readonly<Record<string, string>> | undefined,
): Assignment[] {
  const declared = new Set(args.map(({ name }) => name));
  return Object.entries(given ?? {}).flatMap(([name, value]) => (declared.has(name) ? [] : [{ name, value }]));
}

function unique<T>(all: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
