/** Tells from what a CLI said why a call failed, so that the user can be told what to do next. Pure. */

export type FailureKind =
  | 'noCli'
  | 'cliNotExecutable'
  | 'noPermission'
  | 'engineDown'
  | 'noBuildx'
  | 'noCheck'
  | 'notLoggedIn'
  | 'registryUnreachable'
  | 'noSuchImage'
  | 'nameTaken'
  | 'portTaken'
  | 'commandMissing'
  | 'noSpace'
  | 'other';

/** First match wins: what is more specific stands first. */
const SIGNS: readonly (readonly [FailureKind, RegExp])[] = [
  ['noPermission', /permission denied while trying to connect to the docker/i],
  [
    'engineDown',
    /cannot connect to the docker daemon|is the docker daemon running|error during connect|docker desktop is (?:not running|unable to start)|cannot connect to podman|unable to connect to podman|rootless containerd not running|cannot access containerd socket|failed to connect to the docker api/i,
  ],
  ['noBuildx', /buildx component is missing or broken/i],
  ['noCheck', /unknown flag: --(?:call|check)\b|unknown option.*--call/i],
  [
    'notLoggedIn',
    /no basic auth credentials|unauthorized|authentication required|requested access to the resource is denied|incorrect username or password/i,
  ],
  ['portTaken', /port is already allocated|address already in use|ports are not available/i],
  ['nameTaken', /container name ".*" is already in use|the container name .* is already in use/i],
  ['commandMissing', /executable file .*not found|exec: ".*": (?:stat .*|.*no such file or directory)/i],
  ['noSpace', /no space left on device/i],
  [
    'noSuchImage',
    /pull access denied|no such image|image not known|an image does not exist locally|manifest unknown|manifest for .* not found|failed to resolve source metadata.*not found|did not resolve to an alias/i,
  ],
  [
    'registryUnreachable',
    /connection refused|no such host|proxyconnect|i\/o timeout|tls handshake timeout|network is unreachable|temporary failure in name resolution|server gave http response to https client/i,
  ],
];

/** What {@link classify} looks at: the outcome of a call, or parts of it. */
export interface FailedCall {
  readonly code?: number | null;
  readonly stderr: string;
  readonly stdout?: string;
  readonly startError?: string;
}

/** The kind of a failed call. */
export function classify(call: FailedCall): FailureKind {
  if (call.startError !== undefined) {
    return call.startError === 'ENOENT' ? 'noCli' : 'cliNotExecutable';
  }
  const said = `${call.stderr}\n${call.stdout ?? ''}`;
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'other';
}

/** The line of the output that says most: the last that looks like an error, else the last that is not blank. */
export function essence(said: string): string {
  const lines = said
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:See '|Run '.*--help)/.test(line));
  const error =
    lines.findLast((line) => /^(?:docker: |error\b|.*level=(?:fatal|error))/i.test(line)) ?? lines.at(-1) ?? '';
  return error.replace(/^(?:docker: )?(?:ERROR: |Error: )?(?:Error response from daemon: )?/i, '');
}
