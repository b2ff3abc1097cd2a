/** A message in every language that we speak: one that is missing does not compile. */
export interface ProblemText {
  readonly en: (...values: string[]) => string;
  readonly ko: (...values: string[]) => string;
}
