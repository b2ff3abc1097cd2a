import { indicesOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import { type States, statesOf } from '../../model/inForce';
import { forDevelopment } from '../../model/modes';
import { processesOf } from '../../model/processes';
import { rootOf, stagesOf } from '../../model/stages';
import { viewOf } from '../../model/view';
import { defineRule } from '../rule';

export const buildImageAsFinal = defineRule({
  id: 'build-image-as-final',
  category: 'size',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL'],
  text: {
    en: {
      summary: 'Image that ships its compiler',
      found: (tool: string, instead: string) =>
        `Everybody who pulls this image gets ${tool} and all that it left, though only its result runs. Build in a stage, and copy that into a small image (${instead}).`,
    },
    ko: {
      summary: '컴파일러까지 담은 이미지',
      found: (tool: string, instead: string) =>
        `실행하는 것은 결과물뿐인데, 이미지를 받는 사람은 ${tool}와(과) 그 부산물까지 받아요. 스테이지에서 빌드하고 결과만 작은 이미지(${instead})로 복사해 주세요.`,
    },
  },
  *checkFile(file, { fileName }) {
    const last = stagesOf(file).at(-1);
    if (!last) return;
    const { base } = rootOf(file, last);
    const kind = kinds.find(({ image }) => image.test(base.repository ?? ''));
    if (!kind || !buildsIn(statesOf(file)[last.index + 1]!).has(kind)) return;
    const process = processesOf(file).findLast(({ stage }) => stage === last);
    const main = process?.main;
    // what starts the tool needs it
    if (!process || !main || kind.needs.test(main.command.name ?? '') || forDevelopment(process, fileName)) return;
    if (kind.title === '.NET' && /^(?:run|watch|test)$/.test(main.command.args[0]?.text ?? '')) return;
    yield { at: last.base.at, say: (text) => text.found(kind.title, kind.instead) };
  },
});

interface Kind {
  readonly title: string;
  readonly image: RegExp;
  readonly builds: (command: Command) => boolean;
  /** Programs that are of no use without the image. */
  readonly needs: RegExp;
  readonly instead: string;
}

const tool = (name: RegExp, subcommand: RegExp) => (command: Command) =>
  name.test(command.name ?? '') && command.positional().some(({ text }) => subcommand.test(text ?? ''));
const script = /^(?:sh|bash|ash|make|reflex|air|CompileDaemon|gin|fresh|entrypoint.*|.*\.sh)$/;

const kinds: readonly Kind[] = [
  {
    title: 'Go',
    image: /^golang$/,
    builds: tool(/^go$/, /^(?:build|install)$/),
    needs: new RegExp(`^go$|${script.source}`),
    instead: '`scratch`, `gcr.io/distroless/static`',
  },
  {
    title: 'Rust',
    image: /^rust$/,
    builds: tool(/^cargo$/, /^(?:build|install)$/),
    needs: new RegExp(`^cargo$|${script.source}`),
    instead: '`debian:trixie-slim`, `gcr.io/distroless/cc`',
  },
  {
    title: 'Maven',
    image: /^maven$/,
    builds: tool(/^mvnw?$/, /^(?:package|install|verify)$/),
    needs: new RegExp(`^mvnw?$|${script.source}`),
    instead: '`eclipse-temurin:25-jre`',
  },
  {
    title: 'Gradle',
    image: /^gradle$/,
    builds: tool(/^gradlew?$/, /^(?:build|assemble|bootJar|shadowJar|installDist|jar)$/),
    needs: new RegExp(`^gradlew?$|${script.source}`),
    instead: '`eclipse-temurin:25-jre`',
  },
  {
    title: '.NET',
    image: /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?sdk$/,
    builds: tool(/^dotnet$/, /^(?:publish|build)$/),
    needs: script,
    instead: '`mcr.microsoft.com/dotnet/aspnet`',
  },
];

/** What a stage builds. */
const buildsIn = fact(({ block, at: inForce }: States): ReadonlySet<Kind> => {
  const found = new Set<Kind>();
  for (const index of indicesOf(block, ['RUN'])) {
    const instruction = block.instructions[index]!;
    if (!/build|install|package|publish|verify|assemble|jar/i.test(instruction.text)) continue;
    for (const command of commandsAt(viewOf(instruction, inForce[index]!))) {
      for (const kind of kinds) if (kind.builds(command)) found.add(kind);
    }
  }
  return found;
});
