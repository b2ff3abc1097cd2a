/** Reads the lists and descriptions of images and containers that the CLI prints. Pure; formats asked in invocation.ts. */

export interface RunningContainer {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly status: string;
  /** As printed: `127.0.0.1:8000->8000/tcp`. */
  readonly ports: string;
}

export interface LocalImage {
  /** `repository:tag`. */
  readonly name: string;
  readonly created: string;
  readonly size: string;
}

/** What an image itself says; a base image's EXPOSE, VOLUME and ENV are part of it. */
export interface ImageConfig {
  readonly ports: readonly { readonly port: number; readonly protocol: 'tcp' | 'udp' | 'sctp' }[];
  readonly volumes: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

export function parseContainers(stdout: string): readonly RunningContainer[] {
  return rows(stdout).flatMap(([id, name, image, status, ports]) =>
    id && name ? [{ id, name, image: image ?? '', status: status ?? '', ports: ports ?? '' }] : [],
  );
}

/** Images with a name, in the order of the list: newest first. */
export function parseImages(stdout: string): readonly LocalImage[] {
  return rows(stdout).flatMap(([repository, tag, created, size]) =>
    repository && tag && repository !== '<none>' && tag !== '<none>'
      ? [{ name: `${repository}:${tag}`, created: created ?? '', size: size ?? '' }]
      : [],
  );
}

/** Whether the engine has an image; podman lists what was built as `app:1` under `localhost/app:1`. */
export function isListed(name: string, images: readonly LocalImage[]): boolean {
  return images.some((image) => image.name === name || image.name === `localhost/${name}`);
}

/** The answer of `image inspect`; undefined if it is none. */
export function parseImageConfig(stdout: string): ImageConfig | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(stdout);
  } catch {
    return undefined;
  }
  const config = Array.isArray(answer)
    ? (answer[0] as { Config?: Record<string, unknown> } | undefined)?.Config
    : undefined;
  if (typeof config !== 'object' || config === null) {
    return undefined;
  }
  return {
    ports: Object.keys(config.ExposedPorts ?? {}).flatMap((text) => {
      const match = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(text);
      return match ? [{ port: Number(match[1]), protocol: (match[2] ?? 'tcp') as 'tcp' | 'udp' | 'sctp' }] : [];
    }),
    volumes: Object.keys(config.Volumes ?? {}),
    env: (Array.isArray(config.Env) ? config.Env : []).flatMap((entry: unknown) => {
      const text = String(entry);
      const equals = text.indexOf('=');
      return equals > 0 ? [{ name: text.slice(0, equals), value: text.slice(equals + 1) }] : [];
    }),
  };
}

/** The answer of `inspectContainerInvocation`; undefined if it is none. */
export function parseContainerState(stdout: string): { running: boolean; exitCode: number } | undefined {
  const match = /^(true|false)\t(-?\d+)/.exec(stdout.trim());
  return match ? { running: match[1] === 'true', exitCode: Number(match[2]) } : undefined;
}

function rows(stdout: string): string[][] {
  return stdout
    .split(/\r\n|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
}
