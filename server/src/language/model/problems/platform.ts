/** Operating systems and processors that the builder knows by name alone (containerd/platforms, database.go). */
const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const processors = new Set(
  [
    '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32',
    'mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel',
  ]
    .join(' ')
    .split(' '),
);

export const knownPlatformNames: readonly string[] = [...systems, ...processors];

const system = /^([A-Za-z0-9_-]+)(?:\([A-Za-z0-9_.%+-]*\))?$/;
const component = /^[A-Za-z0-9_.-]+$/;

/** True where the builder takes `text` as a platform: `linux/arm/v7`, or one known name alone. */
export function isPlatform(text: string): boolean {
  const [first = '', ...rest] = text.split('/');
  const match = system.exec(first);
  if (!match || rest.length > 2 || !rest.every((each) => component.test(each))) return false;
  return rest.length > 0 || systems.has(match[1]!.toLowerCase()) || processors.has(first.toLowerCase());
}

/** The common names of processors that have several (containerd/platforms, normalizeArch). */
const canonical: Readonly<Record<string, string>> = {
  i386: '386',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm',
  armel: 'arm',
};

/** System and processor of a platform, by their common names, on linux/amd64; undefined where the builder takes none. */
export function platformOf(text: string): { readonly os: string; readonly architecture: string } | undefined {
  if (!isPlatform(text)) return undefined;
  const [first = '', second] = text.toLowerCase().split('/');
  const os = first.replace(/\(.*$/, '');
  const processor = (name: string) => canonical[name] ?? name;
  if (second !== undefined) return { os, architecture: processor(second) };
  return systems.has(os) ? { os, architecture: 'amd64' } : { os: 'linux', architecture: processor(first) };
}
