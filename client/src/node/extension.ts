/** The extension on the desktop and on remote hosts: the server in a process of its own, and the container engine. */
import { commands, type ExtensionContext } from 'vscode';
import { registerCommands } from '../common/commands';
import { start } from '../common/start';
import { type BuildTarget, buildImage, buildStage } from './commands/build';
import { checkWithBuildKit } from './commands/check';
import { type ContainerTarget, showContainerLogs, stopContainer } from './commands/containers';
import { type PushTarget, pushImage } from './commands/push';
import { type RunTarget, runContainer } from './commands/run';
import type { Workbench } from './commands/workbench';
import { registerLenses } from './lenses';
import { Memory } from './memory';
import { BuilderProblems } from './problems';

export async function activate(context: ExtensionContext): Promise<void> {
  // menus show the engine's commands where this host runs, whatever the workbench is shown in
  void commands.executeCommand('setContext', 'slipway.docker', true);
  const module = context.asAbsolutePath('dist/server.js');
  const server = await start(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: run }, options);
  });
  const bench: Workbench = {
    server,
    memory: new Memory(context.workspaceState),
    problems: new BuilderProblems(context),
  };
  registerCommands(context, server, {
    'slipway.buildImage': (target?: BuildTarget) => buildImage(bench, target),
    'slipway.buildStage': (target?: BuildTarget) => buildStage(bench, target),
    'slipway.runContainer': (target?: RunTarget) => runContainer(bench, target),
    'slipway.stopContainer': (target?: ContainerTarget) => stopContainer(bench, target),
    'slipway.showContainerLogs': (target?: ContainerTarget) => showContainerLogs(bench, target),
    'slipway.pushImage': (target?: PushTarget) => pushImage(bench, target),
    'slipway.checkWithBuildKit': (target?: BuildTarget) => checkWithBuildKit(bench, target),
  });
  registerLenses(context, server);
}
