/** Texts around one value of the Dockerfile: a port, an image, a variable, a path. */
import { code } from '../code';
import type { Reference } from '../types';

export const labels: Reference['labels'] = {
  when: 'When',
  forms: 'Forms',
  example: 'Example',
  pitfall: 'Pitfall',
  concept: 'The idea',
  reference: 'Reference',
  values: 'Values',
  success: 'After success (exit code 0)',
  failure: 'After failure',
  inRun: 'In a build',
  repeatable: 'May be repeated.',
  deprecated: 'Deprecated',
  bashOnly: 'Not in POSIX `sh`: needs bash.',
  fallback: (value) => `Default: ${code(value)}`,
  since: (version) => `Since Dockerfile syntax ${version}.`,
  sinceEngine: (version) => `Since Docker Engine ${version}.`,
  labsOnly: 'Still being tried: only with `# syntax=docker/dockerfile:1-labs`.',
  entitlement: (name) => `The build may need ${code(`--allow ${name}`)}.`,
  aliases: (names) => `Also written: ${names.map(code).join(', ')}`,
};

export const upgrade: Reference['upgrade'] = (command) =>
  `${code(command)} renews all packages, so the same Dockerfile gives another image tomorrow. The idea of *immutable infrastructure*: what runs is never patched; a new version is built and takes its place (a phoenix, not a snowflake nobody can rebuild). For security updates take a newer base image (\`docker build --pull\`) and build again.`;

const protocolSuffix = (protocol: string): string =>
  protocol.toLowerCase() === 'tcp' ? '' : `/${protocol.toLowerCase()}`;

export const expose: Reference['expose'] = {
  container: (port, protocol) =>
    `Port ${code(port)} (${protocol.toUpperCase()}) on the **container’s side**: the number on which the program inside listens.`,
  host: 'The **host’s side** has a number of its own. It is chosen when the container is run, and joined to the container’s.',
  publish: (host, port, protocol) => {
    const suffix = protocolSuffix(protocol);
    // a range has no address of its own
    const address =
      suffix === '' && /^\d+$/.test(host) ? `, reachable at \`http://localhost:${host}\` if it speaks HTTP` : '';
    return `Publish it: ${code(`docker run -p ${host}:${port}${suffix} <image>`)} (host:container)${address}.`;
  },
  service: (port, name) => `${code(port)} is the usual port of ${name}.`,
  listen:
    'The program must listen on `0.0.0.0`: `127.0.0.1` is the container’s own loopback, which `-p` does not reach.',
  range: (from, to) => `All ports from ${code(from)} to ${code(to)}.`,
};

export const image: Reference['image'] = {
  registry: (host, given) =>
    given ? `Registry: ${code(host)}.` : `Registry: ${code(host)} (Docker Hub), since none is written.`,
  registryConcept:
    'A registry stores images as GitHub stores Git repositories: `docker push` uploads, `docker pull` downloads. Docker Hub (hub.docker.com) is the default one.',
  repository: (name) => `Repository: ${code(name)}.`,
  official: (name) => `${code(name)} is a Docker Official Image, kept by Docker’s own programme.`,
  tag: (tag) => `Tag: ${code(tag)}.`,
  floating: (tag) =>
    `${code(tag)} is a floating tag: its owner points it to newer images, so the same line gives another image later.`,
  noTag: 'No tag is written, so `latest` is meant: whatever its owner pushed last, not necessarily the newest version.',
  digest: (digest) =>
    `Digest: ${code(digest)}. It names exactly this content and can never mean another image; no updates arrive either, until you change it.`,
  pinHint: 'A tag can be moved. To get the same image each time, add its digest: `name:tag@sha256:…`.',
  os: 'The image brings the files of an operating system: shell, libraries, package manager. The kernel is the host’s.',
  scratch: 'The empty image: no shell, no libraries, no certificates. For programs that need nothing but themselves.',
  variable: 'The image is chosen by a variable: the default of its ARG counts unless `--build-arg` says otherwise.',
  endOfLife: (name, date) =>
    `**${name} is past its end of life (${date})**: no more security updates, and its package servers may be gone.`,
  supportedUntil: (name, date) => `${name} gets security updates until ${date}.`,
  deprecated: (name) => `**The image ${code(name)} is deprecated**: nothing new appears under its name.`,
  replacement: (name) => `Its makers recommend ${code(name)}.`,
};

export const variable: Reference['variable'] = {
  value: (name, value) => `${code(name)} is ${code(value)} here.`,
  empty: (name) => `${code(name)} is set, but empty here.`,
  unknown: (name) => `The value of ${code(name)} is known only when the image is built.`,
  undefined: (name) => `${code(name)} is not defined here: the builder puts nothing in its place.`,
  env: (line) => `Set by ENV in line ${line}: it holds for the steps below and in the container.`,
  arg: (line) =>
    `Default of ARG in line ${line}; \`docker build --build-arg\` may set another. It is not in the container.`,
  argNoDefault: (name, line) =>
    `Declared by ARG in line ${line} without a default: empty unless given with ${code(`--build-arg ${name}=…`)}.`,
  globalArg: (line) => `Default of the ARG before the first FROM, in line ${line}.`,
  globalArgNotDeclared: (name) =>
    `An ARG before the first FROM serves FROM lines only. Write ${code(`ARG ${name}`)} in this stage to use it here.`,
  stage: (stage) => `Inherited from the stage ${code(stage)}.`,
  baseImage: (base) => `Set by the base image ${code(base)}.`,
  buildArg: (name) => `Given with ${code(`--build-arg ${name}`)}.`,
  predefined: 'Known to every RUN without an ARG line, when it is given for the build.',
  platform: (name) => `The builder sets it. FROM can use it at once; a stage must say ${code(`ARG ${name}`)} first.`,
  shell: 'A variable of the shell, replaced while the command runs: the builder does not touch it.',
  envOverArg: 'An ENV of the same name wins over the ARG, and over `--build-arg`.',
  atRun: (name) => `When a container starts, ${code(`docker run -e ${name}=…`)} sets another value.`,
  noArg: (name) => `The Dockerfile has no ${code(`ARG ${name}`)}: the value goes nowhere.`,
  unused: 'The Dockerfile does not use it.',
  modifiers: {
    ':-': 'The word after `:-` is used where the variable is unset or empty.',
    '-': 'The word after `-` is used where the variable is unset.',
    ':+': 'The word after `:+` is used where the variable is set and not empty; else nothing.',
    '+': 'The word after `+` is used where the variable is set; else nothing.',
    ':?': 'The build stops with the word after `:?` where the variable is unset or empty.',
    '?': 'The build stops with the word after `?` where the variable is unset.',
    '#': 'The shortest match of the pattern is cut off at the front.',
    '##': 'The longest match of the pattern is cut off at the front.',
    '%': 'The shortest match of the pattern is cut off at the end.',
    '%%': 'The longest match of the pattern is cut off at the end.',
    '/': 'The first match of the pattern is replaced.',
    '//': 'All matches of the pattern are replaced.',
  },
};

export const workdir: Reference['workdir'] = {
  resolved: (path) => `Working directory from here on: ${code(path)}`,
  relative: (written, base) => `${code(written)} is relative, so it is joined to ${code(base)}.`,
  unknownBase: (written) =>
    `${code(written)} is relative to the directory that the base image sets, which is not known here. Begin with \`/\`.`,
  initial: 'Without a WORKDIR it is what the base image sets, `/` if it sets none.',
  created: 'It is created where it does not exist.',
};

export const stage: Reference['stage'] = {
  declared: (name, index) => `Build stage ${code(name)}, number ${index}.`,
  unnamed: (index) => `Build stage number ${index}, without a name. \`AS name\` gives it one.`,
  use: (name, index) => `The build stage ${code(name)} of this file, number ${index}.`,
  final: 'The last stage: it becomes the image, unless `--target` names another.',
  intermediate: 'Only what is copied out of it (`COPY --from`) or built on it (`FROM`) reaches the final image.',
  unused: 'No other stage uses it: BuildKit skips it unless `--target` names it.',
  target: (name) => `Build it alone: ${code(`docker build --target ${name} .`)}`,
  builtOn: (base) => `Built on ${code(base)}.`,
  usedIn: (lines) => `Used in line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}.`,
  takesFrom: (names) => `Takes files from ${names.map(code).join(', ')}.`,
  noTarget: (name, stages) =>
    `**The Dockerfile has no stage ${code(name)}**: the build fails. ${stages.length === 0 ? 'None of its stages has a name.' : `Its stages: ${stages.map(code).join(', ')}.`}`,
};

export const user: Reference['user'] = {
  root: 'root may do everything inside the container. If the program is broken into, so may the intruder: end with another USER.',
  named: (name) => `${code(name)} must exist in the image’s \`/etc/passwd\` when it is used.`,
  numeric: (id) => `User number ${code(id)}; it needs no entry in \`/etc/passwd\`. Kubernetes can check numbers only.`,
  group: (group) => `Group ${code(group)}, and no other group of the user.`,
  inForce: (name) => `User in force here: ${code(name)}`,
};

export const shell: Reference['shell'] = {
  inForce: (words) => `Run by ${code(words.join(' '))}.`,
  byDefaultLinux: 'The default command processor of Linux images: the shell `/bin/sh`.',
  byDefaultWindows: 'The default command processor of Windows images: `cmd`.',
  byInstruction: (line) => `Set by SHELL in line ${line}.`,
  execForm: 'JSON form: the program is started directly, without a shell. So `$NAME`, `&&`, `>` and `*` mean nothing.',
  shellForm: 'Shell form: the shell replaces `$NAME` and knows `&&`, `|`, `>` and `*`.',
  errexit: 'Here `set -e` is in force: the script ends at the first command that fails.',
  pipefail: 'Here `pipefail` is in force: the pipe fails when any of its commands fails.',
};

export const copy: Reference['copy'] = {
  source: (path) => `${code(path)} in the build context, the folder given to \`docker build\`.`,
  everything: 'The whole build context, without what `.dockerignore` names.',
  remote: 'Downloaded during the build.',
  git: 'A Git repository, cloned during the build.',
  archive: 'A local tar archive: ADD unpacks it into the destination. COPY does not.',
  destination: (path) => `Destination in the image: ${code(path)}`,
  fromStage: (name) => `Copied from the build stage ${code(name)}.`,
  fromImage: (name) => `Copied from the image ${code(name)}.`,
  fromContext: 'Copied from the build context.',
  matches: (count, size) =>
    `Matches ${count === 1 ? '1 file' : `${count} files`}${size === undefined ? '' : `, ${size}`}.`,
  matchesNone: 'Matches nothing in the build context: the build would fail.',
  patternMatchesNone: 'Matches nothing in the build context: nothing is copied, and the build goes on.',
  ignored: (pattern, line, file) => `Left out by ${code(pattern)} in line ${line} of ${code(file)}.`,
  partIgnored: (paths, more, pattern, line, file) =>
    `${paths.map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}: left out by ${code(pattern)} in line ${line} of ${code(file)}.`,
};

export const heredoc: Reference['heredoc'] = {
  run: (name) =>
    `Script up to the line ${code(name)}. Only its last command’s exit code counts: begin with \`set -e\`.`,
  copy: (name) => `Content of a new file, up to the line ${code(name)}.`,
  quoted: 'The name is in quotes: `$NAME` stays as it is.',
  expanded: '`$NAME` is replaced: by the builder in COPY and ADD, by the shell in RUN.',
  tabs: '`<<-` takes off the tabs at the lines’ beginning.',
  interpreter: (program) => `Run by ${code(program)}.`,
};

export const volume: Reference['volume'] = (path) =>
  `Data in ${code(path)} outlives the container only in a volume: ${code(`docker run -v data:${path} <image>`)}`;
