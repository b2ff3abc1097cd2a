/** The commands that desktop and web share, and how every command is registered. */
import { commands, type ExtensionContext, l10n, type Uri, window } from 'vscode';
import {
  type DescribedBuild,
  DISABLE_RULE_COMMAND,
  type DisableRuleArgument,
  EXPLAIN_RULE_COMMAND,
  type ExplainRuleArgument,
  FIX_ALL_COMMAND,
  FIX_ALL_KIND,
  NEW_DOCKERIGNORE_COMMAND,
} from '../../../server/src/lsp/protocol';
import { disableRule } from './disableRule';
import { type CommandTarget, findDocument } from './documents';
import { explainRule } from './explain';
import { newDockerfile } from './newDockerfile';
import { newDockerignore } from './newDockerignore';
import { turnOnRegistries } from './registries';
import { selectContext } from './selectContext';
import type { Server } from './server';

// biome-ignore lint/suspicious/noExplicitAny: what a command is given is up to who runs it
type Handler = (...args: any[]) => unknown;

/** Registers commands; one that throws tells the user and the log, and costs only itself. */
export function registerCommands(
  context: ExtensionContext,
  server: Server,
  table: Readonly<Record<string, Handler>>,
): void {
  for (const [id, handler] of Object.entries(table)) {
    const guarded: Handler = async (...args) => {
      try {
        return await handler(...args);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        server.log(id, error);
        void window.showErrorMessage(l10n.t('Slipway could not finish: {0}', message));
        return undefined;
      }
    };
    context.subscriptions.push(commands.registerCommand(id, guarded));
  }
}

/** The commands of both hosts. */
export function sharedCommands(context: ExtensionContext, server: Server): Record<string, Handler> {
  return {
    [FIX_ALL_COMMAND]: fixAll,
    [EXPLAIN_RULE_COMMAND]: (argument?: Partial<ExplainRuleArgument>) => explainRule(server, argument),
    [DISABLE_RULE_COMMAND]: (argument: DisableRuleArgument) => disableRule(argument),
    'slipway.turnOnRegistries': turnOnRegistries,
    'slipway.newDockerfile': (target?: Uri) => newDockerfile(server, target),
    [NEW_DOCKERIGNORE_COMMAND]: (target?: Uri | string) => newDockerignore(server, target),
    'slipway.selectBuildContext': (target?: CommandTarget, source?: DescribedBuild['source']) =>
      selectContext(server, target, source),
    'slipway.restartServer': () => server.restart(),
    'slipway.showOutput': () => server.output.show(),
    'slipway.showGuide': () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#docker-in-five-minutes`),
  };
}

/** Applies the safe fixes of a document through the editor, so that one undo takes them back. */
async function fixAll(target?: CommandTarget): Promise<void> {
  const document = await findDocument(target, l10n.t('Fix All'));
  if (document) {
    await window.showTextDocument(document);
    await commands.executeCommand('editor.action.codeAction', { kind: FIX_ALL_KIND, apply: 'first' });
  }
}
