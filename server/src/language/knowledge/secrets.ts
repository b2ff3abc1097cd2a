/**
 * Names and values that look like secrets.
 * Source of the names: BuildKit's check SecretsUsedInArgOrEnv, `getSecretsRegex` in
 * frontend/dockerfile/dockerfile2llb/validations.go of moby/buildkit (checked 2026-11-24).
 */

// Both flags matter: Go folds case by Unicode, where K (Kelvin sign) is a k and ſ an s.
const secret = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/iu;
const allowed = /(?:_|^)(?:public|file|version)(?:_|$)/iu;

/**
 * Whether BuildKit takes the name of an ARG or ENV for a secret's: one of its `_`-separated words is a secret word,
 * and none says that it is public, a file or a version.
 */
export function isSecretName(name: string): boolean {
  return secret.test(name) && !allowed.test(name);
}

const loginParts = /api_key|client_key|password|private|secret|token|username/i;
/** Names of well-known services' settings that hold none of those words. */
const loginNames: ReadonlySet<string> = new Set(
  [
    'APPLICATION_KEY AWS_ACCESS_KEY_ID CI_DEPLOY_USER DOCKER_EMAIL FACEBOOK_APP_ID HEROKU_API_USER OKTA_AUTHN_GROUPID',
    'OKTA_CLIENT_ORGURL OKTA_OAUTH2_CLIENTID STRIPE_DEVICE_NAME TRAVIS_OS_NAME TRAVIS_SECURE_ENV_VARS TRAVIS_SUDO',
  ]
    .join(' ')
    .split(' '),
);

/** Whether hadolint (DL3064) takes the name of an ARG or ENV for a part of a login. */
export const mayBeLogin = (name: string): boolean => loginParts.test(name) || loginNames.has(name.toUpperCase());

/** A kind of secret that can be told by its value. */
export interface SecretPattern {
  /** Kebab-case id. */
  readonly id: string;
  /** Where its issuer describes the form. */
  readonly source: string;
  /** Finds it in a text; without the flag `g`, bounded, linear. */
  readonly pattern: RegExp;
}

/** Forms of secrets that their issuers made recognisable: a match is a secret, not a guess. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    id: 'aws-access-key-id',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/,
  },
  {
    id: 'github-token',
    source: 'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
    pattern: /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})(?![A-Za-z0-9_])/,
  },
  {
    id: 'gitlab-token',
    source: 'https://docs.gitlab.com/security/tokens/',
    pattern: /(?<![A-Za-z0-9_-])glpat-[A-Za-z0-9_-]{20,255}(?![A-Za-z0-9_-])/,
  },
  {
    id: 'npm-token',
    source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
    pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  },
  {
    id: 'private-key',
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
    pattern: /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----/,
  },
];

/** The first kind of secret that a text holds, or undefined. */
export function secretIn(text: string): SecretPattern | undefined {
  return secretPatterns.find((p) => p.pattern.test(text));
}
