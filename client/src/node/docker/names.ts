/** Names of images, containers and volumes: what they may be, and what to propose. Pure. */

/** Why an image reference is not accepted. */
export type ReferenceProblem = 'empty' | 'uppercase' | 'tooLong' | 'malformed';

/** One part of a repository path, as the distribution reference grammar has it. */
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const REGISTRY =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d{1,5})?$/;
const TAG = /^\w[\w.-]{0,127}$/;

export interface ImageName {
  /** `localhost:5000`, `ghcr.io`; undefined: Docker Hub. */
  readonly registry?: string;
  /** Without registry and tag: `user/app`. */
  readonly repository: string;
  readonly tag?: string;
}

/** Takes a name apart. The first part is a registry if it has a dot or a colon or is `localhost`, as for Docker. */
export function splitImageName(reference: string): ImageName {
  const slash = reference.indexOf('/');
  const first = slash < 0 ? '' : reference.slice(0, slash);
  const registry = /[.:]/.test(first) || first === 'localhost' ? first : undefined;
  const rest = registry === undefined ? reference : reference.slice(slash + 1);
  const colon = rest.lastIndexOf(':');
  return {
    ...(registry === undefined ? {} : { registry }),
    repository: colon < 0 ? rest : rest.slice(0, colon),
    ...(colon < 0 ? {} : { tag: rest.slice(colon + 1) }),
  };
}

/** Checks a name for `--tag`, `tag` and `push`: undefined if it is fine. */
export function checkImageName(reference: string): ReferenceProblem | undefined {
  if (reference === '') {
    return 'empty';
  }
  const { registry, repository, tag } = splitImageName(reference);
  if (repository.length + (registry?.length ?? 0) > 254) {
    return 'tooLong';
  }
  if (/[A-Z]/.test(repository)) {
    return 'uppercase';
  }
  const good =
    repository.split('/').every((part) => COMPONENT.test(part)) &&
    (tag === undefined || TAG.test(tag)) &&
    (registry === undefined || REGISTRY.test(registry));
  return good ? undefined : 'malformed';
}

/** The name with a tag: `latest` unless it has one, as engines list it. */
export function withTag(reference: string): string {
  return splitImageName(reference).tag === undefined ? `${reference}:latest` : reference;
}

/** True if the name can be pushed as it is: it names a registry, or an account on Docker Hub. */
export function canPush(reference: string): boolean {
  const { registry, repository } = splitImageName(reference);
  return registry !== undefined || repository.includes('/');
}

/** The name proposed for a Dockerfile: its folder's name; `Dockerfile.dev` gives the tag `dev`. */
export function proposeImageName(folder: string, file: string): string {
  const variant = /^(?:Dockerfile|Containerfile)\.(.+)$/i.exec(file)?.[1] ?? /^(.+)\.dockerfile$/i.exec(file)?.[1];
  return `${slug(folder) || 'app'}:${(variant && slug(variant)) || 'latest'}`;
}

/** The container's name proposed for an image, not among `taken`. */
export function proposeContainerName(image: string, taken: ReadonlySet<string>): string {
  const { repository } = splitImageName(image);
  const base = slug(repository.slice(repository.lastIndexOf('/') + 1)) || 'app';
  // a container's name has at least two characters
  const name = base.length < 2 ? `${base}-1` : base;
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) {
    candidate = `${name}-${n}`;
  }
  return candidate;
}

/** The volume's name proposed for a path of a container: `app` and `/var/lib/mysql` give `app-mysql`. */
export function proposeVolumeName(image: string, path: string): string {
  const { repository } = splitImageName(image);
  const base = slug(repository.slice(repository.lastIndexOf('/') + 1)) || 'app';
  return `${base}-${slug(path.slice(path.lastIndexOf('/') + 1)) || 'data'}`;
}

/** Lower-case letters, digits and single hyphens, at most 100 of them. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 100)
    .replace(/-$/, '');
}
