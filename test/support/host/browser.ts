// A headless Chromium on the workbench, and what the web worker extension host needs around it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/host/chromium';

/** Starts a headless Chromium that asks nothing of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: install it, or name it in CHROMIUM');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A file server on loopback. */
export interface Folders {
  readonly authority: string;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves folders with CORS, from which the web worker extension host loads extensions: `mounts` maps a URL prefix to a
 * folder, the first that fits wins. Nothing outside the folders is served.
 */
export async function serveFolders(mounts: Readonly<Record<string, string>>): Promise<Folders> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
    const mount = Object.entries(mounts).find(([prefix]) => path.startsWith(`${prefix}/`));
    const file = mount && normalize(join(mount[1], path.slice(mount[0].length)));
    if (mount && file?.startsWith(normalize(mount[1] + sep))) {
      const body = await readFile(file).catch(() => undefined);
      if (body) {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
        return;
      }
    }
    response.writeHead(404, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authority: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Adds `options` to the developmentOptions in the page's workbench configuration, and `rest` beside them, before the
 * workbench reads it. Not by rewriting the response: Chromium's local network access check then cuts the page off
 * from 127.0.0.1.
 */
export async function addDevelopmentOptions(
  page: Page,
  options: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await page.addInitScript(
    ([development, others]) => {
      const observer = new MutationObserver(() => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta?.dataset.settings) return;
        observer.disconnect();
        const config = JSON.parse(meta.dataset.settings);
        config.developmentOptions = { ...config.developmentOptions, ...development };
        Object.assign(config, others);
        meta.dataset.settings = JSON.stringify(config);
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [options, rest] as const,
  );
}
