/** What a run of tests counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, and how: repeated where a long log ends, since that is what a reader has when it is cut. */
  failures?: readonly string[];
}

/** Nothing counted yet. */
export const none = (): Counts => ({ passed: 0, failed: 0, skipped: 0 });
