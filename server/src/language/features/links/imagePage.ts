import type { ImageReference } from '../../syntax/imageReference';

/**
 * The web page of an image's repository; undefined for registries that are not known to have such pages, and for hosts that
 * only a local network knows. The addresses are those that the registries' own sites use (seen 2026-11).
 */
export function imagePage({ domain, path }: Pick<ImageReference, 'domain' | 'path'>): string | undefined {
  const rest = path.split('/');
  const last = rest.at(-1)!;
  switch (domain) {
    case 'docker.io':
      return path.startsWith('library/')
        ? `https://hub.docker.com/_/${path.slice('library/'.length)}`
        : `https://hub.docker.com/r/${path}`;
    case 'quay.io':
      return `https://quay.io/repository/${path}`;
    case 'public.ecr.aws':
      return `https://gallery.ecr.aws/${path}`;
    case 'mcr.microsoft.com':
      return `https://mcr.microsoft.com/artifact/mar/${path}`;
    case 'registry.access.redhat.com':
    case 'registry.redhat.io':
      return `https://catalog.redhat.com/search?searchType=containers&q=${encodeURIComponent(path)}`;
    case 'registry.gitlab.com':
      // where the project ends and the image begins is not written
      return rest.length >= 2 ? `https://gitlab.com/${rest[0]}/${rest[1]}` : undefined;
    case 'docker.elastic.co':
      return `https://www.docker.elastic.co/r/${path}`;
    case 'cgr.dev':
      return `https://images.chainguard.dev/directory/image/${last}/overview`;
    case 'nvcr.io':
      return rest.length === 2 ? `https://catalog.ngc.nvidia.com/orgs/${rest[0]}/containers/${last}` : undefined;
    default:
      return forwards(domain) ? `https://${domain}/${path}` : undefined;
  }
}

/** Registries whose own address leads a browser on to the image's page. */
const forwards = (domain: string): boolean =>
  domain === 'ghcr.io' || /(?:^|\.)gcr\.io$/.test(domain) || domain.endsWith('.pkg.dev');
