/** What a run of tests counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Nothing counted yet. */
export const none = (): Counts => ({ passed: 0, failed: 0, skipped: 0 });
