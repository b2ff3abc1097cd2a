/** The connection to the language server, whichever way it was started. */
import {
  type CancellationToken,
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
  BUILD_CHANGED_METHOD,
  BUILDS_METHOD,
  type BuildsResult,
  DESCRIBE_METHOD,
  type DescribeParams,
  type DescribeResult,
  LANGUAGE_ID,
  PROJECT_FILES,
  READ_FILE_METHOD,
  READ_FOLDER_METHOD,
  REMEMBERED_BUILDS_METHOD,
  SETTINGS_SECTION,
  type SlipwayInitializationOptions,
  TRUST_GRANTED_METHOD,
} from '../../../server/src/lsp/protocol';
import { BuildMemory } from './buildMemory';
import { readFile, readFolder } from './files';
import { serverSettings } from './settings';

/** Makes the client for one host: over IPC on the desktop, a worker in the browser. It loads the client library. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The states of the client library by number; its enum would pull the library into every file that compares. */
export const STATE = { stopped: 1, running: 2, starting: 3, failed: 4 } satisfies Record<string, State>;

export class Server {
  readonly output: LogOutputChannel;
  readonly #create: () => Promise<BaseLanguageClient>;
  readonly #changed = new EventEmitter<State>();
  readonly #buildChanged = new EventEmitter<void>();
  readonly #memory: BuildMemory;
  #client: BaseLanguageClient | undefined;
  #created: Promise<BaseLanguageClient> | undefined;
  #started: Promise<void> | undefined;

  /** Told whenever the server starts, runs, stops or fails. */
  readonly onDidChangeState = this.#changed.event;
  /** Told when a document is built in another way than `builds` said. */
  readonly onDidChangeBuild = this.#buildChanged.event;

  constructor(context: ExtensionContext, create: ClientFactory) {
    this.output = window.createOutputChannel('Slipway', { log: true });
    this.#memory = new BuildMemory(context.workspaceState);
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
        builds: this.#memory.all,
        pages: Uri.joinPath(context.extensionUri, 'docs').toString(),
      }),
      synchronize: { configurationSection: SETTINGS_SECTION, fileEvents: watchers },
    };
    this.#create = () => create(SETTINGS_SECTION, 'Slipway', options);
    context.subscriptions.push(
      this.output,
      this.#changed,
      this.#buildChanged,
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

  /** Starts the server, if nobody did; a failure is in the log and in the state. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    try {
      this.#created = this.#create();
      const client = await this.#created;
      this.#client = client;
      client.onRequest(READ_FILE_METHOD, readFile);
      client.onRequest(READ_FOLDER_METHOD, readFolder);
      client.onNotification(BUILD_CHANGED_METHOD, () => this.#buildChanged.fire());
      client.onDidChangeState((event) => this.#changed.fire(event.newState));
      await client.start();
    } catch (error) {
      this.log('start', error);
    }
  }

  /** Stops the server, if it runs. */
  async stop(): Promise<void> {
    // one that is being made is there in a moment; one that does not come up is not waited for
    await this.#created?.catch(() => undefined);
    this.#started = undefined;
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
    return (await this.request<DescribeResult | null>(DESCRIBE_METHOD, about(document))) ?? undefined;
  }

  /** How a document is built, and could be; undefined for one that is in no folder. */
  async builds(document: TextDocument): Promise<BuildsResult | undefined> {
    return (await this.request<BuildsResult | null>(BUILDS_METHOD, about(document))) ?? undefined;
  }

  /** Remembers a choice of the user's or the last build, and tells the server. */
  async rememberBuild(uri: Uri, part: Parameters<BuildMemory['remember']>[1]): Promise<void> {
    await this.#memory.remember(uri.toString(), part);
    // one that is started later is told then
    if (this.state === STATE.running) {
      await this.#client?.sendNotification(REMEMBERED_BUILDS_METHOD, this.#memory.all);
    }
    this.#buildChanged.fire();
  }

  /**
   * Asks the server, which is started if it was not; undefined, with a line in the log, if it fails, and for an answer nobody
   * waits for.
   */
  async request<R>(method: string, params: object, token?: CancellationToken): Promise<R | undefined> {
    try {
      await this.start();
      await this.#client?.start();
      // an absent token would be sent as a second parameter
      if (!token) return await this.#client?.sendRequest<R>(method, params);
      return await this.#client?.sendRequest<R>(method, params, token);
    } catch (error) {
      if (!token?.isCancellationRequested) this.log(method, error);
      return undefined;
    }
  }
}

const about = (document: TextDocument): DescribeParams => ({ textDocument: { uri: document.uri.toString() } });
