import type { ReferenceLanguage } from './reference/types';

/** Lines of a `.dockerignore` under one heading. */
export interface IgnoreSection {
  readonly heading: Readonly<Record<ReferenceLanguage, string>>;
  /** It is meant where the folder holds one of these; a name with `*` in front stands for any with that ending. Empty: always. */
  readonly files: readonly string[];
  readonly lines: readonly string[];
}

/**
 * What is better not sent to the builder, in the order of a file.
 * Sources: https://docs.docker.com/build/concepts/context/#dockerignore-files, and what each tool leaves behind by its own
 * documentation (github.com/github/gitignore names the same).
 */
export const ignoreSections: readonly IgnoreSection[] = [
  {
    heading: { en: 'Version control and editors', ko: '버전 관리와 편집기' },
    files: [],
    lines: ['.git', '.gitignore', '.gitattributes', '.vscode', '.idea', '**/.DS_Store'],
  },
  {
    heading: { en: 'What builds the image, and is not in it', ko: '이미지를 만드는 데 쓰고 이미지에는 넣지 않는 파일' },
    files: [],
    lines: ['.dockerignore', '**/Dockerfile*', '**/Containerfile*', '**/compose*.y*ml', '**/docker-compose*.y*ml'],
  },
  {
    heading: { en: 'Secrets: they would stay in the image', ko: '비밀 값: 이미지에 남아요' },
    files: [],
    lines: ['**/.env', '**/.env.*', '!**/.env.example', '**/*.pem', '**/*.key'],
  },
  {
    heading: { en: 'Node.js', ko: 'Node.js' },
    files: ['package.json'],
    lines: ['**/node_modules', '**/npm-debug.log*', '**/.npm', '**/coverage'],
  },
  {
    heading: { en: 'Python', ko: 'Python' },
    files: ['requirements.txt', 'pyproject.toml', 'manage.py', 'setup.py'],
    lines: [
      '**/__pycache__',
      '**/*.py[cod]',
      '**/.venv',
      '**/venv',
      '**/.pytest_cache',
      '**/.mypy_cache',
      '**/*.egg-info',
    ],
  },
  { heading: { en: 'Go', ko: 'Go' }, files: ['go.mod'], lines: ['bin', '**/*.test', '**/*.out'] },
  { heading: { en: 'Rust', ko: 'Rust' }, files: ['Cargo.toml'], lines: ['target'] },
  { heading: { en: 'Java', ko: 'Java' }, files: ['pom.xml'], lines: ['**/target', '**/*.class'] },
  {
    heading: { en: 'Gradle', ko: 'Gradle' },
    files: ['*.gradle', '*.gradle.kts'],
    lines: ['**/build', '**/.gradle', '**/*.class'],
  },
  {
    heading: { en: '.NET', ko: '.NET' },
    files: ['*.csproj', '*.sln', '*.fsproj'],
    lines: ['**/bin', '**/obj', '**/.vs'],
  },
  { heading: { en: 'Ruby', ko: 'Ruby' }, files: ['Gemfile'], lines: ['.bundle', 'vendor/bundle', 'log', 'tmp'] },
  { heading: { en: 'PHP', ko: 'PHP' }, files: ['composer.json'], lines: ['vendor'] },
];
