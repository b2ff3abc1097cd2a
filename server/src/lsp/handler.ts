import type { CancellationToken, Connection, ResponseError, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Checker } from './checker';
import type { Client } from './client';
import type { OpenDocument } from './documents';
import type { Host, MaybePromise } from './host';
import type { Log } from './log';
import type { Contexts } from './project/contexts';
import type { ProjectFile } from './project/find';
import type { Registry } from './registry/registry';
import type { Settings } from './settings';
import type { TokenResults } from './tokenResults';

/** What every handler may use once the client has initialized the server. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly settings: Settings;
  readonly checker: Checker;
  readonly readPage: Host['readPage'];
  readonly readFolder: Host['readFolder'];
  readonly readFile: Host['readFile'];
  /** The files beside a Dockerfile that describe builds of it. */
  readonly projectFiles: (uri: string) => Promise<readonly ProjectFile[]>;
  readonly contexts: Contexts;
  /** Undefined for a host without a web. Whether it may be asked is in a document's settings. */
  readonly registry: Registry | undefined;
  readonly log: Log;
  readonly tokenResults: TokenResults;
  /** The open document that a request names. */
  document(identifier: TextDocumentIdentifier): OpenDocument | undefined;
  /** All documents that are open. */
  documents(): readonly OpenDocument[];
}

/** One request that the server answers. To add a feature, add one of these to `handlers`, and declare it in `capabilities`. */
export interface Handler<P, R> {
  readonly method: string;
  /** The answer where there is nothing to say, or where answering failed. */
  readonly empty: R;
  readonly answer: (session: Session, params: P, token: CancellationToken) => MaybePromise<R | ResponseError<void>>;
}

// biome-ignore lint/suspicious/noExplicitAny: each handler knows its own parameters
export type AnyHandler = Handler<any, any>;

/** Checks a handler's types. */
export const handler = <P, R>(each: Handler<P, R>): Handler<P, R> => each;
