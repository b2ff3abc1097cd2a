import type { Disposable } from 'vscode-languageserver';
import { chain, folderOf, type MaybePromise } from '../host';
import { RAL } from '../library';
import type { BuildsResult, DescribedBuild, RememberedBuilds } from '../protocol';
import type { DocumentSettings } from '../settings';
import { describedBuilds, isSameBuild } from './described';
import type { ProjectFile } from './find';

/** So many milliseconds after a document was first asked about, the project is looked at: its first findings go before that. */
const PAUSE = 200;

/** The project files around a folder, one entry for all Dockerfiles in it. */
interface Around {
  /** As they were read last. */
  files: readonly ProjectFile[];
  /** Whether they may have changed since. */
  stale: boolean;
  looking: Promise<void> | undefined;
  waiting: Disposable | undefined;
}

/** What was said of a document. */
interface Told {
  readonly settings: DocumentSettings;
  readonly build: DescribedBuild;
}

/**
 * How each Dockerfile is built, first of all with which folder: as the user chose for it, else as `slipway.build.context` says,
 * else as the project's files do, else as it was built last, else with its own folder. Looking for files takes its time: until it
 * is over the answer is what was known.
 */
export class Contexts {
  private readonly around = new Map<string, Around>();
  private readonly told = new Map<string, Told>();
  private remembered: RememberedBuilds = {};

  constructor(
    private readonly filesAround: (folder: string) => Promise<readonly ProjectFile[]>,
    private readonly workspaceFolders: () => readonly string[],
    /** Called where a Dockerfile's build turns out to be another than what was said. */
    private readonly onNews: (uri: string) => void,
  ) {}

  /** The folder as far as it is known now, as a URI; begins to look where nobody has. Undefined for a document without one. */
  known(uri: string, settings: DocumentSettings): string | undefined {
    const folder = folderOf(uri);
    if (settings.context === undefined || folder === undefined) return undefined;
    const around = this.aroundOf(folder);
    if (around.stale && !around.looking) {
      around.waiting ??= RAL().timer.setTimeout(() => void this.look(folder), PAUSE);
    }
    return this.say(uri, settings)?.context;
  }

  /** The platform that a document is built for as far as it was said of it. */
  platform(uri: string): string | undefined {
    return this.told.get(uri)?.build.platform;
  }

  /** The folder once all has been looked at. */
  of(uri: string, settings: DocumentSettings): MaybePromise<string | undefined> {
    return chain(this.builds(uri, settings), (found) => found?.current.context);
  }

  /** All that is known of how a document is built, once all has been looked at; undefined for one without a folder. */
  builds(uri: string, settings: DocumentSettings): MaybePromise<BuildsResult | undefined> {
    const folder = folderOf(uri);
    if (settings.context === undefined || folder === undefined) return undefined;
    return chain(this.look(folder), () => {
      const current = this.say(uri, settings);
      return current && { current, builds: this.all(uri, settings), chosen: this.choice(uri, settings) !== undefined };
    });
  }

  /** What the client remembers for the user; all of it, each time. */
  remember(builds: RememberedBuilds): void {
    this.remembered = builds;
    for (const uri of [...this.told.keys()]) this.compare(uri);
  }

  /** Files changed: they are looked at again, and what they said last holds until then. */
  filesChanged(): void {
    for (const each of this.around.values()) {
      each.stale = true;
      each.looking = undefined;
    }
  }

  /** A document is closed. */
  forget(uri: string): void {
    this.told.delete(uri);
    const folder = folderOf(uri);
    if (folder === undefined || [...this.told.keys()].some((each) => folderOf(each) === folder)) return;
    this.around.get(folder)?.waiting?.dispose();
    this.around.delete(folder);
  }

  private aroundOf(folder: string): Around {
    const known = this.around.get(folder);
    if (known) return known;
    const made: Around = { files: [], stale: true, looking: undefined, waiting: undefined };
    this.around.set(folder, made);
    return made;
  }

  private look(folder: string): MaybePromise<void> {
    const around = this.aroundOf(folder);
    around.waiting?.dispose();
    around.waiting = undefined;
    if (!around.stale) return undefined;
    if (around.looking) return around.looking;
    const looking = this.filesAround(folder).then((files) => {
      // closed, or asked again meanwhile
      if (around.looking !== looking) return;
      around.looking = undefined;
      around.files = files;
      around.stale = false;
      for (const uri of [...this.told.keys()]) if (folderOf(uri) === folder) this.compare(uri);
    });
    around.looking = looking;
    return looking;
  }

  /** The build in force as far as it is known, which then is what was said. */
  private say(uri: string, settings: DocumentSettings): DescribedBuild | undefined {
    const build = this.choice(uri, settings) ?? this.all(uri, settings)[0];
    if (build) this.told.set(uri, { settings, build });
    return build;
  }

  private compare(uri: string): void {
    const before = this.told.get(uri);
    const now = before && this.say(uri, before.settings);
    if (now && JSON.stringify(now) !== JSON.stringify(before.build)) this.onNews(uri);
  }

  /** What the user chose for a document, as it is described now; undefined where nobody describes it any more. */
  private choice(uri: string, settings: DocumentSettings): DescribedBuild | undefined {
    const choice = this.remembered[uri]?.choice;
    if (!choice || choice.source === 'chosen') return choice;
    const found = this.all(uri, settings).find((each) => isSameBuild(each, choice));
    // nobody has looked yet: it will be as it was
    const folder = folderOf(uri);
    return found ?? (choice.file !== undefined && folder !== undefined && this.isNew(folder) ? choice : undefined);
  }

  private isNew(folder: string): boolean {
    const around = this.around.get(folder);
    return !around || (around.stale && around.files.length === 0);
  }

  /** Every build that is known of a document, the one to take where nothing is chosen in front. */
  private all(uri: string, { context, contextSet }: DocumentSettings): readonly DescribedBuild[] {
    const own = folderOf(uri);
    if (own === undefined || context === undefined) return [];
    const last = this.remembered[uri]?.last;
    return [
      ...(contextSet ? [{ source: 'setting', context } as const] : []),
      ...describedBuilds(uri, this.around.get(own)?.files ?? [], this.workspaceFolders(), own),
      ...(last ? [last] : []),
      { source: 'own', context: own },
    ];
  }
}
