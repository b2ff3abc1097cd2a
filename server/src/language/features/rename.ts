import { predefinedArg } from '../knowledge/predefinedArgs';
import { Dockerfile } from '../model/dockerfile';
import { applyEdits, type Edit } from '../text/edit';
import { slice } from '../text/span';
import type { NamedHeredoc } from './names/namedAt';
import { meaningOf } from './rename/meaning';
import { isRefusal, type Refusal } from './rename/refusal';
import { type Subject, subjectAt } from './rename/subject';

const stageForm = /^[a-z][a-z0-9_.-]*$/i;
const variableForm = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Names that FROM and --from take for something else. */
const reservedStages: ReadonlySet<string> = new Set(['scratch', 'context']);

/** The edits of a rename; they do not collide, and offsets count in the file. */
export interface Renaming {
  readonly edits: readonly Edit[];
}

/**
 * Gives what is named at an offset another name, everywhere in the file. What the file builds stays the same: the result is
 * read anew, and where any name in it would stand for something else than before, the rename is refused.
 */
export function rename(file: Dockerfile, offset: number, name: string): Renaming | Refusal {
  const subject = subjectAt(file, offset);
  if (isRefusal(subject)) return subject;
  const wrong = wrongName(file, subject, name);
  if (wrong) return wrong;
  const edits = editsOf(file, subject, name);
  const renamed = Dockerfile.parse(applyEdits(file.text, edits));
  const before = meaningOf(file);
  const after = meaningOf(renamed);
  const same = before.length === after.length && before.every((each, i) => each === after[i]);
  return same ? { edits } : { code: 'taken', name };
}

function wrongName(file: Dockerfile, { kind, heredoc }: Subject, name: string): Refusal | undefined {
  switch (kind) {
    case 'stage':
      if (!stageForm.test(name)) return { code: 'not-a-stage', name };
      return reservedStages.has(name.toLowerCase()) ? { code: 'reserved', name } : undefined;
    case 'variable':
      if (!variableForm.test(name)) return { code: 'not-a-variable', name };
      return predefinedArg(name) || name === 'PATH' ? { code: 'reserved', name } : undefined;
    case 'heredoc':
      return variableForm.test(name) ? endingEarly(file, heredoc!, name) : { code: 'not-a-heredoc', name };
  }
}

/** Under that name the heredoc would end at one of its lines. */
function endingEarly(file: Dockerfile, { start, body, chomp }: NamedHeredoc, name: string): Refusal | undefined {
  const { source, text } = file;
  const last = source.lineAt(Math.max(start + body.end - 1, 0));
  for (let line = source.lineAt(start + body.start); line <= last; line++) {
    const content = text.slice(source.lineStart(line), source.lineEnd(line));
    if ((chomp ? content.replace(/^\t+/, '') : content) === name) return { code: 'in-body', name, line: line + 1 };
  }
  return undefined;
}

function editsOf(file: Dockerfile, { places, kind }: Subject, name: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { at, definition } of places) {
    // FROM finds a stage by its name in lower case only
    const inFrom = kind === 'stage' && !definition && file.at(at.start)?.instruction.keyword === 'FROM';
    const text = inFrom ? name.toLowerCase() : name;
    if (slice(file.text, at) !== text) edits.push({ at, text });
  }
  return edits;
}
