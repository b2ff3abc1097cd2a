import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
  Registration,
} from 'vscode-languageserver';
import { capabilitiesOf } from './capabilities';
import { Checker } from './checker';
import { type Client, clientOf } from './client';
import { askForFile, askForFolder, askForPage } from './clientFiles';
import { HADOLINT_FILES, OUR_FILE } from './configuration';
import { IGNORE_FILE } from './context';
import { CopySources } from './copySources';
import { answerPull, type Delivery, pulled, pushed } from './diagnostics';
import { openDocuments } from './documents';
import type { AnyHandler, Session } from './handler';
import { chain, folderOf, type Host } from './host';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  RegistrationRequest,
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
  PROJECT_FILES,
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
        ...capabilitiesOf(client),
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

  connection.onRequest((method, params, token) =>
    method === diagnostics.method
      ? answered(diagnostics, session, params, token, log)
      : loadHandlers().then((handlers) => {
          const handler = handlers.get(method);
          if (!handler) return new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
          return answered(handler, session, params, token, log);
        }),
  );
  documents.listen(connection);
  connection.listen();
}

/** Our own client watches files itself; others are asked to, where they can be. */
const watches = (client: Client): boolean => client.ours || client.can.registerWatchers;

/** The names of both registrations are our own: those that the library makes up would have it load Node's cryptography. */
function register(connection: Connection, { ours, can }: Client, log: Log): void {
  if (ours) return;
  const registrations: Registration[] = [];
  if (can.registerConfiguration) {
    const registerOptions = { section: SETTINGS_SECTION };
    registrations.push({ id: 'configuration', method: DidChangeConfigurationNotification.method, registerOptions });
  }
  if (can.registerWatchers) {
    const names = [OUR_FILE, ...HADOLINT_FILES, `*${IGNORE_FILE}`, ...PROJECT_FILES];
    const registerOptions = { watchers: names.map((name) => ({ globPattern: `**/${name}` })) };
    registrations.push({ id: 'files', method: DidChangeWatchedFilesNotification.method, registerOptions });
  }
  if (registrations.length === 0) return;
  const { method } = RegistrationRequest;
  connection.sendRequest(method, { registrations }).catch((error: unknown) => log.error(method, error));
}

/** Asks the client to tell of files that match. */
const watch = (connection: Connection, globs: readonly string[]) =>
  connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: globs.map((globPattern) => ({ globPattern })),
  });

const diagnostics: AnyHandler = {
  method: 'textDocument/diagnostic',
  empty: { kind: 'full', items: [] },
  answer: ({ checker, document }, params) => answerPull(checker, document(params.textDocument), params),
};

/** All others: the first findings do not wait for what they need. */
const loadHandlers = async () => (await import('./handlers')).handlers;

/** A handler's answer. What goes wrong in it costs that answer and one line in the log. */
async function answered(
  handler: AnyHandler,
  session: Session | undefined,
  params: unknown,
  token: CancellationToken,
  log: Log,
): Promise<unknown> {
  const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (token.isCancellationRequested) return cancelled();
  if (!session) return handler.empty;
  try {
    const result = await handler.answer(session, params, token);
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    log.error(handler.method, error);
    return handler.empty;
  }
}
