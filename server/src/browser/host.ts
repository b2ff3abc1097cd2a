import type { Host } from '../lsp/host';

/** A worker has a clock, but no files: the client is asked for those. */
export const browserHost: Host = {
  reads: () => false,
  readFile: () => undefined,
  readFolder: () => undefined,
  readPage: () => undefined,
  fetch: (url, init) => fetch(url, init),
  today() {
    const now = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  userConfigurations: [],
};
