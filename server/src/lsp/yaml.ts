import { parse } from 'yaml';

/** A YAML document as data, merge keys resolved. Loaded only where there is such a file to read. Throws what is wrong. */
export const load = (text: string): unknown => parse(text, { merge: true, logLevel: 'error' });
