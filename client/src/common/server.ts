/** The connection to the language server, whichever way it was started. */
import {
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';
import {
  DESCRIBE_METHOD,
  type DescribeParams,
  type DescribeResult,
  LANGUAGE_ID,
  PROJECT_FILES,
  READ_FILE_METHOD,
  READ_FOLDER_METHOD,
  SETTINGS_SECTION,
  type SlipwayInitializationOptions,
  TRUST_GRANTED_METHOD,
} from '../../../server/src/lsp/protocol';
import { readFile, readFolder } from './files';
import { serverSettings } from './settings';

/** Makes the client for one host: over IPC on the desktop, a worker in the browser. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The states of the client library by number; its enum would pull the library into every file that compares. */
export const STATE = { stopped: 1, running: 2, starting: 3, failed: 4 } satisfies Record<string, State>;

export class Server {
  readonly output: LogOutputChannel;
  readonly #create: () => BaseLanguageClient;
  readonly #changed = new EventEmitter<State>();
  #client: BaseLanguageClient | undefined;

  /** Told whenever the server starts, runs, stops or fails. */
  readonly onDidChangeState = this.#changed.event;

  constructor(context: ExtensionContext, create: ClientFactory) {
    this.output = window.createOutputChannel('Slipway', { log: true });
    const watched = ['.slipway.json', '.hadolint.{yaml,yml}', '{.dockerignore,*.dockerignore}', ...PROJECT_FILES];
    const watchers = watched.map((glob) => workspace.createFileSystemWatcher(`**/${glob}`));
    const options: LanguageClientOptions = {
      documentSelector: [{ language: LANGUAGE_ID }],
      outputChannel: this.output,
      initializationOptions: (): SlipwayInitializationOptions => ({
        locale: env.language,
        settings: serverSettings(),
        trusted: workspace.isTrusted,
        clientFiles: true,
        pages: Uri.joinPath(context.extensionUri, 'docs').toString(),
      }),
      synchronize: { configurationSection: SETTINGS_SECTION, fileEvents: watchers },
    };
    this.#create = () => create(SETTINGS_SECTION, 'Slipway', options);
    context.subscriptions.push(
      this.output,
      this.#changed,
      ...watchers,
      workspace.onDidGrantWorkspaceTrust(() => this.#client?.sendNotification(TRUST_GRANTED_METHOD)),
      { dispose: () => void this.stop() },
    );
  }

  /** The state of the server now. */
  get state(): State {
    return this.#client?.state ?? STATE.stopped;
  }

  /** From the protocol's objects to VS Code's; undefined without a server. */
  get convert(): BaseLanguageClient['protocol2CodeConverter'] | undefined {
    return this.#client?.protocol2CodeConverter;
  }

  /** Starts the server; a failure is in the log and in the state. */
  async start(): Promise<void> {
    const client = this.#create();
    this.#client = client;
    client.onRequest(READ_FILE_METHOD, readFile);
    client.onRequest(READ_FOLDER_METHOD, readFolder);
    client.onDidChangeState((event) => this.#changed.fire(event.newState));
    try {
      await client.start();
    } catch (error) {
      this.log('start', error);
    }
  }

  /** Stops the server, if it runs. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // a server that failed to start, or hangs, cannot be stopped in good order
      this.log('stop', error);
    }
  }

  /** A fresh server: a client whose start failed cannot be started again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Writes what went wrong to the output channel. */
  log(what: string, error: unknown): void {
    this.output.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** What the server says of a document's stages, arguments, ports …; undefined if it cannot tell. */
  async describe(document: TextDocument): Promise<DescribeResult | undefined> {
    const params: DescribeParams = {
      textDocument: { uri: this.#client?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString() },
    };
    return (await this.request<DescribeResult | null>(DESCRIBE_METHOD, params)) ?? undefined;
  }

  /** Asks the server; undefined, with a line in the log, if it fails or does not run. */
  async request<R>(method: string, params: object): Promise<R | undefined> {
    try {
      await this.#client?.start();
      return await this.#client?.sendRequest<R>(method, params);
    } catch (error) {
      this.log(method, error);
      return undefined;
    }
  }
}
