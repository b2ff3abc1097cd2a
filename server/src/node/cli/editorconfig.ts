import { dirname, join, relative, sep } from 'node:path';
import { parse, resolve } from 'tiny-editorconfig';
import { readSmallFile } from '../host';

/** What `.editorconfig` files say of one file; what none speaks of is missing. */
export type EditorConfig = ReturnType<typeof resolve>;

/**
 * Finds what holds for a file in the `.editorconfig` files of its folder and those around it, up to one with `root = true`
 * (spec.editorconfig.org). Each is read once.
 */
export class EditorConfigs {
  private readonly read = new Map<string, ReturnType<typeof parse> | undefined>();

  /** @param path absolute */
  of(path: string): EditorConfig {
    let found: EditorConfig = {};
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const own = this.in(folder);
      if (own) found = { ...resolve([own], relative(folder, path).split(sep).join('/')), ...found };
      if (own?.root || dirname(folder) === folder) return found;
    }
  }

  private in(folder: string): ReturnType<typeof parse> | undefined {
    if (!this.read.has(folder)) {
      const text = readSmallFile(join(folder, '.editorconfig'));
      this.read.set(folder, text === undefined ? undefined : parse(text));
    }
    return this.read.get(folder);
  }
}
