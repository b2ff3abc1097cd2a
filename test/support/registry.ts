// A registry on loopback as the distribution specification has it: tokens, pages, manifests; and Docker Hub's search.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { News } from './news';

export interface RegistryOptions {
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  /** Digests by `repository:tag`. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Manifests by `repository:tag`, and configurations by `repository@digest`. */
  readonly contents?: Readonly<Record<string, unknown>>;
  /** Answers of Docker Hub's search, whatever is searched for. */
  readonly found?: readonly unknown[];
  /** True: every request but that for a token wants one. */
  readonly tokens?: boolean;
  /** So many names are on a page. */
  readonly page?: number;
  /** Answers with that instead of anything else. */
  readonly fails?: (url: URL) => { readonly status: number; readonly body?: string } | undefined;
}

/** A running registry, and what it was asked. */
export class FakeRegistry {
  readonly requests: string[] = [];
  private readonly held: (() => void)[] = [];
  private readonly news = new News();
  /** While true, lists are answered by {@link release} only. */
  holds = false;
  /** How many requests the client gave up. */
  abandoned = 0;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly host: string,
  ) {}

  static async start(options: RegistryOptions): Promise<FakeRegistry> {
    let registry: FakeRegistry | undefined;
    const server = createServer((request, response) => registry?.answer(request, response, options));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    registry = new FakeRegistry(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    return registry;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  release(): void {
    this.holds = false;
    for (const go of this.held.splice(0)) go();
  }

  /** Waits until a condition holds, looking again at each request and whenever one is given up. */
  until(holds: () => boolean): Promise<void> {
    return this.news.until(holds);
  }

  private answer(request: IncomingMessage, response: ServerResponse, options: RegistryOptions): void {
    const url = new URL(request.url!, `http://${this.host}`);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    response.on('close', () => {
      if (!response.writableEnded) this.abandoned++;
      this.news.told();
    });
    this.news.told();
    const go = () => {
      const { status, headers = {}, body = '{"errors":[]}' } = replyTo(url, request.headers.authorization, options);
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
    };
    if (this.holds && url.pathname !== '/token') this.held.push(go);
    else go();
  }
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function replyTo(
  url: URL,
  authorization: string | undefined,
  { tags = {}, digests = {}, contents = {}, found = [], tokens = false, page = 1000, fails }: RegistryOptions,
): Reply {
  const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
    status: 200,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
  const failure = fails?.(url);
  if (failure) return failure;
  if (url.pathname === '/token') return json({ token: `for ${url.searchParams.get('scope')}`, expires_in: 300 });
  if (url.pathname === '/v2/search/repositories/') return json({ results: found });
  const [, repository, rest] = /^\/v2\/(.+?)\/(tags\/list|(?:manifests|blobs)\/.+)$/.exec(url.pathname) ?? [];
  const scope = `repository:${repository}:pull`;
  if (tokens && authorization !== `Bearer for ${scope}`) {
    const challenge = `Bearer realm="http://${url.host}/token",service="fake",scope="${scope}"`;
    return { status: 401, headers: { 'WWW-Authenticate': challenge } };
  }
  const paged = (names: readonly string[], member: string): Reply => {
    const start = names.indexOf(url.searchParams.get('last') ?? '') + 1;
    const part = names.slice(start, start + page);
    const next = `<${url.pathname}?n=${page}&last=${part.at(-1)}>; rel="next"`;
    return json({ [member]: part }, start + page < names.length ? { Link: next } : {});
  };
  if (url.pathname === '/v2/_catalog') return paged(Object.keys(tags), 'repositories');
  const content = contents[`${repository}${rest?.replace(/^manifests\//, ':').replace(/^blobs\//, '@')}`];
  if (content !== undefined) return json(content);
  const known = repository === undefined ? undefined : tags[repository];
  if (!known || !rest) return { status: 404 };
  if (rest === 'tags/list') return paged(known, 'tags');
  const digest = digests[`${repository}:${rest.slice('manifests/'.length)}`];
  return digest ? { status: 200, headers: { 'Docker-Content-Digest': digest } } : { status: 404 };
}
