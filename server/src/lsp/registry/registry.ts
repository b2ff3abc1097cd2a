import { type FoundRepository, fullNameOf, type ImagePlatforms, type ImageReference, versionOf } from '../../language';
import { challengeOf, nextPage, tokenUrl } from './challenge';
import { type Fetch, type HttpAnswer, http } from './http';
import { listIn, recordIn } from './json';
import { Lookups } from './lookups';
import { configOf, platformsOfConfig, platformsOfIndex } from './manifests';

/** An image's place on its registry. */
export type Repository = Pick<ImageReference, 'domain' | 'path'>;

const minute = 60_000;
/** So many pages of a thousand are read of one list. */
const mostPages = 10;
/** A search for less finds anything. */
const shortestSearch = 2;

const hub = 'docker.io';
const hubSearch = 'https://hub.docker.com/v2/search/repositories/';

/** An index first: its digest names the image for all platforms. https://github.com/opencontainers/image-spec */
const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * What registries say of images, asked as anybody: https://github.com/opencontainers/distribution-spec/blob/main/spec.md, and
 * Docker Hub's search. Answers are kept for a while; what fails gives undefined.
 */
export class Registry {
  private readonly tagLists: Lookups<readonly string[]>;
  private readonly found: Lookups<readonly FoundRepository[]>;
  private readonly made: Lookups<ImagePlatforms>;
  private readonly tokens = new Map<string, { readonly token: string; readonly until: number }>();

  /**
   * @param onTrouble called with a server's name and its status when it answers with an error
   * @param now milliseconds
   */
  constructor(
    private readonly fetch: Fetch,
    private readonly onTrouble: (server: string, status: number) => void,
    private readonly now: () => number = Date.now,
  ) {
    this.tagLists = new Lookups(50, 15 * minute, now);
    this.found = new Lookups(100, 15 * minute, now);
    // Docker Hub counts each manifest as a pull, and what an image is made for hardly ever changes
    this.made = new Lookups(200, 6 * 60 * minute, now);
  }

  /** All tags of a repository, in the registry's order. */
  tags({ domain, path }: Repository, signal: AbortSignal): Promise<readonly string[] | undefined> {
    return this.tagLists.get(`${domain}/${path}`, signal, (control) =>
      this.list(domain, `/v2/${path}/tags/list?n=1000`, 'tags', control),
    );
  }

  /** Repositories that begin with, or are about, what is typed: by Docker Hub's search, or by a registry's catalogue. */
  async repositories(
    domain: string,
    typed: string,
    signal: AbortSignal,
  ): Promise<readonly FoundRepository[] | undefined> {
    if (domain !== hub) {
      return this.found.get(domain, signal, async (control) => {
        const names = await this.list(domain, '/v2/_catalog?n=1000', 'repositories', control);
        return names?.map((name) => ({ name: `${domain}/${name}`, description: '', official: false }));
      });
    }
    if (typed.length < shortestSearch) return [];
    return this.found.get(`${hub} ${typed}`, signal, (control) => this.search(typed, control));
  }

  /** The digest that a tag points to now: it is never kept. */
  async digest({ domain, path }: Repository, tag: string, signal: AbortSignal): Promise<string | undefined> {
    const url = `${originOf(domain)}/v2/${path}/manifests/${tag}`;
    const answer = await this.ask(domain, url, { method: 'HEAD', accept: manifestTypes, signal });
    const digest = answer?.header('docker-content-digest');
    return digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
  }

  /** What an image is made for: an index says it, and the configuration of one image. */
  platforms(image: ImageReference, signal: AbortSignal): Promise<ImagePlatforms | undefined> {
    const { domain, path } = image;
    const repository = `${originOf(domain)}/v2/${path}`;
    return this.made.get(fullNameOf(image), signal, async (control) => {
      const get = async (place: string, accept: string) =>
        (await this.ask(domain, `${repository}/${place}`, { method: 'GET', accept, signal: control }))?.text;
      const manifest = await get(`manifests/${versionOf(image)}`, manifestTypes);
      if (manifest === undefined) return undefined;
      const index = platformsOfIndex(manifest);
      if (index) return index;
      const digest = configOf(manifest);
      const config = digest && (await get(`blobs/${digest}`, '*/*'));
      return config ? platformsOfConfig(config) : undefined;
    });
  }

  private async search(typed: string, signal: AbortSignal): Promise<readonly FoundRepository[] | undefined> {
    const url = `${hubSearch}?query=${encodeURIComponent(typed)}&page_size=25`;
    const answer = await this.send(url, { method: 'GET', accept: 'application/json', signal });
    const results = answer && listIn(answer.text, 'results');
    return results?.flatMap((each): FoundRepository[] => {
      const { repo_name: name, short_description: about, is_official: official } = each as Record<string, unknown>;
      if (typeof name !== 'string') return [];
      return [{ name, description: typeof about === 'string' ? about : '', official: official === true }];
    });
  }

  /** A list of names in pages. What the first pages said counts where a later one fails. */
  private async list(
    domain: string,
    path: string,
    member: string,
    signal: AbortSignal,
  ): Promise<readonly string[] | undefined> {
    let url: string | undefined = `${originOf(domain)}${path}`;
    const names: string[] = [];
    for (let page = 0; url !== undefined && page < mostPages; page++) {
      const answer = await this.ask(domain, url, { method: 'GET', accept: 'application/json', signal });
      const list = answer && listIn(answer.text, member);
      if (!answer || !list) return page === 0 ? undefined : names;
      for (const each of list) if (typeof each === 'string') names.push(each);
      url = nextPage(answer.header('link'), url);
    }
    return names;
  }

  /** A request of a registry, with the token that it wants. */
  private async ask(domain: string, url: string, request: Asked): Promise<HttpAnswer | undefined> {
    const key = url.split('?', 1)[0]!;
    const kept = this.tokens.get(key);
    const known = kept && kept.until > this.now() ? kept.token : undefined;
    let challenged: HttpAnswer | undefined;
    const answer = await this.send(url, { ...request, token: known }, (refused) => {
      challenged = refused;
    });
    if (!challenged) return answer;
    const token = await this.token(domain, key, challenged, request.signal);
    return token === undefined ? this.refused(url, 401) : this.send(url, { ...request, token });
  }

  private async token(
    domain: string,
    key: string,
    refused: HttpAnswer,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const challenge = challengeOf(refused.header('www-authenticate'));
    const url = challenge && tokenUrl(challenge, isLocal(domain));
    const answer = url && (await this.send(url, { method: 'GET', accept: 'application/json', signal }));
    const { token, access_token: other, expires_in: seconds } = answer ? recordIn(answer.text) : {};
    const given = typeof token === 'string' ? token : other;
    if (typeof given !== 'string') return undefined;
    // a token holds for a minute where nothing else is said
    const holds = typeof seconds === 'number' ? seconds * 1000 : minute;
    for (const [old, { until }] of this.tokens) if (until <= this.now()) this.tokens.delete(old);
    this.tokens.set(key, { token: given, until: this.now() + holds });
    return given;
  }

  /** An answer that is one; `onRefusal` gets one that asks for a token. */
  private async send(
    url: string,
    { method, accept, token, signal }: Asked,
    onRefusal?: (answer: HttpAnswer) => void,
  ): Promise<HttpAnswer | undefined> {
    const headers = { Accept: accept, ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
    const answer = await http(this.fetch, url, { method, headers, signal });
    if (!answer || answer.status === 200) return answer;
    if (answer.status !== 401 || !onRefusal) return this.refused(url, answer.status);
    onRefusal(answer);
    return undefined;
  }

  private refused(url: string, status: number): undefined {
    // what does not exist is no trouble: names are asked for while they are typed
    if (status !== 404) this.onTrouble(new URL(url).host, status);
  }
}

interface Asked {
  readonly method: 'GET' | 'HEAD';
  readonly accept: string;
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
}

/** True for this machine itself, whose registries speak without encryption, as the engine takes it. */
const isLocal = (domain: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(domain);

/** Where a registry is; Docker Hub's has another name than its images. */
const originOf = (domain: string): string =>
  domain === hub ? 'https://registry-1.docker.io' : `${isLocal(domain) ? 'http' : 'https'}://${domain}`;
