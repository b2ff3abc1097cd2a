import { starters } from '../starters';
import type { Ask, CompletionItem } from './item';

/** Whole Dockerfiles, for a file without any instruction: those that fit the folder. */
export function starterItems({ around, reference }: Ask): readonly CompletionItem[] {
  const names = around.context?.paths.filter((path) => !path.includes('/')) ?? [];
  return starters(names, reference.language).map(({ title, text, snippet }) => ({
    kind: 'starter',
    label: `Dockerfile: ${title}`,
    text,
    snippet,
    documentation: `\`\`\`dockerfile\n${text}\`\`\``,
  }));
}
