import { labelValue } from '../../server/src/language/lint/rules/label-value';
import { testRule } from '../support/testRule';

const be = (kind: string) => ({ labels: { l: kind } });
const label = (value: string) => `FROM a:1\nLABEL l=${value}`;

const good: readonly [string, string][] = [
  ['url', 'https://example.com/a?b'],
  ['rfc3339', '2026-11-24T09:00:00Z'],
  ['rfc3339', '2024-02-29T09:00:00.5+09:00'],
  ['spdx', 'MIT'],
  ['spdx', '"(MIT OR Apache-2.0) AND GPL-2.0-or-later WITH Classpath-exception-2.0"'],
  ['spdx', 'LicenseRef-ours'],
  ['hash', '2dbfae9'],
  ['hash', '43c572f1272b6b3171dd1db9e41b7027128ce080'],
  ['semver', '1.0.0-rc.1+b.2'],
  ['email', 'a.b@example.com'],
  ['text', 'anything'],
  ['odd', 'anything'],
  ['url', '$URL'],
];
const bad: readonly [string, string, string][] = [
  ['url', 'not-a-url', 'DL3052'],
  ['rfc3339', '2026-11-24', 'DL3053'],
  ['rfc3339', '2026-02-29T09:00:00Z', 'DL3053'],
  ['rfc3339', '2026-01-01T24:00:00Z', 'DL3053'],
  ['spdx', 'my-own', 'DL3054'],
  ['spdx', '"MIT OR"', 'DL3054'],
  ['hash', '2dbfae', 'DL3055'],
  ['hash', '2DBFAE9', 'DL3055'],
  ['semver', '1.0', 'DL3056'],
  ['semver', '1.0.0-01', 'DL3056'],
  ['email', 'nobody', 'DL3058'],
  ['email', 'a..b@example.com', 'DL3058'],
];

testRule(labelValue, {
  good: [
    label('x'),
    { code: 'FROM a:1\nLABEL other=""', options: be('url') },
    ...good.map(([kind, value]) => ({ code: label(value), options: be(kind) })),
  ],
  bad: [
    { code: 'FROM a:1\nLABEL «l=""»', options: be('text'), as: ['DL3051'], message: 'is empty' },
    ...bad.map(([kind, value, id]) => ({ code: label(`«${value}»`), options: be(kind), as: [id] })),
  ],
});
