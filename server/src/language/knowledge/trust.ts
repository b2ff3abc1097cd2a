/**
 * What switches off checks of certificates and of signatures. Sources: the manual pages of the programs; for the variables
 * Node.js' and git's documentation, PEP 493, and npm's and pip's, which read their settings from the environment.
 */

const off = /^(?:0|false|no|off)$/i;
const anything = /./;

/** Environment variables by which programs check no certificates, and the values that do it. */
const insecureVariables: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?!(?:0|false|no|off)$)./i,
  NPM_CONFIG_STRICT_SSL: off,
  PIP_TRUSTED_HOST: anything,
  GOINSECURE: anything,
};

/** Whether a variable of that value makes a program check no certificates. */
export function isInsecureVariable(name: string, value: string): boolean {
  const upper = name.toUpperCase();
  return Object.hasOwn(insecureVariables, upper) && insecureVariables[upper]!.test(value);
}

/** A flag that switches a check off. */
export interface TrustFlag {
  readonly programs: readonly string[];
  readonly flags: readonly string[];
  /** Its value is the next word, or stands behind `=`. */
  readonly valued?: true;
}

/** Such flags by the programs that take them. */
export type TrustFlags = ReadonlyMap<string, readonly TrustFlag[]>;

function byProgram(list: readonly TrustFlag[]): TrustFlags {
  const map = new Map<string, TrustFlag[]>();
  for (const each of list) for (const program of each.programs) map.set(program, [...(map.get(program) ?? []), each]);
  return map;
}

/** Flags by which programs check no certificates. */
export const insecureFlags = byProgram([
  { programs: ['curl'], flags: ['-k', '--insecure', '--proxy-insecure', '--doh-insecure'] },
  { programs: ['wget'], flags: ['--no-check-certificate'] },
  { programs: ['pip', 'pip2', 'pip3'], flags: ['--trusted-host'], valued: true },
  { programs: ['npm', 'pnpm', 'yarn'], flags: ['--no-strict-ssl'] },
]);

/** `name=value` settings by which programs check no certificates, in flags of their own or as words of `config`. */
export const insecureSetting =
  /^(?:--(?:setopt=(?:[\w.*-]+\.)?)?)?(?:sslverify|http\.(?:\S+\.)?sslverify|strict-ssl|strictssl|acquire::https::(?:[\w.-]+::)?verify-(?:peer|host))(?:=(["']?)(?:0|false|no|off)\1)$/i;

/** Names of such settings, whose value is the next word. */
export const insecureSettingName = /^(?:http\.(?:\S+\.)?sslverify|strict-ssl|strictssl|enablestrictssl)$/i;

/** Flags by which packages without a valid signature get installed. */
export const unsignedFlags = byProgram([
  { programs: ['apk'], flags: ['--allow-untrusted'] },
  {
    programs: ['apt-get', 'apt'],
    flags: ['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories'],
  },
  { programs: ['yum', 'dnf', 'microdnf', 'tdnf'], flags: ['--nogpgcheck', '--no-gpgchecks', '--nogpg'] },
  { programs: ['zypper'], flags: ['--no-gpg-checks', '--allow-unsigned-rpm'] },
  { programs: ['rpm'], flags: ['--nosignature', '--nodigest'] },
]);

/** An option in a line of apt's sources that makes it take packages without a signature. */
export const trustedSource = /\[[^\]]*\btrusted=yes\b[^\]]*\]/;
