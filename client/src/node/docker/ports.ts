/** Which port of this computer to publish a container's port on. */
import { createServer } from 'node:net';

/** The only address that Slipway publishes on. */
export const LOOPBACK = '127.0.0.1';

/** Ports on which something else than HTTP is spoken: no browser is offered for them. */
const NOT_HTTP = new Set([
  21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 3306, 4222, 5432, 5672, 6379,
  6432, 7687, 9042, 9092, 11211, 27017, 50000,
]);

/** Whether a browser may well understand what a published port says. */
export function looksLikeHttp(port: { readonly container: number; readonly protocol: string }): boolean {
  return port.protocol === 'tcp' && !NOT_HTTP.has(port.container);
}

/** The scheme to open a published port with. */
export function httpScheme(container: number): 'http' | 'https' {
  return container === 443 || container === 8443 ? 'https' : 'http';
}

/** A whole number from 1 to 65535, or undefined. */
export function parsePort(text: string): number | undefined {
  const trimmed = text.trim();
  const port = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

/**
 * The wanted port if it is free and not taken by another mapping of this run; of a port below 1024, which this process
 * may not be allowed to try, also the same plus 8000 (80 gives 8080); else one that the system says is free.
 */
export async function proposePort(
  wanted: number,
  taken: ReadonlySet<number>,
  listen: (port: number) => Promise<number | undefined> = tryListen,
): Promise<number | undefined> {
  for (const candidate of wanted < 1024 ? [wanted, 8000 + wanted] : [wanted]) {
    if (!taken.has(candidate) && (await listen(candidate)) === candidate) {
      return candidate;
    }
  }
  // the system may hand out a number that was promised to another mapping but is not bound yet
  for (let attempt = 0; attempt < 20; attempt++) {
    const free = await listen(0);
    if (free === undefined || !taken.has(free)) {
      return free;
    }
  }
  return undefined;
}

/** Listens on the loopback address for a moment: the port that was had (any for 0), undefined if it is in use. */
export function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.unref();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
