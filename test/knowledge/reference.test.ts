import { describe, expect, it } from 'vitest';
import { DIRECTIVES } from '../../server/src/language/knowledge/directives';
import { INSTRUCTION_KEYWORDS, INSTRUCTIONS } from '../../server/src/language/knowledge/instructions';
import { MOUNT_KEYS, MOUNT_TYPES } from '../../server/src/language/knowledge/mounts';
import { OPERATORS } from '../../server/src/language/knowledge/operators';
import { code } from '../../server/src/language/knowledge/reference/code';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import type { FlagText, Reference } from '../../server/src/language/knowledge/reference/types';

type Render = (...values: unknown[]) => string;
type Leaf = string | Render;

/** Every text and text function of a reference, under its path. */
function leaves(value: unknown, path: string, into: Map<string, Leaf>): Map<string, Leaf> {
  if (typeof value === 'string' || typeof value === 'function') into.set(path, value as Leaf);
  else for (const [key, inner] of Object.entries(value as object)) leaves(inner, `${path}/${key}`, into);
  return into;
}

/** Values for the functions whose parameters are not all strings; all others get v1, v2, …. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  '/labels/aliases': [['v1', 'v2']],
  '/shell/inForce': [['v1', 'v2']],
  '/image/registry': ['v1', true],
  '/stage/declared': ['v1', 2],
  '/stage/unnamed': [2],
  '/stage/use': ['v1', 2],
  '/stage/usedIn': [['v1', 'v2']],
  '/stage/takesFrom': [['v1', 'v2']],
  '/stage/noTarget': ['v1', ['v2', 'v3']],
  '/copy/matches': [2, 'v1'],
  '/copy/partIgnored': [['v1', 'v2'], 3, 'v4', 'v5', 'v6'],
  '/ignore/leavesOut': [{ files: 2, size: 'v1', paths: ['v2', 'v3'], more: 4, atLeast: true }],
  '/ignore/bringsBack': [{ files: 2, size: 'v1', paths: ['v2', 'v3'], more: 4, atLeast: false }],
};

/** What stands in a value: all of an array's and an object's. */
function partsOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(partsOf) : [value];
}

function valuesFor(path: string, text: Render): readonly unknown[] {
  return SAMPLES[path] ?? Array.from({ length: text.length }, (_, index) => `v${index + 1}`);
}

const references: readonly Reference[] = [en, ko];
const texts = { en: leaves(en, '', new Map()), ko: leaves(ko, '', new Map()) };
const HANGUL = /[가-힣]/;
/** Examples are code, the language's name is a name. */
const isCode = (path: string): boolean =>
  (path.endsWith('/example') && !path.startsWith('/labels/')) || path === '/language';

describe('hover texts', () => {
  it('have the same keys and kinds in both languages', () => {
    const shape = (map: Map<string, Leaf>) => [...map].map(([path, leaf]) => `${path} ${typeof leaf}`).sort();
    expect(shape(texts.ko)).toEqual(shape(texts.en));
  });

  it.each(['en', 'ko'] as const)('%s: none is empty, none is in the other language', (language) => {
    const wrong: string[] = [];
    for (const [path, leaf] of texts[language]) {
      const text = typeof leaf === 'string' ? leaf : leaf(...valuesFor(path, leaf));
      if (text.trim() === '' || text !== text.trim()) wrong.push(`${path}: empty or padded`);
      if (!isCode(path) && HANGUL.test(text) !== (language === 'ko')) wrong.push(`${path}: ${text}`);
      if (isCode(path) && path !== '/language' && HANGUL.test(text)) wrong.push(`${path}: ${text}`);
      if ((text.match(/`/g)?.length ?? 0) % 2 !== 0 && !path.startsWith('/directives/escape'))
        wrong.push(`${path}: open code span`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'ko'] as const)('%s: functions say every value they are given', (language) => {
    const wrong: string[] = [];
    for (const [path, leaf] of texts[language]) {
      if (typeof leaf === 'string') continue;
      const values = partsOf(valuesFor(path, leaf));
      const text = leaf(...valuesFor(path, leaf));
      for (const value of values)
        if (typeof value !== 'boolean' && !text.toLowerCase().includes(String(value)))
          wrong.push(`${path}: ${value} not in: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('Korean sentences end politely (해요체)', () => {
    const wrong: string[] = [];
    for (const [path, leaf] of texts.ko) {
      // headings, and texts that end in a value or a command, are not sentences
      if (typeof leaf !== 'string' || isCode(path) || path.startsWith('/labels/')) continue;
      const sentence = leaf
        .replace(/\([^()]*\)/g, '')
        .replace(/ 예: .*$/, '')
        .replace(/: `[^`]*`$/, '.');
      if (!sentence.endsWith('요.')) wrong.push(`${path}: ${leaf}`);
      if (/(?:니다|한다|된다|이다)\./.test(leaf)) wrong.push(`${path}: ${leaf}`);
    }
    expect(wrong).toEqual([]);
  });

  it('no function puts a Korean particle that depends on the sound straight after a value', () => {
    const wrong: string[] = [];
    for (const [path, leaf] of texts.ko) {
      if (typeof leaf === 'string') continue;
      const text = leaf(...valuesFor(path, leaf));
      if (/v\d`?(?:은|는|이|가|을|를|와|과|으로|로|예요|이에요)(?![가-힣])/.test(text)) wrong.push(`${path}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(references)('$language', (reference) => {
  const buildTime = reference.language === 'en' ? /build time/i : /빌드할 때/;
  const runTime = reference.language === 'en' ? /run time/i : /실행할 때/;

  it.each(INSTRUCTION_KEYWORDS)('%s: example, time, and a size that fits a screen', (keyword) => {
    const text = reference.instructions[keyword];
    // USER is shown after the RUN that makes it
    const lines = text.example.split('\n');
    expect(lines.some((line) => line.startsWith(`${keyword} `))).toBe(true);
    expect(/^[A-Z]+ /.test(lines[0] ?? '')).toBe(true);
    switch (INSTRUCTIONS[keyword].when) {
      case 'run':
        expect(text.when).toMatch(runTime);
        break;
      case 'both':
        expect(text.when).toMatch(buildTime);
        expect(text.when).toMatch(reference.language === 'en' ? /run time/i : /실행할 때/);
        break;
      case 'child':
        expect(text.when).toMatch(reference.language === 'en' ? /child image/ : /자식 이미지/);
        break;
      default:
        expect(text.when).toMatch(buildTime);
    }
    const whole = `${text.summary} ${text.when} ${text.concept ?? ''} ${text.pitfall}`;
    expect(whole.length).toBeLessThan(1100);
  });

  it('has a text with an example for every flag, and one for every value of a closed set', () => {
    for (const keyword of INSTRUCTION_KEYWORDS) {
      const { flags } = INSTRUCTIONS[keyword];
      const all =
        (reference.flags as Record<string, Record<string, FlagText & { values?: Record<string, string> }>>)[keyword] ??
        {};
      expect(Object.keys(all).sort(), keyword).toEqual(flags.map((flag) => flag.name).sort());
      for (const flag of flags) {
        const text = all[flag.name];
        expect(text?.text, `${keyword} --${flag.name}`).toBeTruthy();
        expect(text?.example.startsWith(`${keyword} `), `${keyword} --${flag.name}`).toBe(true);
        expect(text?.example, `${keyword} --${flag.name}`).toMatch(new RegExp(`--${flag.name}(=| |$)`));
        expect(Object.keys(text?.values ?? {}).sort()).toEqual([...(flag.values ?? [])].sort());
      }
    }
  });

  it('examples name whole digests, as the builder wants them', () => {
    const digests = [...leaves(reference, '', new Map())]
      .filter(([path, leaf]) => isCode(path) && typeof leaf === 'string')
      .flatMap(([, leaf]) => [...String(leaf).matchAll(/sha256:\S*/g)].map((match) => match[0]));
    expect(digests.length).toBeGreaterThan(0);
    for (const digest of digests) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('has a text for every mount type and key', () => {
    for (const type of MOUNT_TYPES) expect(reference.mounts.types[type].example).toContain(`RUN --mount=type=${type}`);
    expect(Object.keys(reference.mounts.keys).sort()).toEqual(Object.keys(MOUNT_KEYS).sort());
    for (const [key, spec] of Object.entries(MOUNT_KEYS))
      for (const alias of spec.aliases)
        expect(reference.mounts.keys[key as keyof typeof reference.mounts.keys]).toContain(`\`${alias}\``);
  });

  it('has a text for every directive and operator', () => {
    expect(Object.keys(reference.directives).sort()).toEqual(Object.keys(DIRECTIVES).sort());
    for (const [token, spec] of Object.entries(OPERATORS)) {
      const text = reference.operators[token as keyof typeof reference.operators];
      expect(text.example, token).toMatch(/^(?:RUN|SHELL|CMD) /);
      // an operator that only bash knows is shown by what to write instead
      if (spec.bash === undefined) for (const char of token) expect(text.example, token).toContain(char);
      expect('success' in text, token).toBe(spec.kind === 'control');
    }
  });
});

/** Rows of the introduction that Slipway grew from: what must be said, in which text, by words that carry it. */
const ROWS: readonly [row: number, path: string, english: RegExp, korean: RegExp][] = [
  [
    2,
    '/instructions/FROM/concept',
    /one package.*environment.*OS.*Any number of containers/s,
    /실행 환경, OS를 하나로.*여러 개/s,
  ],
  [
    4,
    '/instructions/ENV/concept',
    /environment when a container starts.*MYSQL_PASS/s,
    /컨테이너를 띄울 때 환경 변수.*MYSQL_PASS/s,
  ],
  [5, '/instructions/VOLUME/concept', /gone when it is removed.*storage outside/s, /삭제하면.*사라져요.*외부 저장소/s],
  [
    6,
    '/upgrade',
    /immutable infrastructure.*never patched.*phoenix.*snowflake/s,
    /불변 인프라.*고치지 않고.*snowflake.*phoenix/s,
  ],
  [7, '/instructions/CMD/concept', /one kind of process/, /한 종류의 프로세스/],
  [
    10,
    '/instructions/HEALTHCHECK/concept',
    /Kubernetes.*scheduling.*clustering.*copies.*replaces.*exposes/s,
    /쿠버네티스.*스케줄링.*클러스터링.*복제.*장애.*노출/s,
  ],
  [11, '/image/registryConcept', /as GitHub stores Git.*Docker Hub.*default/s, /GitHub.*Git 저장소.*기본.*Docker Hub/s],
  [13, '/instructions/FROM/summary', /operating system/, /OS 정보/],
  [14, '/instructions/RUN/summary', /`\/bin\/sh -c` on Linux.*`cmd/s, /리눅스는 셸.*윈도우는 명령 프롬프트/s],
  [15, '/operators/&&/summary', /only if `a` succeeded.*exit code 0/s, /성공해야\(종료 코드 0\)/],
  [16, '/operators/;/summary', /whether or not/, /성공 여부와 상관없이/],
  [17, '/instructions/WORKDIR/summary', /directory in which/, /작업 디렉터리/],
  [18, '/instructions/ADD/summary', /files of the host.*`ADD \. .*all/s, /호스트.*`ADD \. .*전부/s],
  [
    19,
    '/instructions/EXPOSE/summary',
    /port of the host is another number.*host:container/s,
    /호스트 쪽 번호와 컨테이너 쪽 번호가 따로.*호스트:컨테이너/s,
  ],
  [
    20,
    '/instructions/CMD/when',
    /Run time.*nothing is executed during the build/s,
    /실행할 때.*빌드 중에는 아무것도 실행하지/s,
  ],
];

describe('facts of the introduction to Docker', () => {
  it.each(ROWS)('row %i is taught in %s', (_, path, english, korean) => {
    const text = (language: 'en' | 'ko') => {
      const leaf = texts[language].get(path);
      return typeof leaf === 'function' ? leaf('apt-get upgrade') : leaf;
    };
    expect(text('en')).toMatch(english);
    expect(text('ko')).toMatch(korean);
  });

  it('EXPOSE 8000 gives the command that publishes it', () => {
    expect(en.expose.publish('8080', '8000', 'tcp')).toContain('`docker run -p 8080:8000 <image>`');
    expect(ko.expose.publish('8080', '8000', 'tcp')).toContain('`docker run -p 8080:8000 <이미지>`');
    expect(en.expose.publish('53', '53', 'UDP')).toContain('`docker run -p 53:53/udp <image>`');
    expect(en.expose.publish('53', '53', 'UDP')).not.toContain('http:');
  });
});

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a```b', '````a```b````'],
    ['', '`  `'],
    ['a\r\nb', '`a b`'],
  ])('%j is the span %j', (text, span) => {
    expect(code(text)).toBe(span);
  });
});
