import { Dockerfile } from '../../server/src/language/model/dockerfile';

/** Takes the cursor mark `‸` out of a text. */
export function atCursor(marked: string): { file: Dockerfile; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0 || marked.indexOf('‸', offset + 1) >= 0) throw new Error(`one ‸ is wanted in: ${marked}`);
  return { file: Dockerfile.parse(marked.slice(0, offset) + marked.slice(offset + 1)), offset };
}
