// Runs the built program once as an editor would, so that it leaves what V8 compiled beside its bundle: see boot/load.ts.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';

/** What most Dockerfiles hold: what it makes run is what will be in the cache. */
const text = `# syntax=docker/dockerfile:1
ARG VERSION=3.20
FROM alpine:\${VERSION} AS build
MAINTAINER somebody
ENV APP_HOME=/srv NAME="a b" OLD value
WORKDIR app
RUN --mount=type=cache,target=/root/.cache apk add curl \\
    # why
    git && cd /srv && make | tee log; echo "$APP_HOME" > /tmp/x
COPY --chown=1:1 a b ./
ADD https://example.com/x.tar.gz /
FROM ubuntu
RUN apt-get update && apt-get install -y python3-pip && pip install x
COPY --from=build ["/a", "/b"]
LABEL a=b c="$D"
EXPOSE 80/tcp
USER root
HEALTHCHECK --interval=5s CMD curl http://localhost/
VOLUME /data
RUN <<EOF
echo hello
EOF
ENTRYPOINT python3 app.py
CMD ["--port", "80"]
`;

/** Leaves dist/slipway.js.cache for Node 20; newer Node keeps a cache of its own. Rejects where the program does not run. */
export async function writeCodeCache(root) {
  const odd = /[^\x00-\x7f]/.exec(readFileSync(join(root, 'dist/slipway.js'), 'utf8'));
  // esbuild escapes what is in strings, and leaves regular expressions alone
  if (odd) throw new Error(`dist/slipway.js must be ASCII, and has ${JSON.stringify(odd[0])} in a regular expression`);
  rmSync(join(root, 'dist/slipway.js.cache'), { force: true });
  if (nodeModule.enableCompileCache) return;
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, SLIPWAY_WRITE_CODE_CACHE: '1' },
  });
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const uri = 'file:///Dockerfile';
  const document = { textDocument: { uri } };
  const steps = [
    {
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
    },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text } } },
    { id: 2, method: 'textDocument/diagnostic', params: document },
    { id: 3, method: 'shutdown' },
  ];
  let seen = '';
  child.stdout.on('data', (chunk) => {
    seen += chunk;
    if (/"id":3,"result"/.test(seen)) send({ method: 'exit' });
  });
  const code = new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  for (const step of steps) send(step);
  if ((await code) !== 0) throw new Error(`the language server ended with ${await code}`);
}
