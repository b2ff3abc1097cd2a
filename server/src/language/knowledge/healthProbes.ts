/**
 * How a container's own health is asked: what the images bring to ask with, and where servers answer untold. Sources: the
 * manual pages and reference documentation of the programs; Docker's official images for what is in them.
 */

/** Servers that speak HTTP, by the title that `serving.ts` gives them, with the port that they listen on untold. */
export const defaultPorts: Readonly<Record<string, number>> = {
  'Django runserver': 8000,
  'flask run': 5000,
  Gunicorn: 8000,
  Uvicorn: 8000,
  'gunicorn --reload': 8000,
  'uvicorn --reload': 8000,
  Hypercorn: 8000,
  Daphne: 8000,
  Waitress: 8080,
  'fastapi dev': 8000,
  FastAPI: 8000,
  Streamlit: 8501,
  'rails server': 3000,
  rackup: 9292,
  Puma: 9292,
  'Next.js': 3000,
  'next dev': 3000,
  'nuxt dev': 3000,
  'jekyll serve': 4000,
  'hugo server': 1313,
  'mkdocs serve': 8000,
  'php artisan serve': 8000,
};

/** Paths that a server answers with its health: by its title. All others are asked for `/`. */
export const healthPaths: Readonly<Record<string, string>> = {
  // https://docs.streamlit.io/deploy/tutorials/docker
  Streamlit: '/_stcore/health',
};

/** Servers that speak a protocol of their own come with a program that asks them; by the server's program. */
export const ownProbes: Readonly<Record<string, readonly string[]>> = {
  'redis-server': ['redis-cli', 'ping'],
  'valkey-server': ['valkey-cli', 'ping'],
  postgres: ['pg_isready'],
  mysqld: ['mysqladmin', 'ping'],
};

/** Languages that ask an URL by themselves, by the image's name; the program ends with 0 where the answer is good. */
export const languageProbes: Readonly<Record<string, (url: string) => readonly string[]>> = {
  python: (url) => ['python', '-c', `import urllib.request; urllib.request.urlopen('${url}', timeout=3)`],
  // fetch came with Node.js 18
  node: (url) => [
    'node',
    '-e',
    `fetch('${url}').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`,
  ],
  ruby: (url) => ['ruby', '-rnet/http', '-e', `exit Net::HTTP.get_response(URI('${url}')).code.to_i < 400`],
};

/** Programs that ask an URL, in the order in which they are taken. */
export const urlProbes: Readonly<Record<string, (url: string) => readonly string[]>> = {
  curl: (url) => ['curl', '-fsS', '-o', '/dev/null', url],
  wget: (url) => ['wget', '-q', '-O', '/dev/null', url],
};
