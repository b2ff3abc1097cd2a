/** What both hosts do when they start. */
import type { ExtensionContext } from 'vscode';
import { registerCommands, sharedCommands } from './commands';
import { registerEmbedded } from './embedded';
import { registerRulePages } from './explain';
import { type ClientFactory, Server } from './server';
import { showStatus } from './status';

/** Starts the language client with the shared commands, the rule pages and the status item. */
export async function start(context: ExtensionContext, create: ClientFactory): Promise<Server> {
  const server = new Server(context, create);
  registerRulePages(context, server);
  registerCommands(context, server, sharedCommands(context, server));
  registerEmbedded(context, server);
  showStatus(context, server);
  await server.start();
  return server;
}
