// Runs the built program once as an editor would, so that it leaves what V8 compiled beside its bundle: see boot/load.ts.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What most Dockerfiles hold: what it makes run is what will be in the cache. */
const text = `# syntax=docker/dockerfile:1
ARG VERSION=3.20
FROM alpine:\${VERSION} AS build
MAINTAINER somebody <somebody@example.com>
ENV APP_HOME=/srv NAME="a b" OLD value
ENV NODE_ENV production
WORKDIR app
RUN --mount=type=cache,target=/root/.cache apk add curl \\
    # why
    git && cd /srv && make | tee log; echo "$APP_HOME" > /tmp/x
COPY --chown=1:1 a b ./
ADD https://example.com/x.tar.gz /
RUN npm ci --production && npm run build && mv node_modules ../
RUN git clone https://github.com/somebody/app.git && cd app/ && pip3 install -r requirements.txt

FROM ubuntu:14.04
#Install
RUN sudo apt-get -y update
RUN apt-get update && apt-get install -y python3-pip build-essential && pip install --upgrade pip && rm -rf /var/lib/apt/lists/*
RUN set -eux; if [ ! -f /etc/x ]; then useradd -m -s /bin/bash app; fi; \\
    curl -fsSL "https://example.com/app-\${VERSION}.tar.gz" | tar -xz -C /opt && chmod +x /opt/run.sh
COPY --from=build ["/a", "/b"]
COPY package.json package-lock.json* ./
LABEL a=b c="$D"
EXPOSE 80/tcp 443
USER root
HEALTHCHECK --interval=5s CMD curl http://localhost/ || exit 1
VOLUME /data
RUN <<EOF
echo hello
EOF
ENTRYPOINT python3 app.py
CMD ["--port", "80"]
`;

/** What editors can, as far as it decides what the server does before its first answer. */
const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
    },
    rename: { prepareSupport: true },
  },
};

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
  const folder = pathToFileURL(root).href;
  const uri = `${folder}/none/Dockerfile`;
  const document = { textDocument: { uri } };
  const workspaceFolders = [{ uri: folder, name: 'root' }];
  const steps = [
    {
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: folder, capabilities, workspaceFolders },
    },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text } } },
    { id: 2, method: 'textDocument/diagnostic', params: document },
  ];
  let unread = '';
  child.stdout.setEncoding('latin1').on('data', (chunk) => {
    unread += chunk;
    for (let at = unread.indexOf('\r\n\r\n'); at >= 0; at = unread.indexOf('\r\n\r\n')) {
      const end = at + 4 + Number(/content-length: (\d+)/i.exec(unread)[1]);
      if (unread.length < end) return;
      const { id, method } = JSON.parse(unread.slice(at + 4, end));
      unread = unread.slice(end);
      // nothing is set anywhere
      if (method && id !== undefined) send({ id, result: method === 'workspace/configuration' ? [null] : null });
      else if (id === 2) send({ id: 3, method: 'shutdown' });
      else if (id === 3) send({ method: 'exit' });
    }
  });
  const code = new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  for (const step of steps) send(step);
  if ((await code) !== 0) throw new Error(`the language server ended with ${await code}`);
}
