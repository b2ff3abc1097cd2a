/** What the server takes from the protocol's library where it runs on Node: see ../lsp/library.ts. */
export { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
