/**
 * What is asked of the container CLI, as argument arrays. Pure: options in, arguments out. No argument is ever joined
 * into a command line, and every value that a user or a file controls stands behind its flag or is checked
 * by {@link operand}, so that it cannot turn into an option.
 */

/** Arguments of one call, with variables that go through the environment because other users may read arguments. */
export interface Invocation {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The label of the containers that Slipway starts; its value is the path of the Dockerfile, or empty. */
export const CONTAINER_LABEL = 'dev.slipway';

/** A name and its value. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

export interface BuildOptions {
  /** Absolute path of the Dockerfile. */
  readonly file: string;
  /** Absolute path of the context folder. */
  readonly context: string;
  readonly tag?: string;
  /** Stage name or index. */
  readonly target?: string;
  /** As `linux/arm64`. */
  readonly platform?: string;
  readonly args: readonly Assignment[];
}

export interface PortMapping {
  readonly host: number;
  readonly container: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

export interface VolumeMapping {
  /** A volume's name or an absolute folder. */
  readonly source: string;
  /** Absolute path in the container. */
  readonly target: string;
}

export interface RunOptions {
  readonly image: string;
  readonly name: string;
  /** Path of the Dockerfile, for the label. */
  readonly file?: string;
  readonly ports: readonly PortMapping[];
  readonly env: readonly Assignment[];
  readonly volumes: readonly VolumeMapping[];
}

/** Thrown for an operand that the CLI would read as an option. */
export class OperandError extends Error {
  constructor(readonly operand: string) {
    super(`"${operand}" cannot be used here: it starts with a hyphen or is empty`);
  }
}

/** Names whose values are passwords and the like: asked for hidden, not remembered, not put into arguments. */
export function isSecretName(name: string): boolean {
  return /pass|pwd|secret|token|credential|api_?key|access_?key|private_?key|auth/i.test(name);
}

/** `build`: plain output comes from the environment, since `--progress` does not exist without buildx. */
export function buildInvocation(options: BuildOptions): Invocation {
  const { args, env } = assignments('--build-arg', options.args);
  return {
    args: [
      'build',
      '--file',
      options.file,
      ...(options.tag ? ['--tag', options.tag] : []),
      ...(options.target ? ['--target', options.target] : []),
      ...(options.platform ? ['--platform', options.platform] : []),
      ...args,
      operand(options.context),
    ],
    env: { ...env, BUILDKIT_PROGRESS: 'plain' },
  };
}

/** `build --call=check`: warnings as JSON on standard output; exit code 1 on any warning. Needs buildx 0.15. */
export function checkInvocation(options: Omit<BuildOptions, 'tag'>): Invocation {
  const { args, env } = assignments('--build-arg', options.args);
  return {
    args: [
      'build',
      '--call=check,format=json',
      '--progress=quiet',
      '--file',
      options.file,
      ...(options.target ? ['--target', options.target] : []),
      ...(options.platform ? ['--platform', options.platform] : []),
      ...args,
      operand(options.context),
    ],
    env,
  };
}

/** `run`: detached, published on the loopback address only, with an init process so that it stops at once. */
export function runInvocation(options: RunOptions): Invocation {
  const { args, env } = assignments('--env', options.env);
  return {
    args: [
      'run',
      '--detach',
      '--init',
      '--name',
      options.name,
      '--label',
      `${CONTAINER_LABEL}=${options.file ?? ''}`,
      ...options.ports.flatMap((p) => ['--publish', `127.0.0.1:${p.host}:${p.container}/${p.protocol}`]),
      ...args,
      ...options.volumes.flatMap((v) => ['--mount', mount(v)]),
      operand(options.image),
    ],
    env,
  };
}

const CONTAINER_FORMAT = '{{.ID}}\t{{.Names}}\t{{.Image}}\t{{.Status}}\t{{.Ports}}';

/** `ps` of running containers, read by `parseContainers`. */
export function listContainersInvocation(ours: boolean): Invocation {
  return { args: ['ps', ...(ours ? ['--filter', `label=${CONTAINER_LABEL}`] : []), '--format', CONTAINER_FORMAT] };
}

/** The names of all containers, stopped ones too, one a line. */
export function listNamesInvocation(): Invocation {
  return { args: ['ps', '--all', '--format', '{{.Names}}'] };
}

/** Local images, read by `parseImages`. */
export function listImagesInvocation(): Invocation {
  return { args: ['image', 'ls', '--format', '{{.Repository}}\t{{.Tag}}\t{{.CreatedSince}}\t{{.Size}}'] };
}

/** What an image says about ports, volumes and environment, read by `parseImageConfig`. */
export function inspectImageInvocation(image: string): Invocation {
  return { args: ['image', 'inspect', operand(image)] };
}

/** Whether a container still runs and how it ended, read by `parseContainerState`. */
export function inspectContainerInvocation(container: string): Invocation {
  return { args: ['inspect', '--format', '{{.State.Running}}\t{{.State.ExitCode}}', operand(container)] };
}

export function stopInvocation(container: string): Invocation {
  return { args: ['stop', operand(container)] };
}

export function removeContainerInvocation(container: string): Invocation {
  return { args: ['rm', operand(container)] };
}

/** `logs --follow`, for a terminal. */
export function logsInvocation(container: string): Invocation {
  return { args: ['logs', '--follow', '--tail', '1000', operand(container)] };
}

export function tagInvocation(source: string, target: string): Invocation {
  return { args: ['tag', operand(source), operand(target)] };
}

export function pushInvocation(image: string): Invocation {
  return { args: ['push', operand(image)] };
}

/** `login`, for a terminal: it asks for name and password itself. `registry` undefined: Docker Hub. */
export function loginInvocation(registry: string | undefined): Invocation {
  return { args: ['login', ...(registry ? [operand(registry)] : [])] };
}

/** A name alone lets the CLI take the value from its environment; only secrets go there, lest PATH be overwritten. */
function assignments(flag: string, all: readonly Assignment[]): { args: string[]; env: Record<string, string> } {
  const args: string[] = [];
  const env: Record<string, string> = {};
  for (const { name, value } of all) {
    if (isSecretName(name) && /^[A-Za-z_]\w*$/.test(name)) {
      args.push(flag, name);
      env[name] = value;
    } else {
      args.push(flag, `${name}=${value}`);
    }
  }
  return { args, env };
}

/** `--mount` and not `--volume`: a colon in a path (as in `C:\x`) keeps its meaning. Its fields are CSV. */
function mount(v: VolumeMapping): string {
  const type = /[\\/]/.test(v.source) ? 'bind' : 'volume';
  return [`type=${type}`, `source=${v.source}`, `target=${v.target}`].map(csv).join(',');
}

function csv(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function operand(value: string): string {
  if (value === '' || value.startsWith('-')) {
    throw new OperandError(value);
  }
  return value;
}
