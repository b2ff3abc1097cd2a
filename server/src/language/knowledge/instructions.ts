/**
 * The 18 instructions and their flags, as data; the words about them are in `reference/`.
 *
 * Sources, read 2026-11-24:
 * - https://docs.docker.com/reference/dockerfile/ (text of July 2026): forms, minimum syntax versions, labs marks
 * - moby/buildkit frontend/dockerfile/instructions/{parse,commands,commands_run*}.go: kinds of flags, what is expanded
 * - moby/buildkit frontend/dockerfile/parser/parser.go: JSON forms and heredocs
 * - release notes 1.19 (`--exclude` stable) and 1.20 (`--parents`, `--security` stable); `--device` is still labs only
 */

/**
 * When an instruction does its work.
 * - `build`: while the image is built
 * - `run`: it only records something; that is carried out when a container runs
 * - `both`: in force for later build steps and in the container
 * - `metadata`: a note in the image; nothing is executed at either time
 * - `child`: while another image is built from this one
 */
export type InstructionTime = 'build' | 'run' | 'both' | 'metadata' | 'child';

/** Who replaces `$NAME` in the arguments: the builder, the shell that runs the command, the later build of ONBUILD, nobody. */
export type Expansion = 'builder' | 'shell' | 'trigger' | 'no';

/** What a flag's value is, for completion and checks. */
export type FlagValue =
  | 'bool'
  | 'platform'
  | 'mount'
  | 'choice'
  | 'device'
  | 'source'
  | 'owner'
  | 'mode'
  | 'pattern'
  | 'checksum'
  | 'duration'
  | 'count';

export interface FlagSpec {
  /** Without the dashes, in lower case: BuildKit refuses any other case. */
  readonly name: string;
  /** `strings` may be repeated; `bool` may stand without a value. A second `string` or `bool` of one name is refused. */
  readonly kind: 'string' | 'bool' | 'strings';
  readonly value: FlagValue;
  /** The whole set of values the builder takes, where it is closed. */
  readonly values?: readonly string[];
  /** What holds without the flag, as one would write it. */
  readonly fallback?: string;
  /** Whether the builder replaces `$NAME` in the value. In FROM only global ARGs count. */
  readonly expands: boolean;
  /** First Dockerfile syntax version (`# syntax=docker/dockerfile:…`) that has it. */
  readonly since?: string;
  /** First Docker Engine that obeys it, where that is what matters. */
  readonly engine?: string;
  /** Only in the labs channel (`docker/dockerfile:1-labs`): the stable frontend refuses the flag. */
  readonly experimental?: 'labs';
  /** What the builder must be allowed for it: `docker buildx build --allow …`. */
  readonly entitlement?: string;
}

export interface InstructionSpec {
  readonly when: InstructionTime;
  /** Syntax lines; angle brackets stand for what the author writes, square brackets for what may be left out. */
  readonly forms: readonly string[];
  readonly flags: readonly FlagSpec[];
  /** Whether it adds a file system layer (WORKDIR: it makes the directory). The others change the image's settings alone. */
  readonly createsLayer: boolean;
  readonly expandsVariables: Expansion;
  /** Whether a JSON array is a form of its own. */
  readonly json: boolean;
  /** Set where a JSON array is the only form. */
  readonly jsonOnly?: true;
  /** Whether `<<NAME` begins a heredoc. */
  readonly heredoc: boolean;
  /** Set where a stage's later one of the same keyword makes the earlier without effect. */
  readonly lastWins?: true;
  readonly deprecated?: true;
  readonly reference: string;
}

const BASE = 'https://docs.docker.com/reference/dockerfile/#';

const copyFlags = [
  { name: 'chown', kind: 'string', value: 'owner', fallback: '0:0', expands: true },
  { name: 'chmod', kind: 'string', value: 'mode', expands: true, since: '1.2' },
  { name: 'link', kind: 'bool', value: 'bool', fallback: 'false', expands: false, since: '1.4' },
  { name: 'exclude', kind: 'strings', value: 'pattern', expands: false, since: '1.19' },
] as const satisfies readonly FlagSpec[];

/** The table with its literal types, from which the keys of the reference texts are made. */
export const instructionTable = {
  ADD: {
    when: 'build',
    forms: ['ADD [OPTIONS] <src> ... <dest>', 'ADD [OPTIONS] ["<src>", ... "<dest>"]'],
    flags: [
      ...copyFlags,
      { name: 'keep-git-dir', kind: 'bool', value: 'bool', fallback: 'false', expands: false, since: '1.1' },
      { name: 'checksum', kind: 'string', value: 'checksum', expands: true, since: '1.6' },
      { name: 'unpack', kind: 'bool', value: 'bool', expands: false, since: '1.17' },
    ],
    createsLayer: true,
    expandsVariables: 'builder',
    json: true,
    heredoc: true,
    reference: `${BASE}add`,
  },
  ARG: {
    when: 'build',
    forms: ['ARG <name>[=<default value>] [<name>[=<default value>]...]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}arg`,
  },
  CMD: {
    when: 'run',
    forms: [
      'CMD ["<executable>", "<param1>", "<param2>"]',
      'CMD ["<param1>", "<param2>"]',
      'CMD <command> <param1> <param2>',
    ],
    flags: [],
    createsLayer: false,
    expandsVariables: 'shell',
    json: true,
    heredoc: false,
    lastWins: true,
    reference: `${BASE}cmd`,
  },
  COPY: {
    when: 'build',
    forms: ['COPY [OPTIONS] <src> ... <dest>', 'COPY [OPTIONS] ["<src>", ... "<dest>"]'],
    flags: [
      { name: 'from', kind: 'string', value: 'source', expands: false },
      ...copyFlags,
      { name: 'parents', kind: 'bool', value: 'bool', fallback: 'false', expands: false, since: '1.20' },
    ],
    createsLayer: true,
    expandsVariables: 'builder',
    json: true,
    heredoc: true,
    reference: `${BASE}copy`,
  },
  ENTRYPOINT: {
    when: 'run',
    forms: ['ENTRYPOINT ["<executable>", "<param1>", "<param2>"]', 'ENTRYPOINT <command> <param1> <param2>'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'shell',
    json: true,
    heredoc: false,
    lastWins: true,
    reference: `${BASE}entrypoint`,
  },
  ENV: {
    when: 'both',
    forms: ['ENV <key>=<value> [<key>=<value>...]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}env`,
  },
  EXPOSE: {
    when: 'metadata',
    forms: ['EXPOSE <port>[/<protocol>] [<port>[/<protocol>]...]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}expose`,
  },
  FROM: {
    when: 'build',
    forms: [
      'FROM [--platform=<platform>] <image> [AS <name>]',
      'FROM [--platform=<platform>] <image>[:<tag>] [AS <name>]',
      'FROM [--platform=<platform>] <image>[@<digest>] [AS <name>]',
    ],
    flags: [{ name: 'platform', kind: 'string', value: 'platform', fallback: '$TARGETPLATFORM', expands: true }],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}from`,
  },
  HEALTHCHECK: {
    when: 'run',
    forms: ['HEALTHCHECK [OPTIONS] CMD <command>', 'HEALTHCHECK NONE'],
    flags: [
      { name: 'interval', kind: 'string', value: 'duration', fallback: '30s', expands: false },
      { name: 'timeout', kind: 'string', value: 'duration', fallback: '30s', expands: false },
      { name: 'start-period', kind: 'string', value: 'duration', fallback: '0s', expands: false },
      { name: 'start-interval', kind: 'string', value: 'duration', fallback: '5s', expands: false, engine: '25.0' },
      { name: 'retries', kind: 'string', value: 'count', fallback: '3', expands: false },
    ],
    createsLayer: false,
    expandsVariables: 'shell',
    json: true,
    heredoc: false,
    lastWins: true,
    reference: `${BASE}healthcheck`,
  },
  LABEL: {
    when: 'metadata',
    forms: ['LABEL <key>=<value> [<key>=<value>...]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}label`,
  },
  MAINTAINER: {
    when: 'metadata',
    forms: ['MAINTAINER <name>'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'no',
    json: false,
    heredoc: false,
    deprecated: true,
    reference: `${BASE}maintainer-deprecated`,
  },
  ONBUILD: {
    when: 'child',
    forms: ['ONBUILD <INSTRUCTION>'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'trigger',
    json: false,
    heredoc: true,
    reference: `${BASE}onbuild`,
  },
  RUN: {
    when: 'build',
    forms: ['RUN [OPTIONS] <command> ...', 'RUN [OPTIONS] ["<command>", ...]', 'RUN [OPTIONS] <<EOF'],
    flags: [
      { name: 'mount', kind: 'strings', value: 'mount', expands: true, since: '1.2' },
      {
        name: 'network',
        kind: 'string',
        value: 'choice',
        values: ['default', 'none', 'host'],
        fallback: 'default',
        expands: false,
        since: '1.3',
        entitlement: 'network.host',
      },
      {
        name: 'security',
        kind: 'string',
        value: 'choice',
        values: ['sandbox', 'insecure'],
        fallback: 'sandbox',
        expands: false,
        since: '1.20',
        entitlement: 'security.insecure',
      },
      {
        name: 'device',
        kind: 'strings',
        value: 'device',
        expands: false,
        since: '1.14',
        experimental: 'labs',
        entitlement: 'device',
      },
    ],
    createsLayer: true,
    expandsVariables: 'shell',
    json: true,
    heredoc: true,
    reference: `${BASE}run`,
  },
  SHELL: {
    when: 'both',
    forms: ['SHELL ["<executable>", "<parameter>"]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'no',
    json: true,
    jsonOnly: true,
    heredoc: false,
    reference: `${BASE}shell`,
  },
  STOPSIGNAL: {
    when: 'run',
    forms: ['STOPSIGNAL <signal>'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    lastWins: true,
    reference: `${BASE}stopsignal`,
  },
  USER: {
    when: 'both',
    forms: ['USER <user>[:<group>]', 'USER <UID>[:<GID>]'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}user`,
  },
  VOLUME: {
    when: 'run',
    forms: ['VOLUME ["<path>", ...]', 'VOLUME <path> ...'],
    flags: [],
    createsLayer: false,
    expandsVariables: 'builder',
    json: true,
    heredoc: false,
    reference: `${BASE}volume`,
  },
  WORKDIR: {
    when: 'both',
    forms: ['WORKDIR <path>'],
    flags: [],
    createsLayer: true,
    expandsVariables: 'builder',
    json: false,
    heredoc: false,
    reference: `${BASE}workdir`,
  },
} as const satisfies Readonly<Record<string, InstructionSpec>>;

/** An instruction's keyword in capitals. */
export type InstructionKeyword = keyof typeof instructionTable;

/** Names of the flags of one instruction. */
export type FlagOf<K extends InstructionKeyword> = (typeof instructionTable)[K]['flags'][number]['name'];

/** The table for readers: one shape for all keywords. */
export const INSTRUCTIONS: Readonly<Record<InstructionKeyword, InstructionSpec>> = instructionTable;

/** All keywords, in capitals and in the alphabet's order. */
export const INSTRUCTION_KEYWORDS = Object.keys(instructionTable) as readonly InstructionKeyword[];

/** `keyword` in any case as one of the 18, or undefined. */
export function instructionKeyword(keyword: string): InstructionKeyword | undefined {
  const upper = keyword.toUpperCase();
  return Object.hasOwn(instructionTable, upper) ? (upper as InstructionKeyword) : undefined;
}

/** The flag `name` (without dashes; case counts) of an instruction, or undefined. */
export function flagSpec(keyword: InstructionKeyword, name: string): FlagSpec | undefined {
  return INSTRUCTIONS[keyword].flags.find((flag) => flag.name === name);
}

/** Where the reference speaks of a flag: `…/#copy---from`. */
export function flagReference(keyword: InstructionKeyword, name: string): string {
  // HEALTHCHECK's flags have no headings of their own
  if (keyword === 'HEALTHCHECK' || keyword === 'FROM') return INSTRUCTIONS[keyword].reference;
  return `${INSTRUCTIONS[keyword].reference}---${name}`;
}

/** Keywords that ONBUILD refuses as its trigger (parse.go, parseOnBuild). */
export const ONBUILD_REFUSES: ReadonlySet<string> = new Set(['ONBUILD', 'FROM', 'MAINTAINER']);

/** Platforms offered after `--platform=`: the usual ones first. Any `os/arch[/variant]` is taken. */
export const PLATFORMS = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/s390x',
  'linux/riscv64',
  'linux/loong64',
  'windows/amd64',
] as const;
