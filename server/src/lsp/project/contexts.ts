import { chain, folderOf, type MaybePromise } from '../host';
import type { DocumentSettings } from '../settings';
import type { ProjectFile } from './find';

/**
 * The folder that is sent to the builder for each Dockerfile: the one that `slipway.build.context` names, else the one of the
 * project's files, else the Dockerfile's own. Looking for files takes its time: until it is over the answer is what was known.
 */
export class Contexts {
  private readonly named = new Map<string, string | undefined>();
  private readonly asked = new Map<string, MaybePromise<void>>();

  constructor(
    private readonly projectFiles: (uri: string) => Promise<readonly ProjectFile[]>,
    private readonly workspaceFolders: () => readonly string[],
    /** Called where a Dockerfile's folder turns out to be another than what `known` said. */
    private readonly onNews: (uri: string) => void,
  ) {}

  /** The folder as far as it is known now, as a URI; begins to look where nobody has. Undefined for a document without one. */
  known(uri: string, { context, contextSet }: DocumentSettings): string | undefined {
    if (contextSet || context === undefined) return context;
    this.look(uri);
    return this.named.get(uri) ?? context;
  }

  /** The folder once all has been looked at. */
  of(uri: string, settings: DocumentSettings): MaybePromise<string | undefined> {
    const { context, contextSet } = settings;
    if (contextSet || context === undefined) return context;
    return chain(this.look(uri), () => this.known(uri, settings));
  }

  /** The folder that the project's files name; undefined where they name none, or the setting goes before them. */
  ofProject(uri: string, { context, contextSet }: DocumentSettings): MaybePromise<string | undefined> {
    if (contextSet || context === undefined) return undefined;
    return chain(this.look(uri), () => this.named.get(uri));
  }

  /** Files changed: they are looked at again, and what they said last holds until then. */
  filesChanged(): void {
    this.asked.clear();
  }

  /** A document is closed. */
  forget(uri: string): void {
    this.asked.delete(uri);
    this.named.delete(uri);
  }

  private look(uri: string): MaybePromise<void> {
    if (this.asked.has(uri)) return this.asked.get(uri);
    const looking = this.projectFiles(uri).then((files) => {
      // closed, or asked again meanwhile
      if (this.asked.get(uri) !== looking) return;
      this.asked.set(uri, undefined);
      const before = this.named.get(uri);
      const now = projectContext(uri, files, this.workspaceFolders());
      this.named.set(uri, now);
      if ((before ?? folderOf(uri)) !== (now ?? folderOf(uri))) this.onNews(uri);
    });
    this.asked.set(uri, looking);
    return looking;
  }
}

/** Whom to believe first where several files name a folder: tasks are what people start in the editor. */
const order = ['tasks', 'compose', 'bake', 'devcontainer'] as const;

/**
 * The build context that files name for a Dockerfile, as a URI. A folder outside of the workspace is not followed: what a file
 * says must not lead the server through the whole disk.
 */
export function projectContext(
  uri: string,
  files: readonly ProjectFile[],
  workspaceFolders: readonly string[],
): string | undefined {
  const inside = [folderOf(uri), ...workspaceFolders].flatMap((each) => each?.replace(/\/$/, '') ?? []);
  for (const kind of order) {
    for (const file of files) {
      const named = file.kind === kind ? file.contexts : [];
      const found = named.find((each) => inside.some((top) => each === top || each.startsWith(`${top}/`)));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
