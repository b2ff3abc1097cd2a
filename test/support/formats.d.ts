import { type FormatOptions } from '../../server/src/language/features/formatting/options';
/** What holds where nobody says anything, with four blanks for the indent. */
export declare const plainFormat: FormatOptions;
/** A text as the formatter lays it out. */
export declare const formatted: (text: string, options?: FormatOptions) => string;
