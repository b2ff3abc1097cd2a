import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type { SlipwayInitializationOptions } from '../../server/src/lsp/protocol';
import { bundle } from './bundles';
import { News } from './news';

/** What a client that can do everything declares. */
export const able: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
  },
  window: { showDocument: { support: true } },
};

/** The same, but findings must be pushed to it. */
export const pushOnly: ClientCapabilities = {
  ...able,
  textDocument: { ...able.textDocument, diagnostic: undefined },
};

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly options?: SlipwayInitializationOptions;
  readonly locale?: string;
  readonly folder?: string;
  /** What the client answers to `workspace/configuration`; read anew each time. */
  readonly settings?: () => unknown;
  readonly variant?: 'sound' | 'broken';
  readonly entry?: 'cli' | 'server';
  /** Where it finds programs; by default nowhere, so that what it says hangs on no machine. */
  readonly path?: string;
}

/** A running server with a client that remembers what it is told. */
export class LanguageServer {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  readonly shown: string[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  private readonly news = new News();

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(given: Options = {}): Promise<LanguageServer> {
    const { entry = 'cli', variant = 'sound', settings = () => null, path = '' } = given;
    const file = await bundle(entry, variant);
    const child = spawn(process.execPath, [file, ...(entry === 'cli' ? ['lsp'] : []), '--stdio'], {
      env: { ...process.env, PATH: path },
    });
    const reader = new StreamMessageReader(child.stdout);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
    const server = new LanguageServer(child, connection);
    const told = () => server.news.told();
    child.stderr.on('data', (data: Buffer) => server.log.push(data.toString()));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      server.published.push(params);
      told();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      server.log.push(message);
      told();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(settings));
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      server.registered.push(...registrations.map(({ method }) => method));
      told();
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      server.refreshes++;
      told();
      return null;
    });
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      server.shown.push(uri);
      told();
      return { success: true };
    });
    connection.listen();
    server.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: given.folder ?? null,
      workspaceFolders: given.folder ? [{ uri: given.folder, name: 'folder' }] : null,
      capabilities: given.capabilities ?? able,
      ...(given.locale && { locale: given.locale }),
      ...(given.options && { initializationOptions: given.options }),
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((done) => this.process.on('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }

  /** Waits until a condition holds, looking again at each message. */
  until(holds: () => boolean): Promise<void> {
    return this.news.until(holds);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'dockerfile', version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId && { previousResultId }),
    });
  }

  /** The findings in a document, as the client asks for them. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    if (report.kind !== 'full') throw new Error(`a ${report.kind} report was not asked for`);
    return report.items;
  }

  /** Waits for the findings that are pushed for a version. */
  async pushed(uri: string, version: number): Promise<Diagnostic[]> {
    const find = () => this.published.find((each) => each.uri === uri && each.version === version);
    await this.until(() => find() !== undefined);
    return find()!.diagnostics;
  }
}
