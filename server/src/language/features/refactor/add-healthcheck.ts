import { knownBase } from '../../knowledge/bases';
import { defaultPorts, healthPaths, languageProbes, ownProbes, urlProbes } from '../../knowledge/healthProbes';
import { commandsIn, interpreterAt } from '../../model/commands';
import type { Dockerfile } from '../../model/dockerfile';
import { statesOf } from '../../model/inForce';
import { installsOf } from '../../model/installs';
import { isPort } from '../../model/portSpec';
import { exposedPorts } from '../../model/ports';
import { processesOf } from '../../model/processes';
import { type Serving, servingOf } from '../../model/serving';
import { rootOf, type Stage } from '../../model/stages';
import { spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { hasInStages } from './tools/forms';
import { newlineOf } from './tools/layout';
import { finalStage, lastWork } from './tools/stageEnd';

/** A final stage that starts a known server gets a HEALTHCHECK, with what its image has to ask it. */
export const addHealthcheck = defineRefactoring({
  id: 'add-healthcheck',
  kind: 'refactor.rewrite',
  text: {
    en: { title: (server: string) => `Add a HEALTHCHECK for ${server}` },
    ko: { title: (server: string) => `${server}용 HEALTHCHECK 추가하기` },
  },
  propose({ file, placed, stage: own }) {
    const stage = finalStage(file, own);
    if (!stage || !asked.has(placed.instruction.keyword) || hasInStages(file, stage, 'HEALTHCHECK')) return undefined;
    const main = processesOf(file).find((process) => process.stage === stage)?.main;
    const serving = main && servingOf(main.command);
    const probe = serving && probeFor(file, stage, serving);
    if (!probe) return undefined;
    const { end } = lastWork(file, stage);
    const text = `${newlineOf(file)}HEALTHCHECK CMD [${probe.map((word) => JSON.stringify(word)).join(', ')}]`;
    return { title: (texts) => texts.title(serving.spec.title), edits: [{ at: spanOf(end, end), text }] };
  },
});

const asked: ReadonlySet<string> = new Set(['FROM', 'CMD', 'ENTRYPOINT', 'EXPOSE']);

function probeFor(file: Dockerfile, stage: Stage, serving: Serving): readonly string[] | undefined {
  const { name } = serving.command;
  if (name !== undefined && Object.hasOwn(ownProbes, name)) return ownProbes[name];
  const { title } = serving.spec;
  if (!Object.hasOwn(defaultPorts, title)) return undefined;
  const port = portOf(file, stage, serving);
  if (port === undefined) return undefined;
  const url = `http://127.0.0.1:${port}${healthPaths[title] ?? '/'}`;
  const { repository, image } = rootOf(file, stage).base;
  const base = repository === undefined ? undefined : knownBase(repository, image?.tag?.text ?? '');
  const language = base && Object.hasOwn(languageProbes, base.repository) ? languageProbes[base.repository] : undefined;
  if (language) return language(url);
  // BusyBox has a wget
  if (base?.system === 'alpine' || base?.system === 'busybox') return urlProbes.wget!(url);
  const installed = installedIn(file, stage);
  const program = Object.keys(urlProbes).find((each) => installed.has(each));
  return program === undefined ? undefined : urlProbes[program]!(url);
}

/** Where it listens: by its arguments, else by the one port that EXPOSE names, else where it always does. */
function portOf(file: Dockerfile, stage: Stage, { spec, command }: Serving): number | undefined {
  const flags = ['--port', '-p', ...spec.hostFlags];
  for (const { text } of command.values(...flags)) {
    const match = /(?:^|:)(\d{2,5})$/.exec(text ?? '');
    if (match) return Number(match[1]);
  }
  if (spec.positional) {
    const match = /(?:^|:)(\d{2,5})$/.exec(command.args.at(-1)?.text ?? '');
    if (match) return Number(match[1]);
  }
  const words = exposedPorts(file).filter(({ index }) => index >= stage.first && index < stage.last);
  const [word, more] = words;
  if (!word) return defaultPorts[spec.title];
  const [exposed, other] = word.specs;
  if (more || other || word.unresolved.length > 0 || !exposed || !isPort(exposed)) return undefined;
  return exposed.protocol === 'tcp' && exposed.port === exposed.endPort ? exposed.port : undefined;
}

/** Packages that the stage, and those it is built upon, install by their package manager. */
function installedIn(file: Dockerfile, stage: Stage): ReadonlySet<string> {
  const names = new Set<string>();
  for (let each: Stage | undefined = stage; each; each = each.base.parent) {
    const { at } = statesOf(file)[each.index + 1]!;
    for (let index = each.first + 1; index < each.last; index++) {
      const { dialect } = interpreterAt(at[index - each.first]!);
      for (const command of commandsIn(file.instructions[index]!.instruction, dialect)) {
        const install = installsOf(command);
        if (install?.spec.kind !== 'system') continue;
        for (const { name } of install.packages) if (name !== undefined) names.add(name);
      }
    }
  }
  return names;
}
