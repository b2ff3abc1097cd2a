import { ADD_FLAGS, copiesOnly } from '../../model/copied';
import { defineRefactoring } from './refactoring';
import { inFile } from './tools/layout';

/** ADD of plain files becomes COPY. */
export const addToCopy = defineRefactoring({
  id: 'add-to-copy',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Convert ADD to COPY' },
    ko: { title: 'ADD를 COPY로 바꾸기' },
  },
  propose({ placed }) {
    const { keyword, flags, written, keywordAt } = placed.instruction;
    if (keyword !== 'ADD' || !copiesOnly(placed.instruction)) return undefined;
    if (flags.some(({ name }) => ADD_FLAGS.has(name))) return undefined;
    // a pattern may find an archive, which ADD unpacks
    if (placed.instruction.words.slice(0, -1).some(({ text }) => /[*?[]/.test(text))) return undefined;
    const text = written === written.toLowerCase() ? 'copy' : 'COPY';
    return { title: (texts) => texts.title, edits: [{ at: inFile(placed, keywordAt), text }] };
  },
});
