/** The language status item of the build context: which folder the Dockerfile is built with, and who says so. */
import { type ExtensionContext, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import { LANGUAGE_ID, SETTINGS_SECTION } from '../../../server/src/lsp/protocol';
import { contextText, sourceText } from './buildTexts';
import { type Server, STATE } from './server';

/** So many milliseconds after an editor is shown it is asked about: its first findings go before that. */
const PAUSE = 500;

/** Shows it for as long as the extension lives. */
export function showContextStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem('slipway.context', { language: LANGUAGE_ID });
  item.name = l10n.t('Slipway: Build Context');
  item.text = l10n.t('Build context');
  item.command = { command: 'slipway.selectBuildContext', title: l10n.t('Select…') };
  let waiting: Timer | undefined;

  const show = async (document: TextDocument) => {
    const current = (await server.builds(document))?.current;
    // another editor may be shown meanwhile
    if (window.activeTextEditor?.document !== document) return;
    item.text = current ? l10n.t('Context: {0}', contextText(document.uri, current)) : l10n.t('Build context: none');
    item.detail = current ? sourceText(current) : l10n.t('The file is not in a folder yet');
  };
  const later = () => {
    clearTimeout(waiting);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === LANGUAGE_ID && server.state === STATE.running) {
      waiting = setTimeout(() => void show(document), PAUSE);
    }
  };

  later();
  context.subscriptions.push(
    item,
    server.onDidChangeState(later),
    server.onDidChangeBuild(later),
    window.onDidChangeActiveTextEditor(later),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.build`)) later();
    }),
    { dispose: () => clearTimeout(waiting) },
  );
}
