import { describe, expect, it } from 'vitest';
import { parseHadolint } from '../../server/src/lsp/hadolint';

const uri = 'file:///w/.hadolint.yaml';
const layer = async (text: string) => (await parseHadolint(uri, text)).layer;

describe('a configuration of hadolint', () => {
  it('gives levels to the rules that we have', async () => {
    const text = 'override:\n  error: [DL3020]\n  style: [DL4000, DL9999]\nignored: [DL3007, SC1, 7]\n';
    expect(await layer(text)).toEqual({ rules: { DL3020: 'error', DL4000: 'hint', DL3007: 'off' } });
  });

  it('gives registries and labels to their rules, whatever their level', async () => {
    const text = `trustedRegistries: [docker.io, "*.example.com"]
label-schema:
  title: text
  created: rfc3339
  wrong: [1]
strict-labels: true
`;
    const labels = { title: 'text', created: 'rfc3339' };
    expect((await layer(text)).options).toEqual({
      'trusted-registry': { registries: ['docker.io', '*.example.com'] },
      'label-required': { labels },
      'label-value': { labels },
      'no-unknown-label': { labels, strict: true },
    });
  });

  it('turns its comments off', async () => {
    expect(await layer('disable-ignore-pragma: true')).toEqual({ rules: {}, hadolintComments: false });
    expect(await layer('disable-ignore-pragma: false')).toEqual({ rules: {} });
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['style', 'hint'],
    ['ignore', 'hint'],
    ['none', 'never'],
    ['loud', undefined],
  ])('has the threshold %s', async (written, failOn) => {
    expect((await parseHadolint(uri, `failure-threshold: ${written}\nno-fail: true`)).failOn).toBe(failOn);
  });

  it.each([
    ['', []],
    ['# later\n\n', []],
    ['---\n', []],
    ['[a]', ['must be a mapping']],
    ['a: [', [expect.stringMatching(/^not valid YAML: /)]],
    ['ignored: x\noverride: 3\nlabel-schema: y\ntrustedRegistries: z', []],
  ])('that reads %j configures nothing', async (text, complaints) => {
    const read = await parseHadolint(uri, text);
    expect(read.complaints).toEqual(complaints);
    expect(Object.keys(read.layer.rules ?? {})).toEqual([]);
    expect(read.layer.options).toBeUndefined();
  });
});
