import type * as Shell from '../../shell/tree';
import { type Span, touches } from '../../text/span';

/**
 * The nodes of a script's tree that touch an offset: words, expansions, commands, pipelines, chains of `&&`, lists.
 * @param place where a span of the script stands in the text that `offset` counts in
 */
export function spansAround(body: Shell.List, place: (span: Span) => Span, offset: number): readonly Span[] {
  const found: Span[] = [];
  const on = (span: Span): boolean => {
    const placed = place(span);
    if (!touches(placed, offset)) return false;
    found.push(placed);
    return true;
  };
  const list = ({ entries, at }: Shell.List): void => {
    on(at);
    chains(entries);
    for (const { pipeline } of entries) {
      on(pipeline.at);
      for (const command of pipeline.commands) {
        // a heredoc's lines are not within their command
        on(command.at);
        if (command.kind === 'simple') simple(command);
        else compound(command);
      }
    }
  };
  const chains = (entries: readonly Shell.Entry[]): void => {
    for (let first = 0; first < entries.length; ) {
      let last = first;
      while (last + 1 < entries.length && /^(?:&&|\|\|)$/.test(entries[last]!.operator?.text ?? '')) last++;
      if (last > first) on({ start: entries[first]!.pipeline.at.start, end: entries[last]!.pipeline.at.end });
      first = last + 1;
    }
  };
  const simple = ({ words: all, assignments, redirects }: Shell.SimpleCommand): void => {
    for (const { at, value, elements } of assignments) if (on(at)) words(value ? [value] : elements);
    words(all);
    redirected(redirects);
  };
  const compound = ({ words: all, parts, redirects }: Shell.CompoundCommand): void => {
    words(all);
    redirected(redirects);
    for (const part of parts) list(part.list);
  };
  const redirected = (redirects: readonly Shell.Redirect[]): void => {
    for (const { at, target, body } of redirects) {
      if (on(at) && target) words([target]);
      if (body && on(body.at)) expansions(body.expansions);
    }
  };
  const words = (all: readonly Shell.Word[]): void => {
    for (const word of all) if (on(word.at)) expansions(word.expansions);
  };
  const expansions = (all: readonly Shell.Expansion[]): void => {
    for (const expansion of all) {
      if (!on(expansion.at)) continue;
      if (expansion.kind === 'variable') words(expansion.operands);
      else if (expansion.kind === 'arithmetic') expansions(expansion.inner);
      else list(expansion.list);
    }
  };
  list(body);
  return found;
}
