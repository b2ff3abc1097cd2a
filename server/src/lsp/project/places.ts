import type { DefinitionLink, Hover, Location } from 'vscode-languageserver';
import { Dockerfile, loadReference, projectKindOf, type Span, touches } from '../../language';
import { type OutsideName, outsideDefinition, outsideHover } from '../../language/features';
import { type AnyHandler, handler, type Session } from '../handler';
import { folderOf } from '../host';
import { referencesAt } from '../navigation';
import {
  type EmbeddedPositionParams,
  PROJECT_DEFINITION_METHOD,
  PROJECT_HOVER_METHOD,
  PROJECT_REFERENCES_METHOD,
} from '../protocol';
import { isInside, type LocatedBuild, readProjectFile } from './find';

/** Requests about files that describe builds: texts come with each, and nothing is kept. */
export const projectPlaces: readonly AnyHandler[] = [
  handler<EmbeddedPositionParams, DefinitionLink[]>({
    method: PROJECT_DEFINITION_METHOD,
    empty: [],
    async answer(session, params) {
      const links = (await meanings(session, params)).flatMap(({ uri, file, origin, named }): DefinitionLink[] => {
        const start = { target: { start: 0, end: 0 }, name: { start: 0, end: 0 } };
        const found = named ? outsideDefinition(file, named) : start;
        if (!found) return [];
        const targetRange = file.source.rangeOf(found.target);
        const targetSelectionRange = file.source.rangeOf(found.name);
        return [{ originSelectionRange: origin, targetUri: uri, targetRange, targetSelectionRange }];
      });
      return links;
    },
  }),
  handler<EmbeddedPositionParams, Hover | null>({
    method: PROJECT_HOVER_METHOD,
    empty: null,
    async answer(session, params) {
      const { client, settings, checker } = session;
      for (const { uri, file, origin, named } of await meanings(session, params)) {
        const { locale } = await settings.of(uri);
        const value = named && outsideHover(file, named, await loadReference(locale), checker.around(uri));
        const kind = client.can.markdownHover ? 'markdown' : 'plaintext';
        if (value !== undefined) return { range: origin, contents: { kind, value } };
      }
      return null;
    },
  }),
  handler<EmbeddedPositionParams, Location[]>({
    method: PROJECT_REFERENCES_METHOD,
    empty: [],
    async answer(session, params) {
      for (const { uri, file, named } of await meanings(session, params)) {
        const found = named && outsideDefinition(file, named);
        if (found) return referencesAt(session, { uri, file }, found.name.start, true);
      }
      return [];
    },
  }),
];

/** What a place of a file that describes builds is about. */
interface Meaning {
  /** The Dockerfile, and its text as it is open, else on disk. */
  readonly uri: string;
  readonly file: Dockerfile;
  readonly origin: DefinitionLink['targetRange'];
  /** What of it is named; undefined where it is the Dockerfile itself. */
  readonly named: OutsideName | undefined;
}

/** One for each Dockerfile: builds may share what they inherit. */
async function meanings(session: Session, { uri, text, position }: EmbeddedPositionParams): Promise<Meaning[]> {
  const kind = projectKindOf(uri);
  if (!kind) return [];
  const { source, builds } = await readProjectFile(uri, kind, text);
  const offset = source.offsetAt(position);
  const found = new Map<string, Meaning>();
  for (const build of builds) {
    const { dockerfileUri } = build;
    const place = placeIn(build, offset);
    if (!place || dockerfileUri === undefined || found.has(dockerfileUri)) continue;
    const file = await dockerfileAt(session, dockerfileUri, folderOf(uri));
    const origin = source.rangeOf(place.at);
    if (file) found.set(dockerfileUri, { uri: dockerfileUri, file, origin, named: place.named });
  }
  return [...found.values()];
}

function placeIn({ target, args, dockerfile, context }: LocatedBuild, offset: number) {
  const isOn = (each: { readonly at: Span } | undefined) => each && touches(each.at, offset);
  if (target?.text !== undefined && isOn(target)) {
    return { at: target.at, named: { kind: 'stage', name: target.text } as const };
  }
  const arg = args.find(isOn);
  if (arg) return { at: arg.at, named: { kind: 'argument', name: arg.name } as const };
  const path = [dockerfile, context].find(isOn);
  return path && { at: path.at, named: undefined };
}

/** @param own the folder of the file that names it */
async function dockerfileAt({ document, readFile, settings }: Session, uri: string, own: string | undefined) {
  const open = document({ uri });
  if (open) return open.file;
  const text = isInside(uri, settings.workspaceFolders, own) ? await readFile(uri) : undefined;
  return text === undefined ? undefined : Dockerfile.parse(text);
}
