/** What both hosts do when they start. */
import { type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { registerCommands, sharedCommands } from './commands';
import { showContextStatus } from './contextStatus';
import { registerEmbedded } from './embedded';
import { registerRulePages } from './explain';
import { registerIgnoreFiles } from './ignoreFiles';
import { registerProjectFiles } from './projectFiles';
import { type ClientFactory, Server } from './server';
import { showStatus } from './status';

/**
 * Registers the shared commands, the rule pages, the status items and what there is in other files. The server is started with
 * the first Dockerfile, or when something is asked of it: Markdown and Compose files alone do not need it.
 */
export async function start(context: ExtensionContext, create: ClientFactory): Promise<Server> {
  const server = new Server(context, create);
  registerRulePages(context, server);
  registerCommands(context, server, sharedCommands(context, server));
  registerEmbedded(context, server);
  registerProjectFiles(context, server);
  registerIgnoreFiles(context, server);
  showStatus(context, server);
  showContextStatus(context, server);
  const isDockerfile = ({ languageId }: TextDocument) => languageId === LANGUAGE_ID;
  if (workspace.textDocuments.some(isDockerfile)) {
    await server.start();
  } else {
    const opening = workspace.onDidOpenTextDocument((document) => {
      if (!isDockerfile(document)) return;
      opening.dispose();
      void server.start();
    });
    context.subscriptions.push(opening);
  }
  return server;
}
