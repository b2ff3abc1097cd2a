import type { Disposable } from 'vscode-languageserver';
import { copySources, type MissingSources, type Surroundings } from '../language';
import type { OpenDocument } from './documents';
import { foldersUpwards, type MaybePromise } from './host';
import { RAL } from './library';
import { type ContextFolders, type Files, missingSources } from './missingSources';
import type { Contexts } from './project/contexts';
import type { DocumentSettings } from './settings';

/** Folders are looked into when nobody has typed for so long: each key in a path makes another source. */
const pauseMs = 500;
/** So many sources of a file are looked for, and so many folders may be the context. */
const mostSources = 200;
const mostFolders = 10;

/** What the outside lends for this. */
export interface Lent extends Files {
  readonly workspaceFolders: () => readonly string[];
  readonly contexts: Contexts;
  /** What is left out of the context of a document. */
  readonly surrounded: (uri: string) => MaybePromise<Surroundings>;
  /** Has files watched that match; undefined for a client that cannot. */
  readonly watch: (globs: readonly string[]) => Promise<Disposable> | undefined;
}

/** Looks for the sources of COPY and ADD in the build context, behind everything else: what is missing is told later. */
export class CopySources {
  private readonly known = new Map<string, MissingSources>();
  private readonly waiting = new Map<string, Disposable>();
  /** Documents whose sources were looked for since files last changed, or will be. */
  private readonly current = new Set<string>();
  private watched = '';
  private watcher: Promise<Disposable> | undefined;

  constructor(
    private readonly lent: Lent,
    /** Called when there is something new to say of a document. */
    private readonly onAnswer: (uri: string) => void,
  ) {}

  /** What is missing as far as it is known now: the same object as long as it is the same. */
  missing(uri: string): MissingSources | undefined {
    return this.known.get(uri);
  }

  /** A document was checked: its sources are looked for once nobody types. */
  want(document: OpenDocument, settings: DocumentSettings): void {
    const { uri } = document;
    this.current.add(uri);
    this.waiting.get(uri)?.dispose();
    // only on this machine: each folder of another costs a request
    if (settings.context?.startsWith('file:') !== true) return;
    const timer = RAL().timer.setTimeout(() => this.run(document, settings, timer), pauseMs);
    this.waiting.set(uri, timer);
  }

  /** The report on a document is wanted again, and it is the same: its sources are looked for where files have changed. */
  wantAgain(document: OpenDocument, settings: DocumentSettings): void {
    if (!this.current.has(document.uri)) this.want(document, settings);
  }

  /** Files appeared, changed or went. */
  filesChanged(): void {
    this.current.clear();
  }

  /** A document was closed: nothing of it is looked for any more. */
  forget(uri: string): void {
    this.waiting.get(uri)?.dispose();
    this.waiting.delete(uri);
    this.current.delete(uri);
    if (this.known.delete(uri)) this.watchMissing();
  }

  private async run({ uri, file }: OpenDocument, settings: DocumentSettings, timer: Disposable): Promise<void> {
    const paths = copySources(file).map(({ path }) => path);
    const found =
      paths.length === 0
        ? none
        : await missingSources(
            paths.slice(0, mostSources),
            await this.folders(uri, settings),
            (await this.lent.surrounded(uri)).context,
            this.lent,
          );
    // closed, or asked again meanwhile
    if (this.waiting.get(uri) !== timer) return;
    const text = (missing: MissingSources) => JSON.stringify([...missing]);
    if (text(found) === text(this.known.get(uri) ?? none)) return;
    this.known.set(uri, found);
    this.watchMissing();
    this.onAnswer(uri);
  }

  /**
   * The context of a document, where the user, settings or files of the project name it; else what it may be: the document's own folder
   * and those around it in the workspace.
   */
  private async folders(uri: string, settings: DocumentSettings): Promise<ContextFolders> {
    const { current, chosen, builds = [] } = (await this.lent.contexts.builds(uri, settings)) ?? {};
    if (current && (chosen || current.source !== 'own')) {
      // files may describe several builds, and what one lacks another has
      const described = chosen || current.file === undefined ? [] : builds.filter(({ file }) => file !== undefined);
      return { folders: [...new Set([current, ...described].map(({ context }) => context))], isSure: true };
    }
    const tops = this.lent.workspaceFolders().map((each) => each.replace(/\/$/, ''));
    const around = [...foldersUpwards(uri)].filter((each) =>
      tops.some((top) => each === top || each.startsWith(`${top}/`)),
    );
    return { folders: around.length > mostFolders ? [] : around, isSure: false };
  }

  /** What is missing may be made by whatever program: the client is to tell. */
  private watchMissing(): void {
    const paths = [...this.known.values()].flatMap((each) => [...each.keys()]);
    // the folders, too: what appears with one of them is not told apart
    const globs = paths.flatMap((path) =>
      path.split('/').map((_, i, parts) => `**/${parts.slice(0, i + 1).join('/')}`),
    );
    const wanted = [...new Set(globs)].sort();
    if (wanted.join('\n') === this.watched) return;
    this.watched = wanted.join('\n');
    this.watcher?.then((each) => each.dispose()).catch(() => {});
    this.watcher = wanted.length === 0 ? undefined : this.lent.watch(wanted);
    // a client that refuses has what is missing looked for when the document is next checked
    this.watcher?.catch(() => {});
  }
}

const none: MissingSources = new Map();
