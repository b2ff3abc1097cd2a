/** Lenses over a Dockerfile: build at each FROM, run at the command that the container starts with. */
import {
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import type { Server } from '../common/server';
import { setting } from '../common/settings';

/** Shows the lenses in trusted workspaces, unless `slipway.codeLens.enabled` is off. */
export function registerLenses(context: ExtensionContext, server: Server): void {
  const changed = new EventEmitter<void>();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) =>
      workspace.isTrusted && setting('codeLens.enabled', document.uri, true) ? lensesOf(server, document) : [],
  };
  context.subscriptions.push(
    changed,
    languages.registerCodeLensProvider({ language: LANGUAGE_ID, scheme: 'file' }, provider),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('slipway.codeLens')) {
        changed.fire();
      }
    }),
  );
}

async function lensesOf(server: Server, document: TextDocument): Promise<CodeLens[]> {
  const description = await server.describe(document);
  const last = description?.stages.at(-1);
  if (description === undefined || last === undefined) {
    return [];
  }
  const uri = document.uri.toString();
  const lenses = description.stages.map((stage) =>
    stage === last
      ? lens(stage.range, l10n.t('$(package) Build image'), 'slipway.buildImage', { uri })
      : lens(stage.range, l10n.t('$(layers) Build stage'), 'slipway.buildStage', { uri, stage: stage.index }),
  );
  lenses.push(
    lens(description.stages[0]!.range, l10n.t('$(checklist) Check with BuildKit'), 'slipway.checkWithBuildKit', {
      uri,
    }),
  );
  // the last CMD, or the last ENTRYPOINT where there is one, is what runs
  const commands = description.commands.filter((command) => command.stage === last.index);
  const main = commands.findLast((command) => command.keyword === 'ENTRYPOINT') ?? commands.at(-1);
  if (main) {
    lenses.push(lens(main.range, l10n.t('$(play) Run container'), 'slipway.runContainer', { uri }));
  }
  return lenses;
}

function lens(at: ProtocolRange, title: string, command: string, argument: object): CodeLens {
  const line = new Range(at.start.line, at.start.character, at.start.line, at.start.character);
  return new CodeLens(line, { title, command, arguments: [argument] });
}
