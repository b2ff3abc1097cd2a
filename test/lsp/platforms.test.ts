// What base images are made for, from a registry on loopback: nothing outside is ever asked.
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageServer, type Options } from '../support/languageServer';
import { FakeRegistry } from '../support/registry';

const uri = 'file:///work/Dockerfile';

let registry: FakeRegistry;
let server: LanguageServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await registry.stop();
});

describe('platforms of base images', () => {
  const config = `sha256:${'2b'.repeat(32)}`;
  const contents = {
    'team/one:1': { config: { digest: config } },
    [`team/one@${config}`]: { os: 'linux', architecture: 'arm64', variant: 'v8' },
    'team/many:latest': {
      manifests: [
        { platform: { os: 'linux', architecture: 'amd64' } },
        { platform: { os: 'linux', architecture: 'amd64', variant: 'v3' } },
        { platform: { os: 'unknown', architecture: 'unknown' } },
      ],
    },
    'team/open:1': { manifests: [{ platform: { os: 'linux', architecture: 'amd64' } }, {}] },
    'team/rare:1': { manifests: [{ platform: { os: 'linux', architecture: 'mips64le' } }] },
    'team/chart:1': { config: { digest: 'sha256:../..' } },
  };
  const text = () =>
    [
      `FROM --platform=linux/amd64 ${registry.host}/team/one:1`,
      `FROM --platform=linux/s390x ${registry.host}/team/many`,
      ...['open:1', 'chart:1', 'none:1'].map((each) => `FROM --platform=linux/s390x ${registry.host}/team/${each}`),
      `FROM ${registry.host}/team/rare:1`,
      '',
    ].join('\n');
  const settings = (enabled: boolean) => () => ({
    registry: { enabled },
    preset: 'none',
    rules: { 'invalid-base-image-platform': 'warning' },
  });

  it.each([
    ['are asked anonymously', false],
    ['are asked with a token', true],
  ])('%s behind the other findings, which do not wait', async (_, tokens) => {
    registry = await FakeRegistry.start({ contents, tokens });
    server = await LanguageServer.start({ settings: settings(true) });
    registry.holds = true;
    await server.open(uri, text());
    expect(await server.findings(uri)).toEqual([]);
    await registry.until(() => registry.requests.length > 0);
    registry.release();
    await server.until(() => server!.refreshes > 0);
    const found = await server.findings(uri);
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['invalid-base-image-platform', 0],
      ['invalid-base-image-platform', 1],
      ['invalid-base-image-platform', 5],
    ]);
    expect(found[0]!.message).toContain('`linux/arm64/v8`');
    expect(found[1]!.message).toContain('It is made for `linux/amd64`, `linux/amd64/v3`.');
    // nothing is written there: it is built for this machine
    expect(found[2]!.message).toContain('does not exist for `linux/');
    expect(found[2]!.severity).toBe(3);
  });

  it('are asked once for all that is typed', async () => {
    registry = await FakeRegistry.start({ contents });
    server = await LanguageServer.start({ settings: settings(true) });
    await server.open(uri, `FROM --platform=linux/amd64 ${registry.host}/team/one:1`);
    await server.findings(uri);
    await server.until(() => server!.refreshes > 0);
    await server.change(uri, 2, [{ text: text() }]);
    expect((await server.findings(uri)).map(({ range }) => range.start.line)).toEqual([0]);
    await server.until(() => server!.refreshes > 1);
    expect(await server.findings(uri)).toHaveLength(3);
    expect(registry.requests.filter((each) => each.includes('manifests/1') && each.includes('/one/'))).toHaveLength(1);
  });

  it.each<[string, Options]>([
    ['without the setting', { settings: settings(false) }],
    ['in a folder that is not trusted', { settings: settings(true), options: { trusted: false } }],
  ])('are asked of nobody %s', async (_, options) => {
    registry = await FakeRegistry.start({ contents });
    const silent = await LanguageServer.start(options);
    await silent.open(uri, text());
    expect(await silent.findings(uri)).toEqual([]);
    // a server that may ask, and begins later, is through: so this one would be, too
    server = await LanguageServer.start({ settings: settings(true) });
    await server.open(uri, `FROM --platform=linux/amd64 ${registry.host}/team/one:1`);
    await server.findings(uri);
    await server.until(() => server!.refreshes > 0);
    expect(await silent.findings(uri)).toEqual([]);
    expect(silent.refreshes).toBe(0);
    await silent.stop();
    expect(registry.requests).toEqual(['GET /v2/team/one/manifests/1', `GET /v2/team/one/blobs/${config}`]);
  });
});
