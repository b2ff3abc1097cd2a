/** Source: https://docs.docker.com/reference/dockerfile/ (July 2026); BuildKit's commands_runmount.go for what it refuses. */
import type { FlagTexts, MountTexts } from '../types';

const chown =
  'Owner of the copied files, as `user:group`, by name or number. Without it they belong to root (`0:0`), even after USER. Names are looked up in the image’s `/etc/passwd`, so `FROM scratch` needs numbers. Linux images only.';
const chmod =
  'Permissions of the copied files: octal (`755`) or, since 1.14, symbolic (`u=rwX,go=rX`). It saves a later `RUN chmod`, which would store the files a second time. Linux images only.';
const link =
  'Puts the files into a layer that does not depend on the layers before it: it stays cached when those change, and the base image can be swapped without a rebuild. It does not follow symlinks in the destination.';
const exclude =
  'Leaves out files that match the pattern. It may be repeated. For what should never be copied, `.dockerignore` is the better place: those files are not even sent to the builder.';

export const flags: FlagTexts = {
  FROM: {
    platform: {
      text: 'Which platform of a multi-platform image to take. Without it, the platform the build is for. `$BUILDPLATFORM` makes a stage run natively and cross-compile, much faster than emulation.',
      example: 'FROM --platform=$BUILDPLATFORM golang:1.24 AS build',
    },
  },
  RUN: {
    mount: {
      text: 'Gives this one command files that do not become part of the layer: a cache, a secret, an SSH agent, files of the context or of another stage.',
      example: 'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt',
    },
    network: {
      text: 'The network that the command sees.',
      example: 'RUN --network=none pip install --no-index --find-links=wheels app',
      values: {
        default: 'The build’s usual network; the same as no flag.',
        none: 'No network at all but its own loopback: shows that a step downloads nothing.',
        host: 'The network of the host that builds. The build must be started with `--allow network.host`.',
      },
    },
    security: {
      text: 'Whether the command runs in the builder’s sandbox.',
      example: 'RUN --security=insecure containerd --version',
      values: {
        sandbox: 'The default: no extra rights.',
        insecure:
          'Like `docker run --privileged`: full rights on the building machine’s kernel. The daemon and the build (`--allow security.insecure`) must permit it.',
      },
    },
    device: {
      text: 'Makes a CDI device, such as a GPU, available to the command. Add `,required` to fail without it. Needs BuildKit 0.20 and `--allow device`.',
      example: 'RUN --device=nvidia.com/gpu=all ./train.sh',
    },
  },
  COPY: {
    from: {
      text: 'Copies from another build stage (its name or number), from an image, or from a named context (`--build-context`), instead of the build context. Source paths then begin at that file system’s root. Variables are not replaced here: name a stage for that.',
      example: 'COPY --from=build /app/dist /usr/share/nginx/html',
    },
    chown: { text: chown, example: 'COPY --chown=app:app . /app' },
    chmod: { text: chmod, example: 'COPY --chmod=755 entrypoint.sh /usr/local/bin/' },
    link: { text: link, example: 'COPY --link --from=build /out/app /app' },
    parents: {
      text: 'Keeps the source’s folders: `a/b.txt` arrives as `a/b.txt`, not as `b.txt`. A `./` in the path marks where the kept part begins, and `**` matches any depth.',
      example: 'COPY --parents packages/*/package.json ./',
    },
    exclude: { text: exclude, example: 'COPY --exclude=*.md --exclude=tests . /app' },
  },
  ADD: {
    chown: { text: chown, example: 'ADD --chown=app:app . /app' },
    chmod: { text: chmod, example: 'ADD --chmod=755 https://example.com/tool /usr/local/bin/tool' },
    link: { text: link, example: 'ADD --link rootfs.tar.gz /' },
    exclude: { text: exclude, example: 'ADD --exclude=*.md . /app' },
    'keep-git-dir': {
      text: 'Keeps the `.git` folder of a Git repository that is added. Without it only the files arrive.',
      example: 'ADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.10.1 /buildkit',
    },
    checksum: {
      text: 'What the download must be: `sha256:…` of the file for HTTP, the commit for Git. Anything else fails the build, so a changed or forged file does not slip in.',
      example:
        'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \\\n  https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /tmp/',
    },
    unpack: {
      text: 'Whether tar archives are unpacked. Without it: local ones yes, downloaded ones no.',
      example: 'ADD --unpack=true https://example.com/tool.tar.gz /opt/tool',
    },
  },
  HEALTHCHECK: {
    interval: {
      text: 'Time between two checks, and before the first. Written as `30s`, `1m30s`; at least 1 ms.',
      example: 'HEALTHCHECK --interval=1m CMD /check.sh',
    },
    timeout: {
      text: 'How long one check may take. After it the check is killed and counts as failed.',
      example: 'HEALTHCHECK --timeout=3s CMD /check.sh',
    },
    'start-period': {
      text: 'Time the app gets to start: failures in it are not counted, the first success ends it.',
      example: 'HEALTHCHECK --start-period=40s CMD /check.sh',
    },
    'start-interval': {
      text: 'Time between checks during the start period, so that a started app is noticed early.',
      example: 'HEALTHCHECK --start-period=1m --start-interval=2s CMD /check.sh',
    },
    retries: {
      text: 'How many checks in a row must fail before the container is `unhealthy`.',
      example: 'HEALTHCHECK --retries=5 CMD /check.sh',
    },
  },
};

export const mounts: MountTexts = {
  types: {
    bind: {
      text: 'Shows files of the build context, a stage or an image for this one command, without copying them into a layer. Read-only; with `rw` writes are allowed but thrown away. This is the type when none is given.',
      example:
        'RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \\\n    pip install -r /tmp/requirements.txt',
    },
    cache: {
      text: 'A directory that the builder keeps from build to build, for downloads and compilers. It never becomes part of the image, and it may be empty at any time: the command must work without it.',
      example: 'RUN --mount=type=cache,target=/root/.npm npm ci',
    },
    tmpfs: {
      text: 'An empty directory in memory, gone after the command: for scratch files that must not reach a layer.',
      example: 'RUN --mount=type=tmpfs,target=/tmp,size=256m ./build.sh',
    },
    secret: {
      text: 'A secret as a file (`/run/secrets/<id>`) or an environment variable, for this one command. It is stored neither in the image nor in the cache. Given with `docker build --secret id=npm,src=.npmrc`.',
      example: 'RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci',
    },
    ssh: {
      text: 'The SSH agent of the person who builds, to fetch private repositories. No key gets into the image. Given with `docker build --ssh default`.',
      example: 'RUN --mount=type=ssh git clone git@github.com:me/private.git',
    },
  },
  keys: {
    type: 'Which kind of mount it is. Without it `bind`. Write it first: the keys after it are checked against it.',
    target: 'Where it appears in the build container. Also written `dst` or `destination`.',
    source: 'Which file or folder of `from` to mount. Without it the whole. Also written `src`.',
    from: 'A build stage, named context or image to take the files from. Without it: the build context for `bind`, an empty directory for `cache`. Variables are not replaced here.',
    readonly: 'The command cannot write to it. Also written `ro`.',
    readwrite: 'The command may write to it; what it writes is thrown away after it. Also written `rw`.',
    id: 'Name that tells one cache, secret or agent from another. A secret’s is the one in `docker build --secret id=…`; a cache’s is its target unless given, so the same path shares one cache.',
    sharing: 'What happens when two builds use the cache at once.',
    required: 'Fail the build when the secret or agent is not given. Without it the command runs without it.',
    mode: 'Permissions in octal, such as `0400`.',
    uid: 'Owner’s user number. Set it where the command runs as another USER, which else cannot read a secret.',
    gid: 'Owner’s group number.',
    size: 'Most that may be written to it, such as `64m` or `1g`.',
    env: 'Put the secret into this environment variable; a file is then made only where `target` is given too.',
  },
  sharing: {
    shared: 'All may write at the same time (the default): fine for npm, pip, Go.',
    private: 'Each builder that comes while another writes gets a cache of its own.',
    locked: 'The second waits until the first is done: what apt and dnf need.',
  },
};
