import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer } from '../lsp/server';
import { nodeHost } from './host';

/** Serves a client over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export const serve = (): void => createServer(createConnection(ProposedFeatures.all), nodeHost);
