/** Source of the facts: https://docs.docker.com/reference/dockerfile/ (July 2026), the section of each keyword. */
import type { Reference } from '../types';

export const instructions: Reference['instructions'] = {
  FROM: {
    summary:
      'Starts a build stage from a base image. The image brings the operating system’s files (shell, libraries, package manager) on which everything below builds.',
    when: '**Build time**: the base image is fetched when the image is built.',
    concept:
      'An image is one package that holds an app, its environment and the files of an OS. Any number of containers can be started from one image, on any machine that has a container engine.',
    example: 'FROM python:3.13-slim AS build',
    pitfall:
      'No tag means `latest`, which is another image next month. Write a version (`python:3.13-slim`), or a digest where builds must be repeatable, and move on before the OS release is past its end of life.',
  },
  RUN: {
    summary:
      'Executes a command in a temporary container and keeps the changed files as a new layer of the image. The shell form goes through the OS’s command processor: `/bin/sh -c` on Linux, `cmd /S /C` on Windows.',
    when: '**Build time**: it runs once, when the image is built, never when a container starts.',
    example:
      'RUN apt-get update \\\n && apt-get install -y --no-install-recommends curl \\\n && rm -rf /var/lib/apt/lists/*',
    pitfall:
      'Each RUN is a layer of its own: a file deleted in a later RUN still takes space, and `cd` or `export` do not reach the next one. Join what belongs together with `&&`, and use WORKDIR and ENV.',
  },
  CMD: {
    summary:
      'Sets the command that a container runs when it starts. `docker run image other-command` replaces it; with an ENTRYPOINT it gives that one’s default arguments.',
    when: '**Run time**: nothing is executed during the build; the command runs each time a container starts.',
    concept:
      'A container lives as long as its main process. Run one kind of process a container, in the foreground, with its log on standard output: for more services start more containers.',
    example: 'CMD ["python3", "manage.py", "runserver", "0.0.0.0:8000"]',
    pitfall:
      'Without brackets a shell becomes process 1 and may not pass on the SIGTERM of `docker stop`, which then waits 10 seconds and kills. Use the JSON form. Only the last CMD counts.',
  },
  ENTRYPOINT: {
    summary:
      'Sets the program that a container always runs. What stands after the image’s name in `docker run`, or else CMD, is appended as its arguments.',
    when: '**Run time**: recorded during the build, executed each time a container starts.',
    example: 'ENTRYPOINT ["gunicorn"]\nCMD ["--bind", "0.0.0.0:8000", "app:app"]',
    pitfall:
      'The shell form (no brackets) ignores CMD and all arguments of `docker run`, and signals may not reach the program. A start script should end with `exec "$@"`.',
  },
  COPY: {
    summary:
      'Copies files and folders from the build context, or with `--from` from another stage or image, into the image. Nothing is downloaded and nothing unpacked.',
    when: '**Build time**: the files are taken as they are when the image is built; later changes on the host need a new build.',
    example: 'COPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
    pitfall:
      'Of a folder only the *contents* are copied. Any changed file renews the layer and all that follow: copy the list of dependencies and install them before the source. Keep secrets and `node_modules` out with `.dockerignore`.',
  },
  ADD: {
    summary:
      'Copies files of the host (from the build context) into the image; `ADD . /app/` copies all of them. Unlike COPY it also unpacks local tar archives and fetches URLs and Git repositories.',
    when: '**Build time**: the files are taken as they are when the image is built.',
    example:
      'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \\\n  https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /tmp/',
    pitfall:
      'For plain local files use COPY: ADD silently unpacks whatever turns out to be a tar archive. An archive from a URL is *not* unpacked unless you say `--unpack=true`; give it a `--checksum`.',
  },
  WORKDIR: {
    summary:
      'Sets the directory in which the RUN, CMD, ENTRYPOINT, COPY and ADD that follow work. It is created where it does not exist, so no `mkdir` is needed before.',
    when: '**Build time and run time**: in force for the steps below, and the directory in which the container starts.',
    example: 'WORKDIR /app',
    pitfall:
      'A relative path is joined to the WORKDIR before it, or to what the base image happens to set. Begin with `/`. It is made as the user in force, which is root until USER: `chown` it, or write WORKDIR after USER, where the app must write.',
  },
  ENV: {
    summary: 'Sets environment variables, for the steps below and for every container of the image.',
    when: '**Build time and run time**: in force from the next line on, and in the container.',
    concept:
      'Settings come from the environment when a container starts: `docker run -e MYSQL_PASS=… image` overrides the value written here. So one image adapts to development, test and production.',
    example: 'ENV NODE_ENV=production \\\n    PORT=8080',
    pitfall:
      'The value stays readable in the image (`docker inspect`), and `unset` in a later RUN does not remove it. Never put a password here: give it with `docker run -e` or, for the build, with `RUN --mount=type=secret`. For build-only values use ARG.',
  },
  ARG: {
    summary:
      'Declares a variable that `docker build --build-arg NAME=value` may set, with an optional default. RUN sees it as an environment variable.',
    when: '**Build time**: containers do not have it. What must reach the container goes through ENV.',
    example: 'ARG VERSION=1.2.3\nRUN curl -fsSLO https://example.com/tool-${VERSION}.tar.gz',
    pitfall:
      'An ARG before the first FROM serves FROM lines only: repeat `ARG NAME` inside the stage to use it there. It is no place for secrets: values show up in `docker history`. An ENV of the same name wins.',
  },
  EXPOSE: {
    summary:
      'Notes the port on which the container’s program listens. The port of the host is another number; the two are joined when the container is run: `docker run -p host:container`.',
    when: '**Build time**: a note in the image. It opens nothing; publishing happens at run time.',
    example: 'EXPOSE 8000',
    pitfall:
      'EXPOSE alone makes nothing reachable: add `-p 8080:8000`, or `-P` for random host ports. And the program must listen on `0.0.0.0`, not on `127.0.0.1`, which is the container’s own loopback.',
  },
  VOLUME: {
    summary:
      'Marks directories whose data lives outside the container’s own layer. Without a volume given at `docker run`, an anonymous one is made for each container.',
    when: '**Run time**: recorded during the build; the volume is mounted when a container starts.',
    concept:
      'What a container writes is gone when it is removed. Data that must stay needs storage outside: a named volume (`docker run -v data:/var/lib/mysql`), a host folder, or an object store like S3.',
    example: 'VOLUME ["/var/lib/postgresql/data"]',
    pitfall:
      'Anonymous volumes pile up and are hard to find again. Name one at run time. A host folder cannot be named here. With the classic builder, changes made below this line are lost (BuildKit keeps them).',
  },
  USER: {
    summary: 'Sets the user, and optionally the group, for the RUN steps below and for the container’s process.',
    when: '**Build time and run time**: in force for the steps below, and the user of ENTRYPOINT and CMD.',
    example: 'RUN useradd --system --uid 10001 app\nUSER app',
    pitfall:
      'A user given by name must exist: create it with RUN before. COPY and ADD still write as root: use `--chown`. Kubernetes’ `runAsNonRoot` can only check a numeric user (`USER 10001`).',
  },
  LABEL: {
    summary: 'Adds key-value notes to the image: source repository, version, licence, contact.',
    when: '**Build time**: metadata only; nothing runs, in the build or in the container.',
    example:
      'LABEL org.opencontainers.image.source="https://github.com/me/app" \\\n      org.opencontainers.image.version="1.2.3"',
    pitfall:
      'Quote values that have blanks, with double quotes: in single quotes `$VERSION` stays as it is. A label that changes at each build (date, commit) belongs at the end, or it renews every layer below.',
  },
  MAINTAINER: {
    summary: 'Sets the image’s author field. Deprecated: a label says it better.',
    when: '**Build time**: metadata only.',
    example: 'MAINTAINER Jane Doe <jane@example.com>',
    pitfall: 'Write `LABEL org.opencontainers.image.authors="…"` instead; tools read that one.',
  },
  HEALTHCHECK: {
    summary:
      'Tells the engine how to find out whether a running container still does its work: exit code 0 is healthy, 1 is not. `HEALTHCHECK NONE` switches off the base image’s check.',
    when: '**Run time**: the command runs again and again *inside* the running container.',
    concept:
      'Who runs many containers leaves them to an orchestrator (Kubernetes, Swarm): it places them on servers (scheduling), treats many servers as one (clustering), makes copies, replaces broken ones and exposes them. For that it must know which are well.',
    example: 'HEALTHCHECK --interval=30s --timeout=3s \\\n  CMD curl -fsS http://localhost:8000/ || exit 1',
    pitfall:
      'The tool must be in the image: slim and Alpine images have no curl. Docker alone only marks a container unhealthy and does not restart it. Kubernetes ignores HEALTHCHECK: it has probes of its own.',
  },
  ONBUILD: {
    summary: 'Stores an instruction that runs later: when *another* image is built `FROM` this one.',
    when: '**Build time of the child image**: nothing happens in this build; right after the child’s FROM it runs as if written there.',
    example: 'ONBUILD COPY . /app',
    pitfall:
      'Who writes the child’s FROM does not see it coming, so name such images clearly (`myapp:1-onbuild`). It is not inherited by grandchildren, and may hold neither FROM, MAINTAINER nor another ONBUILD.',
  },
  SHELL: {
    summary:
      'Sets the command processor for the shell form of RUN, CMD and ENTRYPOINT below. By default `["/bin/sh", "-c"]` on Linux and `["cmd", "/S", "/C"]` on Windows. JSON form only.',
    when: '**Build time**: it decides how the lines below are run, and is written into a shell-form CMD or ENTRYPOINT for run time.',
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    pitfall:
      'The shell must be in the image: Alpine has no bash (`["/bin/ash", "-eo", "pipefail", "-c"]` works). Without `pipefail` a pipe such as `curl … | sh` hides that curl failed.',
  },
  STOPSIGNAL: {
    summary: 'Sets the signal by which `docker stop` asks the container’s process to end. The default is SIGTERM.',
    when: '**Run time**: recorded during the build, sent when the container is stopped.',
    example: 'STOPSIGNAL SIGQUIT',
    pitfall:
      'After 10 seconds SIGKILL follows whatever you set. If the process is started by a shell (CMD without brackets), the signal may reach the shell only. Ctrl+C sends SIGINT regardless.',
  },
};

export const directives: Reference['directives'] = {
  syntax: {
    summary:
      'Names the image with which BuildKit reads this Dockerfile. `docker/dockerfile:1` brings the newest stable syntax without a new Docker; `:1-labs` adds features still being tried.',
    when: '**Build time**, before anything else: the frontend image is fetched and reads the file.',
    pitfall:
      'It works only on the very first lines, above every comment and blank line. The builder needs access to the registry; offline builds do without it.',
  },
  escape: {
    summary:
      'Chooses the character that continues a line and escapes the next character: `\\` (default) or a backtick, which lets Windows paths such as `C:\\app` end in a backslash.',
    when: '**Build time**: it changes how all lines below are read.',
    pitfall:
      'Only these two characters are allowed, once, at the very top. With a backtick every `\\` at a line’s end no longer continues the line.',
  },
  check: {
    summary:
      'Configures the builder’s own checks: `skip=` leaves some out (or `all`), `error=true` makes warnings fail the build, `experimental=` turns on checks still being tried.',
    when: '**Build time**: read when the file is checked, in a build or by `docker build --check`.',
    pitfall:
      'Check names count by case (`JSONArgsRecommended`). With `error=true` pin the syntax version, or a check added later breaks your build. Options are parted by `;`, names by `,`.',
  },
};
