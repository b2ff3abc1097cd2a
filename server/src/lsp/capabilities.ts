import type { ServerCapabilities } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../language';
import type { Client } from './client';
import { EXPLAIN_RULE_COMMAND, FIX_ALL_KIND } from './protocol';

/** What the server answers beside diagnostics, given what the client can do. The answers are in `handlers`, loaded with the first. */
export function capabilitiesOf({ can, ours }: Client): ServerCapabilities {
  return {
    ...(can.actions && {
      codeActionProvider: {
        codeActionKinds: ['quickfix', FIX_ALL_KIND, 'refactor.extract', 'refactor.inline', 'refactor.rewrite'],
        ...(can.resolveEdit && { resolveProvider: true }),
      },
    }),
    // our own client has the command itself
    ...(can.showDocument && !ours && { executeCommandProvider: { commands: [EXPLAIN_RULE_COMMAND] } }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-', '=', '$', '{', ',', ' ', '/', '#', ':'] },
    signatureHelpProvider: { triggerCharacters: [' ', '=', ',', '[', '"'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: can.prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    linkedEditingRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    // only our own client has the lens's command
    ...(ours && { codeLensProvider: {} }),
    callHierarchyProvider: true,
  };
}
