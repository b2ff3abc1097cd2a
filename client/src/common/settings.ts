/** The extension's settings, typed. Defaults stand in package.json. */
import { env, type Uri, workspace } from 'vscode';
import { SETTINGS_SECTION, type SlipwaySettings } from '../../../server/src/lsp/protocol';

/** Reads `slipway.<key>` for a resource. */
export function setting<T>(key: string, scope: Uri | undefined, fallback: T): T {
  return workspace.getConfiguration(SETTINGS_SECTION, scope).get<T>(key) ?? fallback;
}

/** What the server needs at its start, before it can ask. */
export function serverSettings(): SlipwaySettings {
  const configuration = workspace.getConfiguration(SETTINGS_SECTION);
  const preset = configuration.get<SlipwaySettings['preset']>('preset');
  // what VS Code gives are proxies, which no message to a worker can carry
  const rules = copyOf(configuration.get<SlipwaySettings['rules']>('rules'));
  const language = configuration.get<SlipwaySettings['language']>('language');
  const registry = { enabled: configuration.get<boolean>('registry.enabled') === true };
  return { ...(preset ? { preset } : {}), ...(rules ? { rules } : {}), ...(language ? { language } : {}), registry };
}

function copyOf<T>(value: T | undefined): T | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** The language of what the server says: the setting, else the editor's. */
export function contentLocale(): 'en' | 'ko' {
  const chosen = setting<string>('language', undefined, 'auto');
  const language = chosen === 'auto' ? env.language : chosen;
  return language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
