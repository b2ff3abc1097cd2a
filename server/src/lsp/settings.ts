import type { Connection } from 'vscode-languageserver';
import {
  type ConfigLayer,
  defaultFormat,
  type FormatSettings,
  type Linter,
  type Locale,
  localeOf,
  type Preset,
} from '../language';
import type { Client } from './client';
import { ConfigurationFiles, Linters, layerOf, layersOf } from './configuration';
import { isRecord } from './configurationFile';
import { contextFolderOf } from './context';
import type { SomeFormat } from './formatSettings';
import { chain, folderOf, type Host, type MaybePromise } from './host';
import type { Log } from './log';
import { SETTINGS_SECTION } from './protocol';
import { texts } from './texts';

/** What holds for one document. The object is the same as long as nothing of it changes. */
export interface DocumentSettings {
  readonly linter: Linter;
  readonly preset: Preset;
  readonly locale: Locale;
  readonly inlayHints: boolean;
  readonly format: FormatSettings;
  /** ShellCheck's program, empty for the one on PATH; undefined where none is to be run. */
  readonly shellcheck: string | undefined;
  /** Whether registries may be asked. */
  readonly registry: boolean;
  /** Whether a lens says how many problems can be fixed at once. */
  readonly fixAllLens: boolean;
  /**
   * The folder that the editor's settings have sent to the builder, as a URI: the Dockerfile's own where they name none.
   * Undefined for a document without a folder. What the project's files say is in `Contexts`.
   */
  readonly context: string | undefined;
  /** Whether they name one. */
  readonly contextSet: boolean;
  /** The configuration file of most weight that takes part. */
  readonly configuration: string | undefined;
}

/** The editor's part of the settings, checked. */
interface EditorSettings {
  readonly layer: ConfigLayer;
  readonly locale: Locale;
  readonly inlayHints: boolean;
  readonly format: SomeFormat;
  readonly shellcheck: string | undefined;
  readonly registry: boolean;
  readonly fixAllLens: boolean;
  /** The build context as it is set; empty for the Dockerfile's own folder. */
  readonly context: string;
  readonly complaints: readonly string[];
}

/** Settings of documents from the editor and from files, in the order of the contract. */
export class Settings {
  private readonly editor = new Map<string, MaybePromise<EditorSettings>>();
  private readonly documents = new Map<string, MaybePromise<DocumentSettings>>();
  private readonly files: ConfigurationFiles;
  private readonly linters = new Linters();
  private folders: readonly string[];
  /** What a client that is not asked has told; at first what it gave with `initialize`. */
  private told: unknown;
  private trusted: boolean;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    readFile: Host['readFile'],
    userConfigurations: Host['userConfigurations'],
    private readonly log: Log,
  ) {
    this.files = new ConfigurationFiles(readFile, userConfigurations);
    this.folders = client.folders.map(({ uri }) => uri);
    this.told = client.options.settings;
    this.trusted = client.options.trusted !== false;
  }

  /** The settings of a document; a promise only where the client or a file must be asked first. */
  of(uri: string): MaybePromise<DocumentSettings> {
    const key = folderOf(uri) ?? uri;
    const known = this.documents.get(key);
    if (known) return known;
    const found = chain(this.editorSettings(this.scopeOf(uri)), (editor) =>
      chain(this.files.of(uri), (files) => {
        const { linter, preset, complaints } = this.linters.for(layersOf(files, editor.layer));
        const say = (file: string, list: readonly string[]) => {
          if (list.length > 0) this.log.warn(texts[editor.locale].configuration(file, list.join('; ')));
        };
        for (const file of [files.ours, files.hadolint]) if (file) say(file.uri, file.complaints);
        say(SETTINGS_SECTION, [...new Set([...editor.complaints, ...complaints])]);
        const { locale, inlayHints, fixAllLens, shellcheck, registry } = editor;
        const format = { ...defaultFormat, ...editor.format, ...files.ours?.format };
        const configuration = (files.ours ?? files.hadolint)?.uri;
        const context = contextFolderOf(editor.context, folderOf(uri), this.scopeOf(uri));
        const contextSet = editor.context.trim() !== '';
        const folder = { context, contextSet };
        return {
          linter,
          preset,
          locale,
          inlayHints,
          fixAllLens,
          format,
          shellcheck,
          registry,
          ...folder,
          configuration,
        };
      }),
    );
    return remember(this.documents, key, found);
  }

  /** The workspace's folders, as URIs. */
  get workspaceFolders(): readonly string[] {
    return this.folders;
  }

  /** The language of what is not about one document. */
  get locale(): Locale {
    const [scope = ''] = this.folders;
    const editor = this.editor.get(scope);
    return editor && !(editor instanceof Promise) ? editor.locale : this.checked(this.told).locale;
  }

  /** Asks for the settings of all workspace folders before a document needs them. */
  prefetch(): void {
    for (const folder of this.folders) this.editorSettings(folder);
  }

  /** The editor's settings changed: they are asked for again, or are those given here. */
  editorChanged(settings: unknown): void {
    if (!this.client.can.configuration) this.told = sectionOf(settings) ?? this.client.options.settings;
    this.editor.clear();
    this.documents.clear();
    this.linters.forget();
  }

  /** The user trusts the folder now. */
  trustGranted(): void {
    this.trusted = true;
    this.editor.clear();
    this.documents.clear();
  }

  /** A configuration file appeared, changed or went. */
  filesChanged(): void {
    this.files.forget();
    this.documents.clear();
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
    this.documents.clear();
  }

  /** The innermost workspace folder around a document: the editor's settings differ by folder, not by document. */
  private scopeOf(uri: string): string {
    const around = this.folders.filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
    return around.sort((a, b) => b.length - a.length)[0] ?? '';
  }

  private editorSettings(scope: string): MaybePromise<EditorSettings> {
    let settings = this.editor.get(scope);
    if (!settings) {
      settings = this.client.can.configuration ? this.ask(scope) : this.checked(this.told);
      remember(this.editor, scope, settings);
    }
    return settings;
  }

  private async ask(scope: string): Promise<EditorSettings> {
    let answer: unknown;
    try {
      answer = await this.connection.workspace.getConfiguration({
        section: SETTINGS_SECTION,
        ...(scope && { scopeUri: scope }),
      });
    } catch (error) {
      this.log.error('workspace/configuration', error);
    }
    return this.checked(answer ?? this.told);
  }

  private checked(value: unknown): EditorSettings {
    const { layer, format, complaints } = layerOf(value ?? {});
    const language = typeof value === 'object' && value && 'language' in value ? value.language : undefined;
    const locale = language === 'en' || language === 'ko' ? language : localeOf(this.client.locale);
    const on = (section: string, name: string): boolean => {
      const group = isRecord(value) ? value[section] : undefined;
      return !(isRecord(group) && group[name] === false);
    };
    return {
      layer,
      locale,
      inlayHints: on('inlayHints', 'enabled'),
      fixAllLens: on('codeLens', 'enabled') && on('codeLens', 'fixAll'),
      format,
      shellcheck: this.shellcheckIn(value),
      registry: this.trusted && isRecord(value) && isRecord(value.registry) && value.registry.enabled === true,
      context:
        isRecord(value) && isRecord(value.build) && typeof value.build.context === 'string' ? value.build.context : '',
      complaints,
    };
  }

  private shellcheckIn(value: unknown): string | undefined {
    const { enable, path } = isRecord(value) && isRecord(value.shellcheck) ? value.shellcheck : {};
    // nothing is started in a folder that the user does not trust
    if (enable === 'off' || !this.trusted) return undefined;
    return typeof path === 'string' ? path : '';
  }
}

/** Puts a value into a map; once a promise of it is kept, the value takes its place, so that it is at hand from then on. */
function remember<V>(map: Map<string, MaybePromise<V>>, key: string, value: MaybePromise<V>): MaybePromise<V> {
  map.set(key, value);
  if (value instanceof Promise) {
    value.then((kept) => {
      if (map.get(key) === value) map.set(key, kept);
    });
  }
  return value;
}

/** Clients send either the section itself or an object that holds it. */
const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null && SETTINGS_SECTION in settings
    ? (settings as Record<string, unknown>)[SETTINGS_SECTION]
    : undefined;
