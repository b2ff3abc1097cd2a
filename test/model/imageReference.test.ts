import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, parseImageReference } from '../../server/src/language/syntax/imageReference';

const hex = (length: number) => 'a1'.repeat(length / 2);

const parts = (text: string) => {
  const result = parseImageReference(text);
  if (!isReference(result)) return result.message;
  const { registry, repository, tag, digest, domain, path, familiar } = result;
  for (const part of [registry, repository, tag, digest]) {
    if (part) expect(text.slice(part.at.start, part.at.end)).toBe(part.text);
  }
  return [registry?.text, repository.text, tag?.text, digest?.text, domain, path, familiar];
};

describe('image references', () => {
  const sha = `sha256:${hex(64)}`;
  it.each([
    ['ubuntu', [undefined, 'ubuntu', undefined, undefined, 'docker.io', 'library/ubuntu', 'ubuntu']],
    ['ubuntu:22.04', [undefined, 'ubuntu', '22.04', undefined, 'docker.io', 'library/ubuntu', 'ubuntu']],
    ['library/ubuntu', [undefined, 'library/ubuntu', undefined, undefined, 'docker.io', 'library/ubuntu', 'ubuntu']],
    ['grafana/loki:3', [undefined, 'grafana/loki', '3', undefined, 'docker.io', 'grafana/loki', 'grafana/loki']],
    ['docker.io/redis', ['docker.io', 'redis', undefined, undefined, 'docker.io', 'library/redis', 'redis']],
    ['index.docker.io/a/b', ['index.docker.io', 'a/b', undefined, undefined, 'docker.io', 'a/b', 'a/b']],
    ['ghcr.io/a/b:v1', ['ghcr.io', 'a/b', 'v1', undefined, 'ghcr.io', 'a/b', 'ghcr.io/a/b']],
    ['localhost/a', ['localhost', 'a', undefined, undefined, 'localhost', 'a', 'localhost/a']],
    ['localhost:5000/a:1', ['localhost:5000', 'a', '1', undefined, 'localhost:5000', 'a', 'localhost:5000/a']],
    ['localhost:5000', [undefined, 'localhost', '5000', undefined, 'docker.io', 'library/localhost', 'localhost']],
    ['[::1]:5000/a', ['[::1]:5000', 'a', undefined, undefined, '[::1]:5000', 'a', '[::1]:5000/a']],
    ['Host/a', ['Host', 'a', undefined, undefined, 'Host', 'a', 'Host/a']],
    ['a_b.c/d', ['a_b.c', 'd', undefined, undefined, 'a_b.c', 'd', 'a_b.c/d']],
    [`a:1@${sha}`, [undefined, 'a', '1', sha, 'docker.io', 'library/a', 'a']],
    [`q.io/a--b__c.d@${sha}`, ['q.io', 'a--b__c.d', undefined, sha, 'q.io', 'a--b__c.d', 'q.io/a--b__c.d']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected));

  it.each([
    ['', 'invalid reference format'],
    ['a:', 'invalid reference format'],
    ['a b', 'invalid reference format'],
    ['a___b', 'invalid reference format'],
    ['a..b', 'invalid reference format'],
    ['-a', 'invalid reference format'],
    ['a/', 'invalid reference format'],
    ['a//b', 'invalid reference format'],
    ['a:-x', 'invalid reference format'],
    [`a:${'x'.repeat(129)}`, 'invalid reference format'],
    ['a@', 'invalid reference format'],
    ['a@sha256', 'invalid reference format'],
    [`a@sha256:${hex(30)}`, 'invalid reference format'],
    ['h.io:x/a', 'invalid reference format'],
    ['-h.io/a', 'invalid reference format'],
    ['$A', 'invalid reference format: repository name (library/$A) must be lowercase'],
    ['App', 'invalid reference format: repository name (library/App) must be lowercase'],
    ['h.io/Team/app:V1', 'invalid reference format: repository name (Team/app) must be lowercase'],
    [hex(64), `invalid repository name (${hex(64)}), cannot specify 64-byte hexadecimal strings`],
    [`a@sha256:${hex(32)}`, 'invalid checksum digest length'],
    [`a@sha256:${hex(62)}AA`, 'invalid checksum digest format'],
    [`a@md5:${hex(32)}`, 'unsupported digest algorithm'],
    ['a'.repeat(256), 'repository name must not be more than 255 characters'],
  ])('refuses %j', (text, message) => expect(parts(text)).toBe(message));

  it('reads whatever is put together from its parts', () => {
    const name = fc.stringMatching(/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+){0,2}$/, { maxLength: 20 });
    const tag = fc.stringMatching(/^\w[\w.-]{0,20}$/);
    const registry = fc.constantFrom('ghcr.io', 'localhost', 'h:80', '10.0.0.1:5000');
    fc.assert(
      fc.property(registry, fc.array(name, { minLength: 1, maxLength: 3 }), tag, (host, path, tagText) => {
        const result = parseImageReference(`${host}/${path.join('/')}:${tagText}`);
        expect(result).toMatchObject({ domain: host, path: path.join('/'), tag: { text: tagText } });
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseImageReference(text)));
  });
});
