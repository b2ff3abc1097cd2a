import { describe, expect, it } from 'vitest';
import { DIRECTIVES } from '../../server/src/language/knowledge/directives';
import { INSTRUCTIONS, type InstructionKeyword } from '../../server/src/language/knowledge/instructions';
import { MOUNT_KEYS, MOUNT_TYPES } from '../../server/src/language/knowledge/mounts';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { loadReference } from '../../server/src/language/knowledge/reference/load';
import { testHover } from '../support/hovers';

it('loads the texts of a language', async () => {
  expect(await loadReference('en')).toBe(en);
  expect(await loadReference('ko')).toBe(ko);
});

describe('instructions and directives', () => {
  for (const [keyword, { reference }] of Object.entries(INSTRUCTIONS)) {
    const texts = [en, ko].map(({ instructions }) => instructions[keyword as InstructionKeyword]);
    const [english, korean] = texts.map(({ summary, when, pitfall, example }) => [summary, when, pitfall, example]);
    testHover(keyword, `FROM a\n‸${keyword.toLowerCase()} x`, keyword.toLowerCase(), {
      en: [...english!, `[Reference](${reference})`],
      ko: [...korean!, `(${reference})`],
    });
  }
  for (const [name, { reference, example }] of Object.entries(DIRECTIVES)) {
    const key = name as keyof typeof DIRECTIVES;
    testHover(name, `# ‸${name}=x\nFROM a`, name, {
      en: [en.directives[key].summary, en.directives[key].when, example, reference],
      ko: [ko.directives[key].summary, ko.directives[key].when, example, reference],
    });
  }
  testHover('behind ONBUILD it is another image’s build', 'FROM a\nONBUILD r‸un x', 'run', {
    en: [en.instructions.RUN.summary, en.instructions.ONBUILD.when, { not: en.instructions.RUN.when }],
    ko: [ko.instructions.RUN.summary, ko.instructions.ONBUILD.when, { not: ko.instructions.RUN.when }],
  });
  testHover('deprecated', 'FROM a\nM‸AINTAINER x', 'MAINTAINER', { en: ['**Deprecated.**'], ko: ['**사용 중단.**'] });
  testHover('unknown', 'FROM a\nF‸OO x', undefined);
  testHover('comment', 'FROM a\n# f‸oo', undefined);
  testHover('blank', 'FROM a\n‸\n', undefined);
});

describe('flags', () => {
  for (const [keyword, { flags }] of Object.entries(INSTRUCTIONS)) {
    for (const { name, fallback, since } of flags) {
      const text = (reference: typeof en) =>
        (reference.flags as Record<string, Record<string, { text: string }>>)[keyword]![name]!.text;
      const common = [...(fallback ? [`\`${fallback}\``] : []), ...(since ? [since] : [])];
      testHover(`${keyword} --${name}`, `FROM a\n${keyword} --‸${name}=x y z`, `--${name}`, {
        en: [text(en), ...common],
        ko: [text(ko), ...common],
      });
    }
  }
  testHover('a value of few', 'FROM a\nRUN --network=ho‸st x', 'host', {
    en: [en.flags.RUN.network.values.host, '`--allow network.host`', { not: en.flags.RUN.network.values.none }],
    ko: [ko.flags.RUN.network.values.host, '`--allow network.host`', { not: ko.flags.RUN.network.values.none }],
  });
  testHover('repeatable', 'FROM a\nCOPY --exc‸lude=x y z', '--exclude', {
    en: ['May be repeated. Since Dockerfile syntax 1.19.'],
    ko: ['여러 번 쓸 수 있어요.'],
  });
  testHover('an unknown one', 'FROM a\nCOPY --fo‸o=x y z', undefined);
  for (const type of MOUNT_TYPES) {
    testHover(`type=${type}`, `FROM a\nRUN --mount=type=‸${type},target=/x y`, type, {
      en: [en.mounts.types[type].text],
      ko: [ko.mounts.types[type].text],
    });
  }
  for (const key of Object.keys(MOUNT_KEYS) as (keyof typeof MOUNT_KEYS)[]) {
    testHover(`mount ${key}`, `FROM a\nRUN --mount=type=cache,‸${key}=1 y`, key, {
      en: [en.mounts.keys[key]],
      ko: [ko.mounts.keys[key]],
    });
  }
  testHover('an alias of a key, its default', 'FROM a\nRUN --mount=type=secret,ds‸t=/x y', 'dst', {
    en: ['**`target`**', 'Default: `/run/secrets/<id>`'],
    ko: ['**`target`**', '기본값: `/run/secrets/<id>`'],
  });
  testHover('a way of sharing', 'FROM a\nRUN --mount=type=cache,sharing=loc‸ked,target=/x y', 'locked', {
    en: [en.mounts.sharing.locked, { not: en.mounts.sharing.private }],
    ko: [ko.mounts.sharing.locked, { not: ko.mounts.sharing.private }],
  });
});
