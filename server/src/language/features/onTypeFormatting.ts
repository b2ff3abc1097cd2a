import type { Dockerfile } from '../model/dockerfile';
import type { Edit } from '../text/edit';
import { shift } from '../text/span';
import { styleAt } from './formatting';
import { editsOf, harmless } from './formatting/ofInstruction';
import type { FormatOptions } from './formatting/options';

/**
 * What Enter formats: the line that was left, of the instruction that it belongs to. Nothing on the cursor's line moves, and
 * lines break where they did.
 * @param offset the cursor's, behind the line break that was typed
 */
export function onTypeFormatting(file: Dockerfile, offset: number, options: FormatOptions): readonly Edit[] {
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (lineStart === 0) return [];
  const placed = file.at(lineStart - 1) ?? file.at(lineOf(text, lineStart - 1));
  if (!placed) return [];
  const left = lineOf(text, lineStart - 1);
  const plain: FormatOptions = { ...options, operators: 'preserve', packages: 'preserve' };
  const style = styleAt(file, placed, plain);
  const { instruction, start } = placed;
  const own = editsOf(instruction, style).filter(({ at }) => start + at.end < lineStart && start + at.start >= left);
  return harmless(instruction, own, style).map(({ at, text: put }) => ({ at: shift(at, start), text: put }));
}

/** Where the line that holds an offset begins. */
const lineOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
