/**
 * Image references as the builder reads them: the grammar of github.com/distribution/reference (regexp.go, normalize.go:
 * ParseNormalizedNamed), with spans and in linear time.
 */

import type { Span } from '../text/span';

/** A part of a reference with its place in the text. */
export interface ReferencePart {
  readonly text: string;
  readonly at: Span;
}

export interface ImageReference {
  /** As it is written; undefined for the default, Docker Hub. */
  readonly registry: ReferencePart | undefined;
  /** The path as it is written: without registry, and without the `library/` that Docker Hub implies. */
  readonly repository: ReferencePart;
  readonly tag: ReferencePart | undefined;
  /** `algorithm:hex`. */
  readonly digest: ReferencePart | undefined;
  /** The registry's host, `docker.io` for Docker Hub. */
  readonly domain: string;
  /** The repository's full path on its registry: `library/ubuntu`. */
  readonly path: string;
  /** The name that people write: `ubuntu`, `grafana/grafana`, `ghcr.io/a/b`; neither tag nor digest. */
  readonly familiar: string;
}

export type ReferenceErrorCode =
  | 'invalid-format'
  | 'uppercase'
  | 'too-long'
  | 'hex-id'
  | 'digest-algorithm'
  | 'digest-length'
  | 'digest-format';

export interface ReferenceError {
  readonly error: ReferenceErrorCode;
  /** In the builder's words. */
  readonly message: string;
}

const hub = 'docker.io';
const legacyHub = 'index.docker.io';
const official = 'library/';
const longestPath = 255;

const hexId = /^[a-f0-9]{64}$/;
const hostPart = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const ipv6 = /^\[[a-fA-F0-9:]+\]$/;
const digits = /^[0-9]+$/;
/** Each separator is followed by a letter or digit and no two ways to read a unit exist: linear. */
const pathPart = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const tagForm = /^\w[\w.-]{0,127}$/;
const algorithmForm = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*$/;
const hexForm = /^[0-9a-fA-F]{32,}$/;
const lowerHex = /^[a-f0-9]+$/;

/** Length of the hexadecimal part for the algorithms that the builder knows. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

const fail = (error: ReferenceErrorCode, message: string): ReferenceError => ({ error, message });
const invalid = fail('invalid-format', 'invalid reference format');

/** True where `host` is a host name, an IPv4 address or an IPv6 address in brackets, with or without a port. */
function isDomain(text: string): boolean {
  const bracket = text.startsWith('[') ? text.indexOf(']') + 1 : 0;
  const colon = text.indexOf(':', bracket);
  const host = colon < 0 ? text : text.slice(0, colon);
  if (colon >= 0 && !digits.test(text.slice(colon + 1))) return false;
  return bracket > 0 ? ipv6.test(host) : host.split('.').every((part) => hostPart.test(part));
}

/** Where the registry ends in a reference: the offset of its `/`, or -1 where the first component is none. */
function registryEnd(text: string): number {
  const slash = text.indexOf('/');
  if (slash < 0) return -1;
  const first = text.slice(0, slash);
  return first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first ? slash : -1;
}

/** What is wrong with a digest, as go-digest says it; undefined for nothing. */
function digestError(digest: string): ReferenceError | undefined {
  const colon = digest.indexOf(':');
  const algorithm = digest.slice(0, Math.max(colon, 0));
  const hex = digest.slice(colon + 1);
  if (!algorithmForm.test(algorithm) || !hexForm.test(hex)) return invalid;
  if (!Object.hasOwn(digestLengths, algorithm)) return fail('digest-algorithm', 'unsupported digest algorithm');
  if (hex.length !== digestLengths[algorithm]) return fail('digest-length', 'invalid checksum digest length');
  return lowerHex.test(hex) ? undefined : fail('digest-format', 'invalid checksum digest format');
}

/** Reads a reference such as `ghcr.io/owner/image:tag@sha256:…`. Spans count in `text`. */
export function parseImageReference(text: string): ImageReference | ReferenceError {
  if (hexId.test(text)) {
    const message = `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`;
    return fail('hex-id', message);
  }
  const slash = registryEnd(text);
  const start = slash + 1;
  const written = slash < 0 ? undefined : text.slice(0, slash);
  const domain = written === undefined || written === legacyHub ? hub : written;
  const rest = text.slice(start);
  const implied = domain === hub && !rest.includes('/') ? official : '';

  const colonAt = rest.indexOf(':');
  const remote = implied + (colonAt < 0 ? rest : rest.slice(0, colonAt));
  if (remote.toLowerCase() !== remote) {
    return fail('uppercase', `invalid reference format: repository name (${remote}) must be lowercase`);
  }

  const at = rest.indexOf('@');
  const named = at < 0 ? rest : rest.slice(0, at);
  const colon = named.lastIndexOf(':');
  const name = colon < 0 ? named : named.slice(0, colon);
  // what only looks like a registry may still be a path: `a_b.c/d`
  if (!(isDomain(domain) || pathPart.test(domain)) || !name.split('/').every((part) => pathPart.test(part)))
    return invalid;
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !tagForm.test(tag)) return invalid;
  const digest = at < 0 ? undefined : rest.slice(at + 1);
  const path = implied + name;
  // the grammar comes first, then the length, then whether the digest is one of a known kind
  const wrong = digest === undefined ? undefined : digestError(digest);
  if (wrong?.error === 'invalid-format') return wrong;
  if (path.length > longestPath) {
    return fail('too-long', `repository name must not be more than ${longestPath} characters`);
  }
  if (wrong) return wrong;

  const part = (from: number, value: string): ReferencePart => ({
    text: value,
    at: { start: start + from, end: start + from + value.length },
  });
  return {
    registry: written === undefined ? undefined : { text: written, at: { start: 0, end: slash } },
    repository: part(0, name),
    tag: tag === undefined ? undefined : part(colon + 1, tag),
    digest: digest === undefined ? undefined : part(at + 1, digest),
    domain,
    path,
    familiar: familiarName(domain, path),
  };
}

function familiarName(domain: string, path: string): string {
  if (domain !== hub) return `${domain}/${path}`;
  const short = path.startsWith(official) ? path.slice(official.length) : path;
  return short.includes('/') ? path : short;
}

/** True where the text could be read. */
export const isReference = (result: ImageReference | ReferenceError): result is ImageReference => !('error' in result);
