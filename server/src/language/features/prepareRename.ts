import type { Dockerfile } from '../model/dockerfile';
import { type Span, slice } from '../text/span';
import { isRefusal, type Refusal } from './rename/refusal';
import { subjectAt } from './rename/subject';

/** A name that can be changed. Offsets count in the file. */
export interface RenameTarget {
  readonly at: Span;
  /** As it is written there. */
  readonly name: string;
}

/** The name at an offset that `rename` would change, or why it would not. */
export function prepareRename(file: Dockerfile, offset: number): RenameTarget | Refusal {
  const subject = subjectAt(file, offset);
  return isRefusal(subject) ? subject : { at: subject.at, name: slice(file.text, subject.at) };
}
