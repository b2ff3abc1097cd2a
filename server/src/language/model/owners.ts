import { factOfSome } from './block';

/** The RUNs of a block that may change whose files are. */
export const chownRuns = factOfSome((instruction) =>
  instruction.keyword === 'RUN' && instruction.text.includes('chown') ? instruction : undefined,
);
