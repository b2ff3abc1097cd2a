/** What is asked of a server on the web. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The web's own `fetch`, as far as it is used: node and browsers lend theirs. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; signal: AbortSignal; credentials: 'omit' },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): Reader } | null;
}>;

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** No answer may take longer, body included. */
const limitMs = 10_000;
/** No list of tags is that long: what is longer is no answer. */
const mostBytes = 8 * 1024 * 1024;

/** One request; undefined where there is no answer in time, where it is too long, or where it is not wanted any more. */
export async function http(fetch: Fetch, url: string, request: HttpRequest): Promise<HttpAnswer | undefined> {
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limitMs)]);
    const { method, headers } = request;
    const answer = await fetch(url, { method, headers: { ...headers }, signal, credentials: 'omit' });
    const text = await textOf(answer.body?.getReader());
    if (text === undefined) return undefined;
    return { status: answer.status, header: (name) => answer.headers.get(name) ?? undefined, text };
  } catch {
    // no network, no such host, no leave to ask it from a browser, too slow
    return undefined;
  }
}

async function textOf(reader: Reader | undefined): Promise<string | undefined> {
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if (!value) continue;
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
