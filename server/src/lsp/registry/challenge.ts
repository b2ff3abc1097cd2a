/** Where a token is to be asked for, and for what. */
export interface Challenge {
  readonly realm: string;
  readonly service: string | undefined;
  readonly scope: string | undefined;
}

/**
 * What a `WWW-Authenticate` header asks for; undefined for another scheme than Bearer: nothing but a token for anybody is
 * ever asked for. https://distribution.github.io/distribution/spec/auth/token/
 */
export function challengeOf(header: string | undefined): Challenge | undefined {
  if (header === undefined || !/^bearer\s/i.test(header)) return undefined;
  const values = new Map(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!.toLowerCase(), value!]),
  );
  const realm = values.get('realm');
  return realm === undefined ? undefined : { realm, service: values.get('service'), scope: values.get('scope') };
}

/**
 * The URL of a challenge's token; undefined where it is none that may be asked: a registry on the web does not send us to a
 * service without encryption.
 * @param plain whether the registry itself is asked without encryption
 */
export function tokenUrl({ realm, service, scope }: Challenge, plain: boolean): string | undefined {
  if (!URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:')) return undefined;
  if (service !== undefined) url.searchParams.set('service', service);
  if (scope !== undefined) url.searchParams.set('scope', scope);
  return url.href;
}

/** The next page's URL of a `Link` header (RFC 8288); undefined where there is none, or none of the same server. */
export function nextPage(header: string | undefined, url: string): string | undefined {
  const target = header === undefined ? undefined : /<([^<>]*)>\s*;\s*rel="?next"?/.exec(header)?.[1];
  if (target === undefined || !URL.canParse(target, url)) return undefined;
  const next = new URL(target, url);
  return next.origin === new URL(url).origin && next.href !== url ? next.href : undefined;
}
