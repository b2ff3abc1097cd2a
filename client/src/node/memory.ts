/** Answers remembered per Dockerfile in the workspace's own storage. Nothing secret is kept. */
import type { Memento } from 'vscode';
import type { DescribedBuild } from '../../../server/src/lsp/protocol';
import { isSecretName } from './docker/invocation';

export interface BuildAnswers {
  readonly tag: string;
  /** Values of build arguments that the user gave. */
  readonly args: Readonly<Record<string, string>>;
}

type BuildName = Pick<Partial<DescribedBuild>, 'file' | 'name'>;

export interface RunAnswers {
  /** Host port by container port (`8000/tcp`); 0 for one that is not published. */
  readonly ports: Readonly<Record<string, number>>;
  readonly env: Readonly<Record<string, string>>;
  /** Volume or folder by path in the container; empty for an anonymous volume. */
  readonly volumes: Readonly<Record<string, string>>;
}

/** Where an image came from. */
export interface Origin {
  /** URI of the Dockerfile. */
  readonly uri: string;
  readonly target?: string;
}

interface BuiltImage extends Origin {
  readonly tag: string;
}

/** Built images that are remembered, newest first. */
const MAX_IMAGES = 30;

export class Memory {
  constructor(private readonly state: Memento) {}

  /** @param build the one that the command began with: each of a project file's has answers of its own */
  buildAnswers(uri: string, target: string | undefined, build: BuildName): BuildAnswers | undefined {
    return this.state.get(buildKey(uri, target, build));
  }

  async rememberBuild(uri: string, target: string | undefined, build: BuildName, answers: BuildAnswers): Promise<void> {
    await this.state.update(buildKey(uri, target, build), { ...answers, args: withoutSecrets(answers.args) });
  }

  /** Notes where an image came from, once it is built. */
  async rememberImage(tag: string, origin: Origin): Promise<void> {
    const others = this.#images().filter((known) => known.tag !== tag);
    await this.state.update('images', [{ tag, ...origin }, ...others].slice(0, MAX_IMAGES));
  }

  /** Tags built here, newest first; of one Dockerfile if given. */
  tags(uri?: string): readonly string[] {
    return this.#images()
      .filter((image) => uri === undefined || image.uri === uri)
      .map((image) => image.tag);
  }

  /** The Dockerfile and stage that a tag was last built from. */
  origin(tag: string): Origin | undefined {
    return this.#images().find((image) => image.tag === tag);
  }

  runAnswers(image: string): RunAnswers | undefined {
    return this.state.get(`run:${image}`);
  }

  async rememberRun(image: string, answers: RunAnswers): Promise<void> {
    await this.state.update(`run:${image}`, { ...answers, env: withoutSecrets(answers.env) });
  }

  /** The registry and account that was last pushed to: `ghcr.io/me`. */
  get pushPrefix(): string | undefined {
    return this.state.get('pushPrefix');
  }

  async rememberPush(prefix: string): Promise<void> {
    await this.state.update('pushPrefix', prefix);
  }

  #images(): readonly BuiltImage[] {
    return this.state.get<readonly BuiltImage[]>('images', []);
  }
}

function buildKey(uri: string, target: string | undefined, { file, name }: BuildName): string {
  return `build:${uri}#${target ?? ''}${file === undefined ? '' : `#${file}#${name ?? ''}`}`;
}

/** What may be kept of values. */
export function withoutSecrets(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecretName(name)));
}
