import type * as lsp from 'vscode-languageserver';
import { type Diagnostic, nowhere, type Range, type Span, type Surroundings } from '../language';
import type { Client } from './client';
import { contextOf } from './context';
import type { CopySources } from './copySources';
import type { OpenDocument } from './documents';
import { chain, type Host, type MaybePromise, nameOf } from './host';
import { itemOf } from './items';
import type { Log } from './log';
import type { Platforms } from './platforms';
import type { Contexts } from './project/contexts';
import type { DocumentSettings, Settings } from './settings';
import type { Shellcheck } from './shellcheck';

/** What was found in one version of a document under one configuration. */
export interface Report {
  readonly document: OpenDocument;
  readonly settings: DocumentSettings;
  readonly around: Surroundings;
  readonly findings: readonly Diagnostic[];
  /** The findings as the client gets them, in the same order. */
  readonly items: lsp.Diagnostic[];
  /** No two reports of a server have the same. */
  readonly id: string;
}

/** Checks open documents; remembers the last report of each version. */
export class Checker {
  private readonly reports = new WeakMap<OpenDocument, Report>();
  private readonly settled = new WeakSet<OpenDocument>();
  private readonly surroundings = new Map<string, Surroundings>();
  private readonly platformed = new WeakMap<Surroundings, Surroundings>();
  private readonly contexts = new Map<string, MaybePromise<Surroundings['context']>>();
  private today = '';
  private count = 0;

  constructor(
    private readonly settings: Settings,
    private readonly client: Client,
    private readonly host: Pick<Host, 'readFile' | 'today' | 'platform'>,
    private readonly log: Log,
    private readonly shellcheck: Shellcheck,
    private readonly platforms: Platforms,
    private readonly folders: Contexts,
    private readonly sources: CopySources,
    /** Called when the surroundings of all documents are no longer what they were. */
    private readonly onNewDay: () => void,
  ) {}

  /** The report on a document as it is now: made in this turn unless its settings must be asked for. */
  report(document: OpenDocument): MaybePromise<Report> {
    return chain(this.settings.of(document.uri), (settings) =>
      chain(this.context(document.uri, settings), () => {
        const around = this.around(document.uri);
        const known = this.reports.get(document);
        if (known?.settings === settings && known.around === around) {
          this.sources.wantAgain(document, settings);
          return known;
        }
        const report = this.check(document, settings, around);
        this.reports.set(document, report);
        return report;
      }),
    );
  }

  /** A file that documents may depend on appeared, changed or went. */
  filesChanged(): void {
    this.contexts.clear();
    this.folders.filesChanged();
    this.sources.filesChanged();
  }

  /** The build context of a document is another folder, or the document is closed. */
  contextChanged(uri: string): void {
    this.contexts.delete(uri);
  }

  private context(uri: string, settings: DocumentSettings): MaybePromise<Surroundings['context']> {
    const known = this.contexts.get(uri);
    if (known || this.contexts.has(uri)) return known;
    const found = contextOf(uri, this.folders.known(uri, settings), this.host.readFile);
    this.contexts.set(uri, found);
    if (found instanceof Promise) {
      found.then((context) => {
        if (this.contexts.get(uri) === found) this.contexts.set(uri, context);
      });
    }
    return found;
  }

  /** What surrounds a document, read where it was not. */
  surrounded(uri: string): MaybePromise<Surroundings> {
    return chain(this.settings.of(uri), (settings) =>
      chain(this.folders.of(uri, settings), () => chain(this.context(uri, settings), () => this.around(uri))),
    );
  }

  /** What surrounds a document, as far as it was read: the same object as long as it is the same. */
  around(uri: string): Surroundings {
    const today = this.host.today();
    if (today !== this.today) {
      const first = this.today === '';
      this.today = today;
      this.surroundings.clear();
      if (!first) this.onNewDay();
    }
    const context = this.contexts.get(uri);
    const read = context instanceof Promise ? undefined : context;
    const missingSources = this.sources.missing(uri);
    let around = this.surroundings.get(uri);
    if (!around || around.context !== read || around.missingSources !== missingSources) {
      around = {
        ...nowhere,
        today,
        fileName: nameOf(uri),
        ...(read && { context: read }),
        ...(missingSources && { missingSources }),
      };
      this.surroundings.set(uri, around);
    }
    return around;
  }

  /** With what registries say of base images: the same object as long as it is the same. */
  private withPlatforms(uri: string, around: Surroundings): Surroundings {
    const platforms = this.platforms.answers;
    const platform = this.folders.platform(uri) ?? this.host.platform;
    const known = this.platformed.get(around);
    if (known?.platforms === platforms && known.platform === platform) return known;
    const told = { ...around, platforms, ...(platform !== undefined && { platform }) };
    this.platformed.set(around, told);
    return told;
  }

  /** Takes the user to have stopped typing in a document. True if that can change its report. */
  settle(document: OpenDocument): boolean {
    if (document.cursor === undefined || this.settled.has(document)) return false;
    this.settled.add(document);
    return this.reports.delete(document);
  }

  /** There is more to say of a document than its last report did. */
  outdated(document: OpenDocument): void {
    this.reports.delete(document);
  }

  private check(document: OpenDocument, settings: DocumentSettings, around: Surroundings): Report {
    const { file } = document;
    const cursor = this.settled.has(document) ? undefined : document.cursor;
    const answers = settings.shellcheck === undefined ? undefined : this.shellcheck.answers(settings.shellcheck);
    const told = settings.registry ? this.withPlatforms(document.uri, around) : around;
    const findings = settings.linter.lint(file, told, {
      editing: true,
      ...(cursor !== undefined && { cursor }),
      onError: (rule, error) => this.log.error(`rule ${rule}`, error),
      ...(answers && { shellcheck: answers }),
    });
    if (settings.shellcheck === undefined) this.shellcheck.forget(document.uri);
    else this.shellcheck.want(document, settings.shellcheck);
    if (settings.registry) this.platforms.want(document, told.platform);
    else this.platforms.forget(document.uri);
    this.sources.want(document, settings);
    const { source } = file;
    const shown = {
      uri: document.uri,
      rangeOf: (at: Span) => source.rangeOf(at),
      isRangeOf: (at: Span, range: Range) => source.isRangeOf(at, range),
    };
    return {
      document,
      settings,
      around,
      findings,
      items: findings.map((finding) => itemOf(finding, shown, settings.locale, this.client)),
      id: (++this.count).toString(36),
    };
  }
}
