import { invalidBaseImagePlatform } from '../../server/src/language/lint/rules/invalid-base-image-platform';
import { testRule } from '../support/testRule';

const digest = `sha256:${'1a'.repeat(32)}`;
const around = {
  platforms: new Map([
    ['docker.io/library/one:1', { index: false, platforms: ['linux/arm64/v8'] }],
    ['docker.io/library/old:latest', { index: false, platforms: ['linux/386'] }],
    ['docker.io/library/windows:1', { index: false, platforms: ['windows/amd64'] }],
    ['docker.io/library/windows:2', { index: true, platforms: ['windows/amd64'] }],
    ['docker.io/library/odd:1', { index: false, platforms: ['linux/x86_64'] }],
    ['ghcr.io/a/many:1', { index: true, platforms: ['linux/386', 'linux/arm/v7', 'windows/amd64'] }],
    [`ghcr.io/a/many@${digest}`, { index: true, platforms: ['linux/s390x'] }],
  ]),
};
const here = { ...around, platform: 'linux/386' };
const good = (code: string) => ({ code, around });

testRule(invalidBaseImagePlatform, {
  good: [
    // nobody asked
    'FROM --platform=linux/amd64 one:1',
    good('FROM --platform=linux/amd64 two:1'),
    good('FROM --platform=linux/arm64 one:1'),
    good('FROM --platform=linux/aarch64 one:1'),
    // BuildKit does not look at variants
    good('FROM --platform=linux/arm64/v9 one:1'),
    good('FROM --platform=linux/amd64 odd:1'),
    // which platform that is depends on the machine that builds
    good('FROM one:1'),
    { code: 'FROM one:1', around: { ...around, platform: 'linux/arm64' } },
    { code: 'FROM old\nFROM ghcr.io/a/many:1', around: here },
    // one half may be anything
    { code: 'FROM --platform=linux one:1', around: { ...around, platform: 'linux/s390x' } },
    // Windows is built elsewhere
    { code: 'FROM windows:1\nFROM windows:2', around: here },
    good('FROM --platform=$BUILDPLATFORM one:1'),
    good('FROM --platform=amd64 one:1'),
    good('FROM --platform=windows one:1'),
    // what an older processor's is goes, too
    good('FROM --platform=linux/amd64 ghcr.io/a/many:1'),
    good('FROM --platform=linux/arm64 ghcr.io/a/many:1'),
    good('ARG V\nFROM --platform=linux/amd64 one:$V'),
    good('FROM scratch AS one\nFROM --platform=linux/amd64 one'),
    good('FROM --platform=what/ever/it/is one:1'),
  ],
  bad: [
    {
      code: 'FROM «--platform=linux/amd64» one:1',
      around,
      as: ['InvalidBaseImagePlatform'],
      message: /^`one:1` is for `linux\/arm64\/v8`, not for `linux\/amd64`:/,
    },
    { code: 'ARG V=1\nFROM a AS b\nFROM «--platform=windows/arm64» one:$V', around },
    // one image is taken as it is: BuildKit speaks of that
    { code: 'FROM «--platform=linux/amd64» old', around, as: ['InvalidBaseImagePlatform'] },
    {
      code: 'FROM «--platform=linux/s390x» ghcr.io/a/many:1',
      around,
      as: [],
      message:
        /^`ghcr.io\/a\/many:1` does not exist for `linux\/s390x`, .* `linux\/386`, `linux\/arm\/v7`, `windows\/amd64`\.$/,
    },
    { code: `FROM «--platform=linux/amd64» ghcr.io/a/many:1@${digest}`, around, as: [] },
    {
      code: 'FROM «one:1»',
      around: here,
      as: ['InvalidBaseImagePlatform'],
      message: /^`one:1` is for `linux\/arm64\/v8`, and the build here is for `linux\/386`:/,
    },
    {
      code: `FROM «ghcr.io/a/many:1@${digest}» AS b`,
      around: here,
      as: [],
      message:
        /^`ghcr.io.*` does not exist for `linux\/386`, which the build here is for: .* There is `linux\/s390x`\.$/,
    },
  ],
});
