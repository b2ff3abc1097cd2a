import { formatting } from '../../server/src/language/features/formatting';
import { defaultFormat, type FormatOptions } from '../../server/src/language/features/formatting/options';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { applyEdits } from '../../server/src/language/text/edit';

/** What holds where nobody says anything, with four blanks for the indent. */
export const plainFormat: FormatOptions = {
  ...defaultFormat,
  tabSize: 4,
  insertSpaces: true,
  insertFinalNewline: false,
  trimTrailingWhitespace: true,
};

/** A text as the formatter lays it out. */
export const formatted = (text: string, options: FormatOptions = plainFormat): string =>
  applyEdits(text, formatting(Dockerfile.parse(text), options));
