/** "Turn On Registry Lookups": nothing is asked on the network before the user says so. */
import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/lsp/protocol';

/** The user's own setting, which no folder can turn on. */
export async function turnOnRegistries(): Promise<void> {
  await workspace.getConfiguration(SETTINGS_SECTION).update('registry.enabled', true, ConfigurationTarget.Global);
  window.showInformationMessage(
    l10n.t('Slipway now asks registries about images. The setting slipway.registry.enabled turns that off.'),
  );
}
