import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Checker } from './checker';
import type { Client } from './client';
import type { OpenDocument } from './documents';
import { chain, type MaybePromise } from './host';
import { jsonOfItem } from './items';
import { RAL } from './library';
import type { Log } from './log';
import { withList, writtenBy } from './written';

/** How findings reach the client: it asks for them where it can, else they are pushed; never both. */
export interface Delivery {
  readonly capabilities: Partial<ServerCapabilities>;
  /** A document was opened or changed. */
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
  /** What was told about documents may no longer hold. */
  refresh(documents: readonly OpenDocument[]): void;
}

/** For clients that ask. */
export function pulled(connection: Connection, client: Client): Delivery {
  let asked = false;
  return {
    capabilities: {
      diagnosticProvider: { identifier: 'slipway', interFileDependencies: false, workspaceDiagnostics: false },
    },
    changed() {},
    closed() {},
    refresh() {
      if (!client.can.refresh || asked) return;
      asked = true;
      // several reasons in one turn are one request
      RAL().timer.setImmediate(() => {
        asked = false;
        connection.languages.diagnostics.refresh();
      });
    },
  };
}

/** Answers a client that asks for the findings in a document. */
export function answerPull(
  checker: Checker,
  document: OpenDocument | undefined,
  { previousResultId }: DocumentDiagnosticParams,
): MaybePromise<DocumentDiagnosticReport> {
  if (!document) return { kind: 'full', items: [] };
  return chain(checker.report(document), ({ id, items }) => {
    if (previousResultId === id) return { kind: 'unchanged', resultId: id };
    const full: FullDocumentDiagnosticReport = { kind: 'full', resultId: id, items };
    return writtenBy(full, () => withList({ kind: 'full', resultId: id }, 'items', items.map(jsonOfItem)));
  });
}

/** For clients that do not ask: each document's findings are sent when no more input is queued, the newest version's only. */
export function pushed(
  connection: Connection,
  checker: () => Checker,
  current: (uri: string) => OpenDocument | undefined,
  log: Log,
): Delivery {
  const waiting = new Set<string>();
  let news = 0;
  const settle = (seen: number) => {
    RAL().timer.setImmediate(() => {
      // each turn of the loop takes one queued message: a turn that brought none has emptied the queue
      if (news !== seen) return settle(news);
      const uris = [...waiting];
      waiting.clear();
      for (const uri of uris) publish(uri);
    });
  };
  const publish = async (uri: string) => {
    const document = current(uri);
    if (!document) return;
    try {
      const { items } = await checker().report(document);
      // its settings may have been asked for meanwhile: a newer version speaks for itself
      if (current(uri) !== document) return;
      const { version } = document;
      const params = { uri, version, diagnostics: items };
      const write = () => withList({ uri, version }, 'diagnostics', items.map(jsonOfItem));
      await connection.sendDiagnostics(writtenBy(params, write));
    } catch (error) {
      log.error('publishDiagnostics', error);
    }
  };
  const wait = (uri: string) => {
    news++;
    if (waiting.size === 0) {
      waiting.add(uri);
      settle(-1);
    } else waiting.add(uri);
  };
  return {
    capabilities: {},
    changed: ({ uri }) => wait(uri),
    closed({ uri }) {
      waiting.delete(uri);
      connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh(documents) {
      for (const { uri } of documents) wait(uri);
    },
  };
}
