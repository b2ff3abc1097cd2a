/**
 * Names of files that hold credentials, as the programs that read them call them. Sources: the manual pages of ssh, npm, pip's
 * twine, git, curl, aws, kubectl, docker, gcloud; https://docs.docker.com/build/building/secrets/.
 */
const secretFile = new RegExp(
  [
    'id_(?:rsa|dsa|ecdsa|ed25519)',
    '\\.(?:npmrc|pypirc|netrc|git-credentials|dockercfg|pgpass|my\\.cnf)',
    '_netrc',
    '\\.env(?:\\.(?:local|prod|production|stag(?:e|ing)|dev|development))?',
    '\\.(?:ssh|aws|kube|gnupg)',
    'kubeconfig',
    'credentials(?:\\.json)?',
    'client_secrets?(?:_\\w+)?\\.json',
    'service[-_]?account(?:[-_]?key)?\\.json',
    'secrets?\\.(?:ya?ml|json|env|toml)',
    '[\\w.-]*(?:private|privkey)[\\w.-]*\\.(?:key|pem)',
    '[\\w.-]+\\.(?:p12|pfx|ppk|kdbx)',
  ].join('|'),
  'i',
);
const whole = new RegExp(`^(?:${secretFile.source})$`, 'i');
/** `.docker/config.json`, `.aws/credentials`: the folder says what it is. */
const inFolder =
  /(?:^|\/)\.(?:docker\/config\.json|(?:aws|kube|ssh|gnupg)\/(?!known_hosts|config$|authorized_keys)[^/]+)$/;

/** True of a path whose last part is the name of a file, or a folder of files, that hold credentials. */
export function isSecretFile(path: string): boolean {
  const plain = path.replace(/\/+$/, '');
  // no file system takes a longer name
  if (plain.endsWith('.pub') || plain.length > 255) return false;
  return whole.test(plain.slice(plain.lastIndexOf('/') + 1)) || inFolder.test(plain);
}
