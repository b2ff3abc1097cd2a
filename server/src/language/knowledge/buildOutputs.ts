/**
 * What tools make, and people put in by hand: it may be missing now and be there when the image is built. By what the tools'
 * own documentation says they write; github.com/github/gitignore names the same.
 */
const folders = new Set(
  `dist build out output target bin obj publish release releases node_modules vendor coverage artifacts generated gen tmp pkg
  wheels wheelhouse result bazel-bin bazel-out storybook-static deps third_party venv env _build _site .next .nuxt .output .svelte-kit
  .angular .docusaurus .git .cache .gradle .m2 .venv certs ssl tls keys secrets models weights`.split(/\s+/),
);

const extensions = new Set(
  `jar war ear class whl egg exe dll so dylib a o wasm zip tar tgz gz xz bz2 zst 7z rpm deb apk msi img iso bin map log mo phar nupkg gem
  tsbuildinfo pem key crt cer csr p12 pfx jks keystore env db sqlite sqlite3 dump pt pth onnx h5 pkl safetensors gguf`.split(
    /\s+/,
  ),
);

/** What a pipeline writes before it builds, and what holds a password or is each machine's own. */
const names =
  /^(?:\.env|(?:dist|build|out|target|release)[-_]|version\b|revision\b|sbom\b|third[-_]?party|bill[-_]of[-_]material|id_(?:rsa|dsa|ecdsa|ed25519)\b|commit\b|git[-_]?(?:sha|rev|hash|info|commit|version)|build[-_]?(?:info|id|number)|(?:config|settings|secrets?|credentials?|auth|local|license|service-account)\.|nuget\.config$|pip\.conf$)/i;
const inNames = /_pb2|\.pb\.|\.gen\.|\.generated\.|\.min\./i;

/** What writes a list of requirements for pip: Poetry, Pipenv, uv, pip-tools. */
const requirementsMakers = new Set(['pyproject.toml', 'Pipfile', 'poetry.lock', 'uv.lock', 'setup.py', 'setup.cfg']);

/** The name of a path: what stands behind its last slash. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What stands behind the last dot of a name, if that is not its first character; in small letters. */
export const extensionOf = (name: string): string | undefined =>
  /[^.]\.([A-Za-z0-9_]+)$/.exec(name)?.[1]?.toLowerCase();

/** Whether a path of the build context looks like one that a build or a person makes there: `dist/app.js`, `app.jar`, `.env`. */
export function looksMade(path: string): boolean {
  const parts = path.split('/').map((part) => part.toLowerCase());
  if (parts.some((part) => folders.has(part) || names.test(part))) return true;
  const name = parts.at(-1)!;
  return extensions.has(extensionOf(name) ?? '') || inNames.test(name);
}

/**
 * Whether a file may be made from one beside it: `app.js` from `app.ts`, `config.yml` from `config.example.yml`,
 * `requirements.txt` from `pyproject.toml`. A name without an ending is often that of a compiled program.
 * @param beside the names in the folder that it would be in
 */
export function mayBeMadeFrom(path: string, beside: readonly string[]): boolean {
  const name = nameOf(path);
  if (extensionOf(name) === undefined) return true;
  const stem = stemOf(name);
  if (beside.some((each) => stemOf(each) === stem)) return true;
  return /^requirements.*\.txt$/.test(name) && beside.some((each) => requirementsMakers.has(each));
}

/** What stands before the first dot of a name that is not its first character. */
const stemOf = (name: string): string => name.replace(/(?<=.)\..*$/s, '').toLowerCase();
