/**
 * What the server takes from the protocol's library when it runs. Nobody else imports values from there: bundled, each file
 * that does makes a copy of the library's 600 exports as it is loaded.
 */
export {
  AbstractMessageWriter,
  CodeActionTriggerKind,
  CompletionItemKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentHighlightKind,
  ErrorCodes,
  FoldingRangeKind,
  InsertTextFormat,
  LSPErrorCodes,
  MessageType,
  RAL,
  RegistrationRequest,
  ResponseError,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
