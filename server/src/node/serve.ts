import { Console } from 'node:console';
import type { Connection, MessageReader } from 'vscode-languageserver/node';
import { createServer } from '../lsp/server';
import { nodeHost } from './host';
import { createConnection, ProposedFeatures } from './library';
import { PieceWriter } from './writer';

/** Serves a client over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export const serve = (): void => createServer(process.argv.includes('--stdio') ? overStdio() : connection(), nodeHost);

const connection = (): Connection => createConnection(ProposedFeatures.all);

function overStdio(): Connection {
  // standard output belongs to the protocol
  globalThis.console = new Console(process.stderr);
  // a stream in the place of a reader: the library then ends with it, as it does where it finds `--stdio` itself
  const input = process.stdin as unknown as MessageReader;
  return createConnection(ProposedFeatures.all, input, new PieceWriter(process.stdout));
}
