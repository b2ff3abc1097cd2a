import { ignoreSections } from '../knowledge/ignoreLines';
import type { ReferenceLanguage } from '../knowledge/reference/types';
import { copiedBy, unquoted } from '../model/copied';
import type { Dockerfile } from '../model/dockerfile';

/**
 * A `.dockerignore` to begin with.
 * @param names what the context's folder holds: file names
 */
export function dockerignore(names: readonly string[], language: ReferenceLanguage): string {
  const meant = ignoreSections.filter(
    ({ files }) => files.length === 0 || files.some((file) => names.some((name) => isNamed(name, file))),
  );
  return meant.map(({ heading, lines }) => `# ${heading[language]}\n${lines.join('\n')}\n`).join('\n');
}

/** Whether a file is one of those that a table names: `*.csproj` stands for all with that ending. */
export const isNamed = (name: string, file: string): boolean =>
  file[0] === '*' ? name.endsWith(file.slice(1)) : name === file;

/** Whether the instruction at an offset copies the whole build context. */
export function copiesAll(file: Dockerfile, offset: number): boolean {
  const instruction = file.at(offset)?.instruction;
  const copied = instruction?.flag('from') ? undefined : instruction && copiedBy(instruction);
  return copied?.sources.some(({ text }) => /^\.?\/?$/.test(unquoted(text))) === true;
}
