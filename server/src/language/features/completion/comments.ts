import { BUILD_CHECKS, DIRECTIVES, directiveName } from '../../knowledge/directives';
import { rules } from '../../lint/rules';
import type { Locale } from '../../locale/locale';
import type { DirectiveCursor } from '../../model/cursor';
import type { Dockerfile } from '../../model/dockerfile';
import { type CompletionItem, nothing, value } from './item';

/** Values of a directive; of `# check=` the checks. `typed` is the value up to the cursor. */
export function directiveValues({ directive }: DirectiveCursor, typed: string): readonly CompletionItem[] {
  if (directive.name === 'check' && typed.includes('=')) return checks(typed);
  return DIRECTIVES[directive.name].values.map(value);
}

/** The values behind `# escape=`: without one it is no directive yet. */
export function emptyDirective(typed: string): readonly CompletionItem[] {
  const name = directiveName(/^#\s*(\w+)\s*=\s*$/.exec(typed)?.[1] ?? '');
  return name ? DIRECTIVES[name].values.map(value) : nothing;
}

/** The last of the parts that `;` parts says which checks there are to name. */
function checks(typed: string): readonly CompletionItem[] {
  const part = typed.slice(typed.lastIndexOf(';') + 1);
  if (part.startsWith('skip=')) return stable;
  return part.startsWith('experimental=') ? ['all', ...BUILD_CHECKS.experimental].map(value) : nothing;
}

const stable: readonly CompletionItem[] = ['all', ...BUILD_CHECKS.stable].map(value);

const ignoring = /^#\s*(slipway|hadolint)\s+(?:(?:global|stage)\s+)?ignore\s*=/i;
const checking = /^#\s*check\s*=\s*(?:\w+=\w*;)?skip=/i;

/** Names of rules behind `# slipway ignore=` and what hadolint and BuildKit write so; what else a comment begins with. */
export function commentItems(file: Dockerfile, typed: string, locale: Locale): readonly CompletionItem[] {
  const tool = ignoring.exec(typed)?.[1]?.toLowerCase();
  if (tool === 'slipway')
    return rules.map(({ id, text }) => ({ kind: 'rule', label: id, text: id, detail: text[locale].summary }));
  if (tool === 'hadolint') {
    return rules.flatMap(({ aliases = [], text }) =>
      aliases
        .filter((alias) => /^(?:DL|SC)\d/.test(alias))
        .map((alias) => ({ kind: 'rule', label: alias, text: alias, detail: text[locale].summary }) as const),
    );
  }
  if (checking.test(typed)) return stable;
  return file.instructions.length > 0 && /^#\s*\w*$/.test(typed) ? starts : nothing;
}

const starts: readonly CompletionItem[] = [
  '# slipway ignore=',
  '# slipway global ignore=',
  '# check=skip=',
  '# hadolint ignore=',
].map((text) => ({ kind: 'rule', label: text, text }));
