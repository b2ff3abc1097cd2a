import type { Dockerfile } from '../../server/src/language/model/dockerfile';
/** Shell text without the blanks that are neither quoted nor escaped, found unit by unit: no parser of ours takes part. */
export declare function withoutFreeBlanks(text: string): string;
/** What BuildKit's parser makes of a file, words with quotes and escapes as they are written, and all comments, in order. */
export declare function exactReading(file: Dockerfile): unknown;
/**
 * What a file builds, as far as a formatter may not change it: shell scripts by their trees, ENV and LABEL by their values, so
 * that tools which rewrite more than blanks are judged by what they change and not by how.
 */
export declare function builtReading(file: Dockerfile): readonly string[];
