/**
 * Parser directives: comments at the very top of a file that steer the builder.
 * Source: https://docs.docker.com/reference/dockerfile/#parser-directives.
 */

export interface DirectiveSpec {
  readonly forms: readonly string[];
  readonly example: string;
  /** Values offered in completion; `check` has its own grammar. */
  readonly values: readonly string[];
  readonly since?: string;
  readonly reference: string;
}

const BASE = 'https://docs.docker.com/reference/dockerfile/#';

export const directiveTable = {
  syntax: {
    forms: ['# syntax=<frontend image>'],
    example: '# syntax=docker/dockerfile:1',
    values: ['docker/dockerfile:1', 'docker/dockerfile:1-labs'],
    reference: `${BASE}syntax`,
  },
  escape: {
    forms: ['# escape=\\', '# escape=`'],
    example: '# escape=`',
    values: ['\\', '`'],
    reference: `${BASE}escape`,
  },
  check: {
    forms: ['# check=skip=<checks|all>', '# check=error=<boolean>', '# check=skip=<checks>;error=<boolean>'],
    example: '# check=skip=JSONArgsRecommended;error=true',
    values: ['skip=', 'skip=all', 'error=true', 'experimental='],
    since: '1.8',
    reference: `${BASE}check`,
  },
} as const satisfies Readonly<Record<string, DirectiveSpec>>;

export type DirectiveName = keyof typeof directiveTable;

export const DIRECTIVES: Readonly<Record<DirectiveName, DirectiveSpec>> = directiveTable;

/** `name` in any case as a directive's name, or undefined. */
export function directiveName(name: string): DirectiveName | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(directiveTable, lower) ? (lower as DirectiveName) : undefined;
}

/**
 * The builder's own checks, as `# check=skip=` and `# check=experimental=` name them; case counts.
 * Source: https://docs.docker.com/reference/build-checks/.
 */
export const BUILD_CHECKS = {
  stable: [
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ExposeInvalidFormat',
    'ExposeProtoCasing',
    'FromAsCasing',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'InvalidDefaultArgInFrom',
    'JSONArgsRecommended',
    'LegacyKeyValueFormat',
    'MaintainerDeprecated',
    'MultipleInstructionsDisallowed',
    'NoEmptyContinuation',
    'RedundantTargetPlatform',
    'ReservedStageName',
    'SecretsUsedInArgOrEnv',
    'StageNameCasing',
    'UndefinedArgInFrom',
    'UndefinedVar',
    'WorkdirRelativePath',
  ],
  experimental: ['CopyIgnoredFile', 'InvalidDefinitionDescription'],
} as const;
