import type { CancellationToken, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { type Locale, pagePath } from '../language';
import { Checker } from './checker';
import { type Client, clientOf } from './client';
import { HADOLINT_FILES, OUR_FILE } from './configuration';
import { IGNORE_FILE } from './context';
import { CopySources } from './copySources';
import { answerPull, type Delivery, pulled, pushed } from './diagnostics';
import { openDocuments } from './documents';
import type { AnyHandler, Session } from './handler';
import { handlers } from './handlers';
import { chain, folderOf, type Host, type MaybePromise } from './host';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from './library';
import { Log } from './log';
import { Platforms } from './platforms';
import { Contexts } from './project/contexts';
import { buildersOf, projectFilesAround } from './project/find';
import {
  BUILD_CHANGED_METHOD,
  type FolderEntry,
  type FolderParams,
  PROJECT_FILES,
  READ_FILE_METHOD,
  READ_FOLDER_METHOD,
  REMEMBERED_BUILDS_METHOD,
  type RememberedBuilds,
  SETTINGS_SECTION,
  TRUST_GRANTED_METHOD,
} from './protocol';
import { Registry } from './registry/registry';
import { Settings } from './settings';
import { Shellcheck } from './shellcheck';
import { texts } from './texts';
import { TokenResults } from './tokenResults';

/** Serves one client until the connection ends. */
export function createServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(openDocuments());
  const log = new Log(connection);
  let session: Session | undefined;
  let delivery: Delivery | undefined;
  let shellcheck: Shellcheck | undefined;
  let platforms: Platforms | undefined;
  let contexts: Contexts | undefined;
  let sources: CopySources | undefined;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params);
    const readFile = (uri: string) => (host.reads(uri) ? host.readFile(uri) : askForFile(connection, client, uri));
    const readFolder: Session['readFolder'] = (uri, sizes) =>
      host.reads(uri)
        ? host.readFolder(uri, sizes)
        : askForFolder(connection, client, { uri, ...(sizes && { sizes }) });
    const settings = new Settings(connection, client, readFile, host.userConfigurations, log);
    const moreToSay = (uri: string) => {
      const open = documents.get(uri);
      if (!open) return;
      session?.checker.outdated(open);
      delivery?.refresh([open]);
    };
    const { fetch } = host;
    const registry =
      fetch &&
      new Registry(fetch, (server, status) => log.warn(texts[settings.locale].registryTrouble(server, status)));
    shellcheck = new Shellcheck(host.shellcheck, moreToSay);
    platforms = new Platforms(registry, moreToSay);
    const { platform } = host;
    const own = { readFile, today: () => host.today(), ...(platform !== undefined && { platform }) };
    const filesAround = (folder: string) =>
      projectFilesAround(folder, settings.workspaceFolders, { readFile, readFolder });
    contexts = new Contexts(
      filesAround,
      () => settings.workspaceFolders,
      (uri) => {
        session?.checker.contextChanged(uri);
        moreToSay(uri);
        if (client.ours) void connection.sendNotification(BUILD_CHANGED_METHOD, { uri });
      },
    );
    contexts.remember(client.options.builds ?? {});
    sources = new CopySources(
      {
        readFile,
        readFolder,
        workspaceFolders: () => settings.workspaceFolders,
        contexts,
        surrounded: (uri) => checker.surrounded(uri),
        watch: (globs) => (client.can.registerWatchers ? watch(connection, globs) : undefined),
      },
      moreToSay,
    );
    const checker = new Checker(settings, client, own, log, shellcheck, platforms, contexts, sources, () => refresh());
    const document: Session['document'] = ({ uri }) => documents.get(uri);
    const readPage: Host['readPage'] = (rule, locale) =>
      chain(host.readPage(rule, locale), (page) => page ?? askForPage(connection, client, rule, locale));
    const tokenResults = new TokenResults();
    const all = () => documents.all();
    session = {
      connection,
      client,
      settings,
      checker,
      readPage,
      readFolder,
      readFile,
      projectFiles: async (uri) => buildersOf(uri, await filesAround(folderOf(uri) ?? uri)),
      contexts,
      registry,
      log,
      tokenResults,
      document,
      documents: all,
    };
    delivery = client.can.pull
      ? pulled(connection, client)
      : pushed(
          connection,
          () => checker,
          (uri) => documents.get(uri),
          log,
        );
    return {
      serverInfo: { name: 'slipway' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(client.can.folders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
        ...delivery.capabilities,
        ...Object.assign({}, ...handlers.map((each) => each.capabilities?.(client) ?? {})),
      },
    };
  });

  connection.onInitialized(() => {
    if (!session) return;
    session.settings.prefetch();
    register(connection, session.client, log);
    if (session.client.can.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session?.settings.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        session?.checker.filesChanged();
        refresh();
      });
    }
  });

  const refresh = () => delivery?.refresh(documents.all());
  documents.onDidChangeContent(({ document }) => delivery?.changed(document));
  documents.onDidClose(({ document }) => {
    shellcheck?.forget(document.uri);
    platforms?.forget(document.uri);
    contexts?.forget(document.uri);
    sources?.forget(document.uri);
    session?.checker.contextChanged(document.uri);
    delivery?.closed(document);
  });
  documents.onDidSave(({ document }) => {
    // who saves has stopped typing: a half-typed keyword is called unknown from now on
    if (session?.checker.settle(document)) delivery?.refresh([document]);
    if (session && !watches(session.client)) filesChanged();
  });
  documents.onDidOpen(() => {
    if (session && !watches(session.client)) forgetFiles();
  });
  const forgetFiles = () => {
    session?.settings.filesChanged();
    session?.checker.filesChanged();
  };
  const filesChanged = () => {
    forgetFiles();
    refresh();
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    session?.settings.editorChanged(settings);
    session?.checker.filesChanged();
    refresh();
    if (session?.client.can.refreshHints) connection.languages.inlayHint.refresh().catch(() => {});
    if (session?.client.ours && session.client.can.refreshLenses) {
      connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
    }
  });
  connection.onDidChangeWatchedFiles(filesChanged);
  connection.onNotification(TRUST_GRANTED_METHOD, () => {
    session?.settings.trustGranted();
    refresh();
  });

  connection.onNotification(REMEMBERED_BUILDS_METHOD, (builds: RememberedBuilds) => contexts?.remember(builds));

  const diagnostics: AnyHandler = {
    method: 'textDocument/diagnostic',
    empty: { kind: 'full', items: [] },
    answer: ({ checker, document }, params) => answerPull(checker, document(params.textDocument), params),
  };
  for (const each of [diagnostics, ...handlers]) answer(connection, each, () => session, log);
  documents.listen(connection);
  connection.listen();
}

/** Our own client watches files itself; others are asked to, where they can be. */
const watches = (client: Client): boolean => client.ours || client.can.registerWatchers;

function register(connection: Connection, client: Client, log: Log): void {
  if (client.ours) return;
  const failed = (error: unknown) => log.error('client/registerCapability', error);
  if (client.can.registerConfiguration) {
    const options = { section: SETTINGS_SECTION };
    connection.client.register(DidChangeConfigurationNotification.type, options).catch(failed);
  }
  if (client.can.registerWatchers) {
    const names = [OUR_FILE, ...HADOLINT_FILES, `*${IGNORE_FILE}`, ...PROJECT_FILES];
    const globs = names.map((name) => `**/${name}`);
    watch(connection, globs).catch(failed);
  }
}

/** Asks the client to tell of files that match. */
const watch = (connection: Connection, globs: readonly string[]) =>
  connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: globs.map((globPattern) => ({ globPattern })),
  });

/** What the host cannot read the client may. */
async function askForFile(connection: Connection, { options }: Client, uri: string): Promise<string | undefined> {
  if (options.clientFiles !== true) return undefined;
  try {
    return (await connection.sendRequest<string | null>(READ_FILE_METHOD, { uri })) ?? undefined;
  } catch {
    // a client that cannot answer has no such file for us
    return undefined;
  }
}

/** What a folder holds that the host cannot read. */
async function askForFolder(connection: Connection, { options }: Client, params: FolderParams) {
  if (options.clientFiles !== true) return undefined;
  try {
    return (await connection.sendRequest<FolderEntry[] | null>(READ_FOLDER_METHOD, params)) ?? undefined;
  } catch {
    // as above
    return undefined;
  }
}

/** A page of the extension's, where the client can read it. */
function askForPage(
  connection: Connection,
  client: Client,
  rule: string,
  locale: Locale,
): MaybePromise<string | undefined> {
  const { pages } = client.options;
  if (pages === undefined) return undefined;
  return askForFile(connection, client, `${pages}/${pagePath(rule, locale)}`);
}

/** Registers a handler such that what goes wrong in it costs one answer and one line in the log. */
function answer(connection: Connection, handler: AnyHandler, session: () => Session | undefined, log: Log): void {
  const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  connection.onRequest(handler.method, async (params: unknown, token: CancellationToken) => {
    const current = session();
    if (token.isCancellationRequested) return cancelled();
    if (!current) return handler.empty;
    try {
      const result = await handler.answer(current, params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log.error(handler.method, error);
      return handler.empty;
    }
  });
}
