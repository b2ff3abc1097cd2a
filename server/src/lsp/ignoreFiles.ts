import type { CancellationToken, CompletionItem, Hover } from 'vscode-languageserver';
import { loadReference, nowhere, Source, type Surroundings, withoutIgnoreLine } from '../language';
import { ignoreCompletion, ignoreEnters, ignoreFolder, ignoreHover } from '../language/features';
import { proposalsOf } from './completion';
import { IGNORE_FILE, withFolder } from './context';
import { type AnyHandler, handler, type Session } from './handler';
import { chain, encodePath, folderOf, type MaybePromise, nameOf } from './host';
import { hoverOf } from './hover';
import { listed } from './listing';
import { IGNORE_COMPLETION_METHOD, IGNORE_HOVER_METHOD, type IgnoreParams } from './protocol';

/** Requests about ignore files: texts come with each, and nothing is kept. */
export const ignoreFiles: readonly AnyHandler[] = [
  handler<IgnoreParams, Hover | null>({
    method: IGNORE_HOVER_METHOD,
    empty: null,
    async answer(session, { uri, text, position }, token) {
      const { locale } = await session.settings.of(uri);
      const source = new Source(text);
      const offset = source.offsetAt(position);
      const root = await contextFolderOf(session, uri);
      const { context } = root === undefined ? nowhere : await listedFor(session, root, { uri, text }, offset, token);
      const found = ignoreHover(text, offset, await loadReference(locale), context, dockerfileOf(uri));
      return found ? hoverOf(found, source.rangeOf(found.span), session.client) : null;
    },
  }),
  handler<IgnoreParams, CompletionItem[]>({
    method: IGNORE_COMPLETION_METHOD,
    empty: [],
    async answer(session, { uri, text, position }) {
      const { locale } = await session.settings.of(uri);
      const source = new Source(text);
      const offset = source.offsetAt(position);
      const root = await contextFolderOf(session, uri);
      const folder = ignoreFolder(text, offset) ?? '';
      const held = async (path: string) =>
        root === undefined ? [] : ((await session.readFolder(`${root}/${encodePath(path)}`)) ?? []);
      const top = await held('');
      const entries = folder === '' ? top : await held(folder);
      const { context } = withFolder(ignoring(uri, withoutIgnoreLine(text, offset)), folder, entries);
      const names = top.map(({ name }) => name);
      const { at, items } = ignoreCompletion(text, offset, await loadReference(locale), context!, names);
      return proposalsOf(items, source.rangeOf(at), session.client);
    },
  }),
];

/** What the context holds, as far as the line at an offset has to do with it. */
const listedFor = (
  { readFolder }: Session,
  root: string,
  { uri, text }: Pick<IgnoreParams, 'uri' | 'text'>,
  offset: number,
  token: CancellationToken,
): Promise<Surroundings> =>
  listed(root, ignoring(uri, text), readFolder, () => token.isCancellationRequested, ignoreEnters(text, offset));

/** The name of the Dockerfile that an ignore file is for; undefined for the one that all share. */
function dockerfileOf(uri: string): string | undefined {
  const name = nameOf(uri);
  return name === IGNORE_FILE || !name.endsWith(IGNORE_FILE) ? undefined : name.slice(0, -IGNORE_FILE.length);
}

/** The context that an ignore file is for, as a URI: its folder, or that of its Dockerfile. */
function contextFolderOf({ settings, contexts }: Session, uri: string): MaybePromise<string | undefined> {
  const dockerfile = dockerfileOf(uri);
  const folder = folderOf(uri);
  if (folder === undefined || dockerfile === undefined) return folder;
  const own = `${folder}/${encodePath(dockerfile)}`;
  return chain(settings.of(own), (found) => contexts.of(own, found));
}

/** Surroundings with that text as what is left out. */
const ignoring = (uri: string, ignore: string): Surroundings => ({
  ...nowhere,
  context: { paths: [], complete: false, ignore, ignorePath: nameOf(uri) },
});
