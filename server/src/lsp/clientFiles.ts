import type { Connection } from 'vscode-languageserver';
import { type Locale, pagePath } from '../language';
import type { Client } from './client';
import type { MaybePromise } from './host';
import { type FolderEntry, type FolderParams, READ_FILE_METHOD, READ_FOLDER_METHOD } from './protocol';

/** What the host cannot read the client may. */
export async function askForFile(
  connection: Connection,
  { options }: Client,
  uri: string,
): Promise<string | undefined> {
  if (options.clientFiles !== true) return undefined;
  try {
    return (await connection.sendRequest<string | null>(READ_FILE_METHOD, { uri })) ?? undefined;
  } catch {
    // a client that cannot answer has no such file for us
    return undefined;
  }
}

/** What a folder holds that the host cannot read. */
export async function askForFolder(connection: Connection, { options }: Client, params: FolderParams) {
  if (options.clientFiles !== true) return undefined;
  try {
    return (await connection.sendRequest<FolderEntry[] | null>(READ_FOLDER_METHOD, params)) ?? undefined;
  } catch {
    // as above
    return undefined;
  }
}

/** A page of the extension's, where the client can read it. */
export function askForPage(
  connection: Connection,
  client: Client,
  rule: string,
  locale: Locale,
): MaybePromise<string | undefined> {
  const { pages } = client.options;
  if (pages === undefined) return undefined;
  return askForFile(connection, client, `${pages}/${pagePath(rule, locale)}`);
}
