import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../server/src/language/model/commands';
import { installsOf, packageActionOf } from '../../server/src/language/model/installs';
import { readInstruction } from '../../server/src/language/syntax/instruction';

const last = (script: string) => commandsIn(readInstruction(`RUN ${script}`)!, 'sh').at(-1)!;
const installs = (script: string) => installsOf(last(script));
/** Packages as `kind name operator version`. */
const packages = (script: string) =>
  installs(script)?.packages.map(({ kind, name, operator, version }) =>
    [kind, name ?? '?', ...(operator ? [operator, version?.text ?? '?'] : [])].join(' '),
  );

describe('packages', () => {
  it.each([
    ['apt-get -qq install -y --no-install-recommends a b=1.* c/stable', ['name a', 'name b = 1.*', 'name c / stable']],
    ['apt-get install -t sid -o A=b a', ['name a']],
    [
      'apt install "a=$V" b=${V}-1 $C d-$V=1 $E=2',
      ['name a = ?', 'name b = ?', 'dynamic ?', 'dynamic ? = 1', 'dynamic ? = 2'],
    ],
    ['apt-get install -y a:arm64=1 ./b.deb /tmp/c.deb', ['name a = 1', 'path ./b.deb', 'path /tmp/c.deb']],
    ['apk add --no-cache -t .build a "b>1" c~=2 d=3-r0', ['name a', 'name b > 1', 'name c ~= 2', 'name d = 3-r0']],
    ['apk --no-cache add a', ['name a']],
    [
      'yum install -y a-1.2 b-1.2-3.el7 java-1.8.0-openjdk java-11-openjdk-11.0.2 @dev',
      ['name a - 1.2', 'name b - 1.2-3.el7', 'name java-1.8.0-openjdk', 'name java-11-openjdk - 11.0.2', 'name @dev'],
    ],
    [
      'dnf install compat-33 cuda-13-0 a-$V b-$V-devel https://x/y.rpm z.rpm',
      ['name compat-33', 'name cuda-13-0', 'name a - ?', 'dynamic ?', 'url https://x/y.rpm', 'path z.rpm'],
    ],
    ['microdnf install a', ['name a']],
    ['zypper -n in a=1 "b>=2" c', ['name a = 1', 'name b >= 2', 'name c']],
    [
      'pip install a==1 "b[x]>=1,<2" c~=3 d "e @ https://x/y"',
      ['name a == 1', 'name b[x] >= 1,<2', 'name c ~= 3', 'name d', 'url e @ https://x/y'],
    ],
    [
      'pip3.11 install -r r.txt -e . git+https://x/y a.whl ./b',
      ['path .', 'url git+https://x/y', 'path a.whl', 'path ./b'],
    ],
    ['python3 -m pip install -U a', ['name a']],
    ['uv pip install a==1', ['name a == 1']],
    ['uv sync', []],
    [
      'npm install -g a b@1 @c/d @e/f@^2 g/h ./i file:j',
      ['name a', 'name b @ 1', 'name @c/d', 'name @e/f @ ^2', 'url g/h', 'path ./i', 'path file:j'],
    ],
    ['npm ci', []],
    ['npm i', []],
    ['yarn global add a@1', ['name a @ 1']],
    ['yarn --frozen-lockfile', []],
    ['pnpm add -C /x a@"$V"', ['name a @ ?']],
    ['gem install a:1 b', ['name a : 1', 'name b']],
    ['gem install a -v 1.2', ['name a -v 1.2']],
    ['bundle install --jobs 4', []],
    ['go install example.org/a@latest ./cmd/b', ['name example.org/a @ latest', 'path ./cmd/b']],
    ['go mod download', []],
    ['cargo install --locked --version 1.2 a', ['name a --version 1.2']],
    ['cargo install a@1', ['name a @ 1']],
    ['composer require a/b:^1 c/d', ['name a/b : ^1', 'name c/d']],
    ['sudo -E apt-get install a', ['name a']],
  ])('%s', (script, expected) => {
    expect(packages(script)).toEqual(expected);
  });

  it('come with the places of name and version', () => {
    const instruction = readInstruction('RUN apt-get install \\\n  # why\n  curl=7.1 "git=$V" \\\n  vim')!;
    const install = installsOf(commandsIn(instruction, 'sh')[0]!)!;
    const at = (span: { start: number; end: number } | undefined) =>
      span && instruction.text.slice(span.start, span.end);
    expect(at(install.subcommand.at)).toBe('install');
    expect(install.packages.map(({ word, nameAt, version }) => [at(word.at), at(nameAt), at(version?.at)])).toEqual([
      ['curl=7.1', 'curl', '7.1'],
      // quoted: the whole word
      ['"git=$V"', '"git=$V"', '"git=$V"'],
      ['vim', 'vim', undefined],
    ]);
  });

  it('are found in an exec form', () => {
    const instruction = readInstruction('RUN ["apt-get", "install", "-y", "curl=7.1"]')!;
    const install = installsOf(commandsIn(instruction, 'sh')[0]!)!;
    const { start, end } = install.packages[0]!.nameAt;
    expect(instruction.text.slice(start, end)).toBe('curl');
  });

  it('may come from lists', () => {
    expect(installs('pip install -r a.txt --requirement=b.txt -rc.txt d')?.lists.map(({ text }) => text)).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
    expect(installs('apt-get install a')?.lists).toEqual([]);
  });
});

describe('actions', () => {
  it.each([
    ['apt-get update', 'apt-get', 'refresh'],
    ['apt-get -y dist-upgrade', 'apt-get', 'upgrade'],
    ['apk del a', 'apk', 'remove'],
    ['yum update -y', 'yum', 'upgrade'],
    ['npm install', 'npm', 'install'],
    ['python -m pip uninstall a', 'pip', 'remove'],
    ['yarn', 'yarn', 'install'],
  ])('%s', (script, manager, action) => {
    const found = packageActionOf(last(script));
    expect([found?.manager, found?.action]).toEqual([manager, action]);
    if (action !== 'install') expect(installs(script)).toBeUndefined();
  });

  it.each([
    'apt-get clean',
    'apt-get',
    'apt-get $x',
    'echo apt-get install a',
    'npm run build',
    'yarn build',
    'python a.py',
    'python -m venv x',
    'X=1',
  ])('none: %s', (script) => {
    expect(packageActionOf(last(script))).toBeUndefined();
  });

  it('ask for flags behind the manager’s own name', () => {
    const install = installs('sudo -y python -m pip install --no-cache-dir a')!;
    expect(install.command.name).toBe('pip');
    expect(install.command.has('--no-cache-dir')).toBe(true);
    expect(install.command.has('-m')).toBe(false);
  });
});
