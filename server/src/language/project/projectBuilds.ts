import { bakeBuilds } from './bake';
import type { ProjectBuild, ProjectKind } from './builds';
import { composeBuilds } from './compose';
import { devcontainerBuilds } from './devcontainer';
import { readHcl } from './hcl';
import { readJson } from './json';
import { taskBuilds } from './tasks';
import type { Tree } from './tree';
import { readYaml } from './yaml';

/** Nobody writes such a file by hand. */
const MAX_LENGTH = 1_000_000;

const readers: Readonly<Record<ProjectKind, (text: string) => readonly ProjectBuild[]>> = {
  compose: (text) => composeBuilds(readYaml(text)),
  bake: (text) => bakeBuilds(bakeTree(text)),
  devcontainer: (text) => devcontainerBuilds(readJson(text)),
  tasks: (text) => taskBuilds(readJson(text)),
};

/** The builds that a file describes, in its order; of a file that is wrong or half typed, those that can be read. */
export function projectBuilds(kind: ProjectKind, text: string): readonly ProjectBuild[] {
  if (text.length > MAX_LENGTH) return [];
  try {
    return readers[kind](text);
  } catch {
    // the YAML and JSON libraries descend: brackets can be nested deeper than the stack goes
    return [];
  }
}

/** Bake tells the formats apart by trying, too: a file of JSON begins with a brace, one of HCL never. */
const bakeTree = (text: string): Tree | undefined => (/^\s*\{/.test(text) ? readJson(text) : readHcl(text));
