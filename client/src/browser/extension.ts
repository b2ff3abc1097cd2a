/** The extension in a browser: a worker as server, and nothing that needs a container engine. */
import { type ExtensionContext, Uri } from 'vscode';
import { start } from '../common/start';

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  // the worker itself, not a function that makes it: VS Code replaces the global Worker, so that the library would not
  // know a function's result for one (`instanceof`)
  await start(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient(id, name, new Worker(script), options);
  });
}
