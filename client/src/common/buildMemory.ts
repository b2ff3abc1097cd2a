/** How each Dockerfile is to be built by the user's own choice, and how it was built last: kept in the workspace's own storage. */
import type { Memento } from 'vscode';
import type { RememberedBuild, RememberedBuilds } from '../../../server/src/lsp/protocol';

const KEY = 'builds';
/** So many Dockerfiles are remembered. */
const MOST = 100;

export class BuildMemory {
  constructor(private readonly state: Memento) {}

  /** All that is remembered, by the URI of the Dockerfile, newest first. */
  get all(): RememberedBuilds {
    return this.state.get<RememberedBuilds>(KEY, {});
  }

  /** Remembers a part of what there is to a Dockerfile; `undefined` forgets that part. */
  async remember(uri: string, part: { readonly [K in keyof RememberedBuild]: RememberedBuild[K] | undefined }) {
    const { [uri]: before, ...others } = this.all;
    const { choice, last } = { ...before, ...part };
    const now: RememberedBuild = { ...(choice && { choice }), ...(last && { last }) };
    await this.state.update(KEY, Object.fromEntries([[uri, now], ...Object.entries(others)].slice(0, MOST)));
  }
}
