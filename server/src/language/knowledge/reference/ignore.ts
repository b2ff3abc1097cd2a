/** What a line of a `.dockerignore` means and does. */
export interface IgnoreTexts {
  readonly comment: string;
  /** Blanks before `#`. */
  readonly noComment: string;
  readonly invalid: string;
  readonly leavesOut: (what: IgnoredPaths) => string;
  readonly bringsBack: (what: IgnoredPaths) => string;
  readonly matchesNone: string;
  /** The same where not all of the folder was looked through. */
  readonly matchesNoneSoFar: string;
  /** The line above that does so already. */
  readonly already: (pattern: string, line: string) => string;
  readonly nothingToBringBack: string;
  /** A line below brings back what this one leaves out. */
  readonly broughtBack: (paths: number, pattern: string, line: string) => string;
  /** A line below leaves out what this one brings back. */
  readonly leftOutAgain: (paths: number, pattern: string, line: string) => string;
  readonly negation: string;
  readonly deep: string;
  readonly wildcard: string;
  /** A pattern that counts from the context's folder alone; `anywhere` matches in each folder. */
  readonly rooted: (anywhere: string) => string;
  readonly slashes: string;
  /** Which file counts, and where. */
  readonly place: string;
  /** The file of one Dockerfile. */
  readonly placeOf: (dockerfile: string) => string;
}

/** What a line of a `.dockerignore` matches in the build context. */
export interface IgnoredPaths {
  readonly files: number;
  /** With its unit; undefined where it is not known. */
  readonly size: string | undefined;
  readonly paths: readonly string[];
  /** So many paths more. */
  readonly more: number;
  /** Not all of the folder was looked through. */
  readonly atLeast: boolean;
}
