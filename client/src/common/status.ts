/** The language status item: whether the server runs, and under which preset it checks. */
import {
  type ExtensionContext,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID, SETTINGS_SECTION } from '../../../server/src/lsp/protocol';
import { type Server, STATE } from './server';
import { setting } from './settings';

/** Shows the state for as long as the extension lives. */
export function showStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem('slipway.status', { language: LANGUAGE_ID });
  item.name = 'Slipway';
  item.text = 'Slipway';

  const preset = async (document: TextDocument | undefined) => {
    if (document?.languageId !== LANGUAGE_ID || server.state !== STATE.running) {
      return;
    }
    const lint = (await server.describe(document))?.lint;
    const name = lint?.preset ?? setting<string>('preset', document.uri, 'recommended');
    item.detail = lint?.configuration
      ? l10n.t('Preset: {0} (with {1})', name, lint.configuration.slice(lint.configuration.lastIndexOf('/') + 1))
      : l10n.t('Preset: {0}', name);
  };

  const show = () => {
    const { state } = server;
    const down = state === STATE.stopped || state === STATE.failed;
    item.busy = state === STATE.starting;
    item.severity = down ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    if (state === STATE.running) {
      item.command = { command: 'slipway.showOutput', title: l10n.t('Show Output') };
      void preset(window.activeTextEditor?.document);
    } else {
      item.command = { command: 'slipway.restartServer', title: l10n.t('Restart Server') };
      item.detail = down ? l10n.t('The language server is not running') : l10n.t('Starting…');
    }
  };

  show();
  context.subscriptions.push(
    item,
    server.onDidChangeState(show),
    window.onDidChangeActiveTextEditor((editor) => void preset(editor?.document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS_SECTION)) {
        void preset(window.activeTextEditor?.document);
      }
    }),
  );
}
