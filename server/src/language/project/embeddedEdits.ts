import { applyEdits, type Edit } from '../text/edit';
import { embeddedDockerfiles } from './embedded';
import { type EmbeddingKind, writtenIn } from './embedding';
import { pieceOf, spanIn, type Text } from './tree';

/**
 * Edits of a Dockerfile as edits of the file that it stands in. The file with them is read again: undefined unless it then has
 * this Dockerfile with its edits, and all others as they are. So an escape, a quote, a fence or an indentation that would be
 * read otherwise changes nothing.
 * @param dockerfile as `embeddedDockerfiles` gave it
 */
export function embeddedEdits(
  kind: EmbeddingKind,
  source: string,
  dockerfile: Text,
  edits: readonly Edit[],
): readonly Edit[] | undefined {
  const { text, pieces, at: place } = dockerfile;
  if (text === undefined || !pieces || edits.length === 0) return undefined;
  const mapped = edits.map((edit): Edit => {
    const indent = indentOf(source, pieceOf(pieces, edit.at.start).from);
    return { at: spanIn(pieces, edit.at), text: writtenIn(kind, edit.text).replaceAll('\n', `\n${indent}`) };
  });
  const wanted = embeddedDockerfiles(kind, source).map((each) =>
    each.at.start === place.start ? applyEdits(text, edits) : each.text,
  );
  const got = embeddedDockerfiles(kind, applyEdits(source, mapped)).map((each) => each.text);
  const isSame = got.length === wanted.length && got.every((each, i) => each === wanted[i]);
  return isSame ? mapped : undefined;
}

/** The blanks in front of a place, where there is nothing else in front of it in its line. */
function indentOf(source: string, place: number): string {
  const before = source.slice(source.lastIndexOf('\n', place - 1) + 1, place);
  return before.trim() === '' ? before : '';
}
