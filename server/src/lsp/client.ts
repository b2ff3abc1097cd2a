import type { ClientCapabilities, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { SlipwayInitializationOptions } from './protocol';

/** What the client can do and has told at its start. */
export interface Client {
  readonly options: SlipwayInitializationOptions;
  /** The language of its user interface, a BCP 47 tag. */
  readonly locale: string | undefined;
  readonly folders: readonly WorkspaceFolder[];
  /** True of our own client, which has the commands that code actions name. */
  readonly ours: boolean;
  readonly can: {
    /** Answers `workspace/configuration`. */
    readonly configuration: boolean;
    readonly registerConfiguration: boolean;
    readonly registerWatchers: boolean;
    readonly folders: boolean;
    /** Asks for diagnostics; else they are pushed. */
    readonly pull: boolean;
    readonly refresh: boolean;
    readonly related: boolean;
    readonly codeDescription: boolean;
    readonly tags: boolean;
    readonly actions: boolean;
    readonly resolveEdit: boolean;
    readonly documentChanges: boolean;
    readonly showDocument: boolean;
    /** Goes from a name to a whole definition. */
    readonly definitionLinks: boolean;
    readonly prepareRename: boolean;
    /** Asks for inlay hints again when told to. */
    readonly refreshHints: boolean;
    /** Asks for lenses again when told to. */
    readonly refreshLenses: boolean;
    /** Shows an outline as a tree. */
    readonly symbolTree: boolean;
    /** Fills places of what it inserts. */
    readonly snippets: boolean;
    /** Shows Markdown beside proposals. */
    readonly markdownCompletion: boolean;
    /** Shows Markdown beside signatures. */
    readonly markdownSignature: boolean;
    /** Takes the place of a parameter in its signature's label; else its text. */
    readonly labelOffsets: boolean;
    /** Shows Markdown in hovers. */
    readonly markdownHover: boolean;
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads what the client sent with `initialize`; nothing of it is trusted to have its declared shape. */
export function clientOf(params: InitializeParams): Client {
  const options: SlipwayInitializationOptions = isObject(params.initializationOptions)
    ? params.initializationOptions
    : {};
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const { textDocument, workspace, window } = capabilities;
  const pull = textDocument?.diagnostic !== undefined;
  // what a client shows it declares with push; since LSP 3.18 it may do so with pull
  const shows = (name: 'relatedInformation' | 'codeDescriptionSupport' | 'tagSupport'): boolean =>
    Boolean(textDocument?.diagnostic?.[name] ?? textDocument?.publishDiagnostics?.[name]);
  const { codeAction, completion, signatureHelp } = textDocument ?? {};
  const { completionItem } = completion ?? {};
  const { signatureInformation } = signatureHelp ?? {};
  return {
    options,
    locale: options.locale ?? params.locale,
    folders: params.workspaceFolders ?? [],
    ours: options.clientFiles === true,
    can: {
      configuration: workspace?.configuration === true,
      registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      folders: workspace?.workspaceFolders === true,
      pull,
      refresh: pull && workspace?.diagnostics?.refreshSupport === true,
      related: shows('relatedInformation'),
      codeDescription: shows('codeDescriptionSupport'),
      tags: shows('tagSupport'),
      actions: codeAction?.codeActionLiteralSupport !== undefined,
      resolveEdit: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
      snippets: completionItem?.snippetSupport === true,
      markdownCompletion: completionItem?.documentationFormat?.includes('markdown') === true,
      markdownSignature: signatureInformation?.documentationFormat?.includes('markdown') === true,
      labelOffsets: signatureInformation?.parameterInformation?.labelOffsetSupport === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      refreshHints: workspace?.inlayHint?.refreshSupport === true,
      refreshLenses: workspace?.codeLens?.refreshSupport === true,
      symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      prepareRename: textDocument?.rename?.prepareSupport === true,
      showDocument: window?.showDocument?.support === true,
    },
  };
}
