/**
 * Build arguments that exist without an ARG line.
 * Source: https://docs.docker.com/reference/dockerfile/#predefined-args and the sections after it (July 2026);
 * release notes 1.11 (TARGETSTAGE) and 1.13 (TARGETOSVERSION, BUILDOSVERSION);
 * moby/buildkit frontend/dockerfile/dockerfile2llb/platform.go (defaultArgs).
 */

/**
 * - `proxy`: given with --build-arg, visible in every RUN without ARG, and kept out of the history
 * - `platform`: set by the builder in the global scope: FROM sees it, a stage must say `ARG NAME` first
 * - `buildkit`: steers the builder itself; it is no variable of the Dockerfile
 * - `epoch`: SOURCE_DATE_EPOCH: steers the builder, and a stage sees it after `ARG SOURCE_DATE_EPOCH`
 */
export type PredefinedKind = 'proxy' | 'platform' | 'buildkit' | 'epoch';

export interface PredefinedArgSpec {
  readonly kind: PredefinedKind;
  /** Whether a stage must declare it (`ARG NAME`, without a value) before `$NAME` means anything there. */
  readonly needsArg: boolean;
  /** Whether FROM lines may use it as it is. */
  readonly inFrom: boolean;
  /** What it looks like, for hovers. */
  readonly sample: string;
  readonly since?: string;
}

const proxy = { kind: 'proxy', needsArg: false, inFrom: false, sample: 'http://proxy.example.com:3128' } as const;
const noProxy = { ...proxy, sample: 'localhost,.example.com' } as const;
const platform = { kind: 'platform', needsArg: true, inFrom: true } as const;
const buildkit = { kind: 'buildkit', needsArg: true, inFrom: false } as const;

export const predefinedArgTable = {
  HTTP_PROXY: proxy,
  http_proxy: proxy,
  HTTPS_PROXY: proxy,
  https_proxy: proxy,
  FTP_PROXY: proxy,
  ftp_proxy: proxy,
  NO_PROXY: noProxy,
  no_proxy: noProxy,
  ALL_PROXY: proxy,
  all_proxy: proxy,
  TARGETPLATFORM: { ...platform, sample: 'linux/arm64' },
  TARGETOS: { ...platform, sample: 'linux' },
  TARGETOSVERSION: { ...platform, sample: '10.0.20348', since: '1.13' },
  TARGETARCH: { ...platform, sample: 'arm64' },
  TARGETVARIANT: { ...platform, sample: 'v7' },
  TARGETSTAGE: { ...platform, sample: 'prod', since: '1.11' },
  BUILDPLATFORM: { ...platform, sample: 'linux/amd64' },
  BUILDOS: { ...platform, sample: 'linux' },
  BUILDOSVERSION: { ...platform, sample: '10.0.20348', since: '1.13' },
  BUILDARCH: { ...platform, sample: 'amd64' },
  BUILDVARIANT: { ...platform, sample: 'v8' },
  SOURCE_DATE_EPOCH: { kind: 'epoch', needsArg: true, inFrom: false, sample: '1700000000', since: '1.5' },
  BUILDKIT_BUILD_NAME: { ...buildkit, sample: 'nightly' },
  BUILDKIT_CACHE_MOUNT_NS: { ...buildkit, sample: 'team-a' },
  BUILDKIT_CONTEXT_KEEP_GIT_DIR: { ...buildkit, sample: '1' },
  BUILDKIT_DOCKERFILE_CHECK: { ...buildkit, sample: 'skip=all', since: '1.8' },
  BUILDKIT_INLINE_CACHE: { ...buildkit, sample: '1' },
  BUILDKIT_MULTI_PLATFORM: { ...buildkit, sample: '1' },
  BUILDKIT_SANDBOX_HOSTNAME: { ...buildkit, sample: 'buildkitsandbox' },
  BUILDKIT_SYNTAX: { ...buildkit, sample: 'docker/dockerfile:1' },
} as const satisfies Readonly<Record<string, PredefinedArgSpec>>;

export type PredefinedArg = keyof typeof predefinedArgTable;

export const PREDEFINED_ARGS: Readonly<Record<PredefinedArg, PredefinedArgSpec>> = predefinedArgTable;

/** `name` (case counts) as a predefined argument, or undefined. */
export function predefinedArg(name: string): PredefinedArg | undefined {
  return Object.hasOwn(predefinedArgTable, name) ? (name as PredefinedArg) : undefined;
}
