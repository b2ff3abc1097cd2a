/** What the settings `slipway.format.*` and the key `format` of `.slipway.json` may say; the first of each is the default. */
export const formatChoices = {
  /** Case of instructions, `AS`, and `CMD` and `NONE` of HEALTHCHECK. */
  keywordCase: ['upper', 'lower', 'preserve'],
  /** Where `&&`, `||` and `|` stand when a line breaks beside them. */
  operators: ['preserve', 'leading', 'trailing'],
  /** What becomes of the packages that a package manager is told to install. */
  packages: ['preserve', 'one-per-line', 'sorted'],
  /** What becomes of the shell scripts in RUN's heredocs. */
  heredocs: ['preserve', 'shell'],
} as const;

export type FormatSetting = keyof typeof formatChoices;

/** How people want their Dockerfiles to look. */
export type FormatSettings = { readonly [S in FormatSetting]: (typeof formatChoices)[S][number] };

export const defaultFormat: FormatSettings = {
  keywordCase: 'upper',
  operators: 'preserve',
  packages: 'preserve',
  heredocs: 'preserve',
};

/** The settings, with what the editor or `.editorconfig` says of a file. */
export interface FormatOptions extends FormatSettings {
  /** Columns that a tab or a step of the indent takes. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** True: a file that does not end with a line break gets one. It never loses one. */
  readonly insertFinalNewline: boolean;
  /** False: blanks at the ends of lines stay. */
  readonly trimTrailingWhitespace: boolean;
}

/** The names of all options; the compiler sees to it that none is missing. */
export const optionNames = Object.keys({
  keywordCase: true,
  operators: true,
  packages: true,
  heredocs: true,
  tabSize: true,
  insertSpaces: true,
  insertFinalNewline: true,
  trimTrailingWhitespace: true,
} satisfies Record<keyof FormatOptions, true>) as (keyof FormatOptions)[];
