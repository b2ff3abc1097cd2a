import type { ProjectKind } from './builds';

const names: readonly (readonly [RegExp, ProjectKind])[] = [
  [/^(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/, 'compose'],
  [/^docker-bake(?:\.[^/]*)?\.(?:hcl|json)$/, 'bake'],
  [/^\.?devcontainer\.json$/, 'devcontainer'],
];

/** What a file describes, told by its path (`/` between its parts); undefined where it describes no builds. */
export function projectKindOf(path: string): ProjectKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/(?:^|\/)\.vscode\/tasks\.json$/.test(path)) return 'tasks';
  return names.find(([pattern]) => pattern.test(name))?.[1];
}
