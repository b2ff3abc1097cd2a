import type { Diagnostic } from '../../server/src/language/lint/diagnostic';
import { locales } from '../../server/src/language/locale/locale';

/** All that is said of a file, as plain data. */
export const said = (found: readonly Diagnostic[]) =>
  found.map(({ rule, code, level, at, aliases, message, fixes, related, tags, placed }) => ({
    rule,
    code,
    level,
    at,
    aliases,
    tags,
    messages: locales.map(message),
    fixes: fixes.map(({ title, safety, edits }) => ({ titles: locales.map(title), safety, edits })),
    related: related.map((each) => ({ at: each.at, messages: locales.map(each.message) })),
    instruction: placed?.index,
  }));
