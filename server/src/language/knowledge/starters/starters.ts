/**
 * Whole Dockerfiles to begin with, by what a folder holds. In a text `{{python}}` stands for the newest supported tag of that
 * image, `{{#deps}}` for a comment of `comments.ts`, and `${1:…}` is a place to fill, as in LSP's snippets.
 *
 * Sources: the guides of https://docs.docker.com/guides/ (language by language), and each package manager's own advice on
 * containers: https://docs.astral.sh/uv/guides/integration/docker/, https://pnpm.io/docker, https://docs.npmjs.com/cli/commands/npm-ci.
 */
export interface Starter {
  readonly id: string;
  /** A proper name: the same in every language. */
  readonly title: string;
  /** The folder holds all of these; a name with `*` in front stands for any with that ending. */
  readonly files: readonly string[];
  readonly text: string;
}

const node = (install: string, lock: string, prepare = ''): string => `# syntax=docker/dockerfile:1

# {{#deps}}
FROM node:{{node}}-slim AS deps
WORKDIR /app
${prepare}COPY package.json ${lock} ./
RUN ${install}

# {{#run}}
FROM node:{{node}}-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY . .
USER node
# {{#port}}
EXPOSE \${2:3000}
CMD ["node", "\${1:server.js}"]
`;

const python = (install: string, command: string): string => `# syntax=docker/dockerfile:1

# {{#build}}
FROM python:{{python}}-slim AS build
WORKDIR /app
# {{#deps}}
${install}

# {{#run}}
FROM python:{{python}}-slim
ENV PYTHONUNBUFFERED=1 \\
    PATH="/app/.venv/bin:$PATH"
RUN useradd --create-home --no-log-init app
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY . .
USER app
# {{#port}}
EXPOSE \${2:8000}
CMD ${command}
`;

const pip = `RUN python -m venv .venv
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip .venv/bin/pip install -r requirements.txt`;
const uv = `COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --no-install-project`;
const django = '["gunicorn", "--bind", "0.0.0.0:${2:8000}", "${1:config}.wsgi"]';
const plainPython = '["python", "${1:main.py}"]';

const java = (build: string): string => `# syntax=docker/dockerfile:1

# {{#build}}
${build}

# {{#run}}
FROM eclipse-temurin:{{eclipse-temurin}}-jre
RUN useradd --create-home --no-log-init app
WORKDIR /app
COPY --from=build /app.jar ./
USER app
# {{#port}}
EXPOSE \${1:8080}
ENTRYPOINT ["java", "-jar", "app.jar"]
`;

const gradle = java(`FROM gradle:jdk{{eclipse-temurin}} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/home/gradle/.gradle/caches \\
    gradle --no-daemon bootJar && cp build/libs/*.jar /app.jar`);

/** The more a starter asks of a folder, the earlier it stands: the first that fits is the likeliest. */
export const starters: readonly Starter[] = [
  {
    id: 'node-pnpm',
    title: 'Node.js (pnpm)',
    files: ['package.json', 'pnpm-lock.yaml'],
    text: node(
      '--mount=type=cache,target=/pnpm/store pnpm install --frozen-lockfile --prod',
      'pnpm-lock.yaml',
      'ENV PNPM_HOME=/pnpm\nRUN corepack enable pnpm\n',
    ),
  },
  {
    id: 'node-yarn',
    title: 'Node.js (Yarn)',
    files: ['package.json', 'yarn.lock'],
    text: node(
      '--mount=type=cache,target=/usr/local/share/.cache/yarn yarn install --frozen-lockfile --production',
      'yarn.lock',
    ),
  },
  {
    id: 'node-npm',
    title: 'Node.js (npm)',
    files: ['package.json'],
    text: node('--mount=type=cache,target=/root/.npm npm ci --omit=dev', 'package-lock.json'),
  },
  { id: 'django-uv', title: 'Django (uv)', files: ['manage.py', 'uv.lock'], text: python(uv, django) },
  { id: 'django', title: 'Django (pip)', files: ['manage.py', 'requirements.txt'], text: python(pip, django) },
  { id: 'python-uv', title: 'Python (uv)', files: ['pyproject.toml', 'uv.lock'], text: python(uv, plainPython) },
  { id: 'python-pip', title: 'Python (pip)', files: ['requirements.txt'], text: python(pip, plainPython) },
  {
    id: 'python-project',
    title: 'Python (pyproject.toml)',
    files: ['pyproject.toml'],
    text: python(
      `RUN python -m venv .venv
COPY . .
RUN --mount=type=cache,target=/root/.cache/pip .venv/bin/pip install .`,
      '["python", "-m", "${1:app}"]',
    ),
  },
  {
    id: 'go',
    title: 'Go',
    files: ['go.mod'],
    text: `# syntax=docker/dockerfile:1

# {{#build}}
FROM golang:{{golang}} AS build
WORKDIR /src
# {{#deps}}
COPY go.* ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 go build -o /out/app \${1:.}

# {{#run}}
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/app /app
# {{#port}}
EXPOSE \${2:8080}
ENTRYPOINT ["/app"]
`,
  },
  {
    id: 'rust',
    title: 'Rust',
    files: ['Cargo.toml'],
    text: `# syntax=docker/dockerfile:1

# {{#build}}
FROM rust:1-slim AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \\
    cargo build --release --locked && cp target/release/\${1:app} /app

# {{#run}}
FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /app /app
# {{#port}}
EXPOSE \${2:8080}
ENTRYPOINT ["/app"]
`,
  },
  {
    id: 'java-maven',
    title: 'Java (Maven)',
    files: ['pom.xml'],
    text: java(`FROM maven:3-eclipse-temurin-{{eclipse-temurin}} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \\
    mvn --batch-mode package -DskipTests && cp target/*.jar /app.jar`),
  },
  {
    id: 'java-gradle',
    title: 'Java (Gradle)',
    files: ['*.gradle'],
    text: gradle,
  },
  {
    id: 'java-gradle-kotlin',
    title: 'Java (Gradle)',
    files: ['*.gradle.kts'],
    text: gradle,
  },
  {
    id: 'dotnet',
    title: '.NET',
    files: ['*.csproj'],
    text: `# syntax=docker/dockerfile:1

# {{#build}}
FROM mcr.microsoft.com/dotnet/sdk:{{mcr.microsoft.com/dotnet/sdk}} AS build
WORKDIR /src
# {{#deps}}
COPY *.csproj ./
RUN --mount=type=cache,target=/root/.nuget/packages dotnet restore
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish --no-restore -c Release -o /out

# {{#run}}
FROM mcr.microsoft.com/dotnet/aspnet:{{mcr.microsoft.com/dotnet/aspnet}}
WORKDIR /app
COPY --from=build /out ./
USER app
# {{#port}}
EXPOSE 8080
ENTRYPOINT ["dotnet", "\${1:App}.dll"]
`,
  },
  {
    id: 'ruby',
    title: 'Ruby',
    files: ['Gemfile'],
    text: `# syntax=docker/dockerfile:1

# {{#build}}
FROM ruby:{{ruby}} AS build
WORKDIR /app
# {{#deps}}
COPY Gemfile Gemfile.lock ./
RUN bundle config set --local deployment true && bundle config set --local without development:test && bundle install

# {{#run}}
FROM ruby:{{ruby}}-slim
RUN useradd --create-home --no-log-init app
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app/vendor ./vendor
COPY . .
USER app
# {{#port}}
EXPOSE \${2:3000}
CMD ["bundle", "exec", "\${1:puma}"]
`,
  },
  {
    id: 'php',
    title: 'PHP (Composer)',
    files: ['composer.json'],
    text: `# syntax=docker/dockerfile:1

# {{#deps}}
FROM composer:2 AS deps
WORKDIR /app
COPY composer.json composer.lock ./
RUN --mount=type=cache,target=/tmp/cache composer install --no-dev --no-scripts --prefer-dist --no-interaction

# {{#run}}
FROM php:{{php}}-apache
RUN sed -i 's/^Listen 80$/Listen 8080/' /etc/apache2/ports.conf
WORKDIR /var/www/html
COPY --from=deps /app/vendor ./vendor
COPY . .
USER www-data
# {{#port}}
EXPOSE 8080
`,
  },
  {
    id: 'static',
    title: 'HTML (nginx)',
    files: ['index.html'],
    text: `# {{#run}}
FROM nginxinc/nginx-unprivileged:stable-alpine
COPY . /usr/share/nginx/html/
# {{#port}}
EXPOSE 8080
`,
  },
];
