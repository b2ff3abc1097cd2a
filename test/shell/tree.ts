import type {
  CompoundCommand,
  Expansion,
  List,
  ShellTree,
  SimpleCommand,
  Word,
} from '../../server/src/language/shell/tree';
import type { Span } from '../../server/src/language/text/span';

/** What a node's span names. */
export const of = (tree: ShellTree, { at }: { readonly at: Span }): string => tree.text.slice(at.start, at.end);
export const commands = ({ entries }: List) => entries.flatMap(({ pipeline }) => pipeline.commands);
export const simple = (tree: ShellTree, index = 0) => commands(tree.body)[index] as SimpleCommand;
export const compound = (tree: ShellTree, index = 0) => commands(tree.body)[index] as CompoundCommand;
export const literals = (words: readonly Word[]) => words.map(({ literal }) => literal);
export const inner = (expansion: Expansion | undefined): List => {
  if (expansion?.kind !== 'command' && expansion?.kind !== 'process') throw new Error('no substitution');
  return expansion.list;
};
