import { isArchiveName } from '../knowledge/archives';
import type { Block } from './block';
import { indicesOf } from './block';
import { isWhole } from './contextCopies';
import { copiedBy, isRemote, unquoted } from './copied';

/** True of a stage that begins with nothing at all. */
export const isScratch = ({ instructions }: Block): boolean =>
  instructions[0]?.keyword === 'FROM' && instructions[0].words[0]?.text === 'scratch';

/**
 * True where a COPY or ADD of a block may bring a file: by its name, or because a folder or an archive may hold it.
 * @param name of the file, as a pattern on the last part of a path
 * @param alone last part of a path that is known to be a single file
 */
export function mayBring(block: Block, before: number, name: RegExp, alone = ''): boolean {
  return indicesOf(block, ['COPY', 'ADD']).some((index) => {
    const instruction = block.instructions[index]!;
    const copied = index < before ? copiedBy(instruction) : undefined;
    if (!copied) return false;
    const destination = unquoted(copied.destination.text);
    const intoRoot = /^(?:\.?\/?|\.\/)$/.test(destination);
    return (
      name.test(destination) ||
      copied.sources.some(({ text }) => {
        const source = unquoted(text).replace(/\/+$/, '');
        const base = source.slice(source.lastIndexOf('/') + 1);
        if (isWhole(source.replace(/^\.?\/?/, '')) || name.test(base) || /[*?$]/.test(source)) return true;
        if (instruction.keyword === 'ADD' && (isArchiveName(base) || isRemote(source))) return true;
        // a folder that becomes the root may hold everything
        return intoRoot && base !== alone && !/\.\w+$/.test(base);
      })
    );
  });
}
