import type { Reference } from '../knowledge/reference/types';
import { type Cursor, cursorAt } from '../model/cursor';
import type { Dockerfile } from '../model/dockerfile';
import type { Surroundings } from '../model/surroundings';
import type { Span } from '../text/span';
import { aboutString, aboutTarget, aboutWord } from './hover/commands';
import { aboutFlag, aboutMount } from './hover/flags';
import { aboutImage } from './hover/images';
import { aboutClause, aboutDirective, aboutInstruction } from './hover/instructions';
import { aboutHeredoc, aboutPath, aboutSignal, aboutUser } from './hover/names';
import { aboutOperator } from './hover/operators';
import { type Ask, type Page, render } from './hover/page';
import { aboutPort } from './hover/ports';
import { aboutStage, aboutStageUse } from './hover/stages';
import { aboutDefinition, aboutShellVariable, aboutVariable } from './hover/variables';

/** What is to be said of a place of a file. */
export interface Hover {
  /** What it is about; offsets count in the file. */
  readonly span: Span;
  /** Text of the file is in code spans only. */
  readonly markdown: string;
}

/**
 * What a reader should know of what stands at an offset; undefined where there is nothing to say.
 * @param reference the texts, which decide the language: see `loadReference`
 */
export function hover(file: Dockerfile, offset: number, reference: Reference, around: Surroundings): Hover | undefined {
  const cursor = cursorAt(file, offset);
  const markdown = render(about({ file, reference, around }, cursor));
  return markdown === undefined ? undefined : { span: cursor.at, markdown };
}

/** Whether a hover at an offset would tell what the build context holds: whoever lists it need not do so else. */
export function asksForContext(file: Dockerfile, offset: number): boolean {
  const cursor = cursorAt(file, offset);
  return cursor.kind === 'path' && cursor.role === 'source' && !cursor.site.instruction.flag('from');
}

function about(ask: Ask, cursor: Cursor): Page {
  switch (cursor.kind) {
    case 'directive':
      return aboutDirective(ask, cursor);
    case 'keyword':
      return aboutInstruction(ask, cursor);
    case 'clause':
      return aboutClause(ask, cursor);
    case 'flag':
      return aboutFlag(ask, cursor);
    case 'mount':
      return aboutMount(ask, cursor);
    case 'image':
      return aboutImage(ask, cursor);
    case 'stage-use':
      return aboutStageUse(ask, cursor);
    case 'stage-name':
      return aboutStage(ask, cursor.stage);
    case 'variable':
      return aboutVariable(ask, cursor);
    case 'definition':
      return aboutDefinition(ask, cursor);
    case 'port':
      return aboutPort(ask, cursor);
    case 'path':
      return aboutPath(ask, cursor);
    case 'user':
      return aboutUser(ask, cursor.text, cursor.part);
    case 'signal':
      return aboutSignal(ask, cursor.text);
    case 'json-string':
      return aboutString(ask, cursor);
    case 'heredoc':
      return aboutHeredoc(ask, cursor);
    case 'shell-word':
      return aboutWord(ask, cursor);
    case 'shell-operator':
      return aboutOperator(ask, cursor);
    case 'shell-target':
      return aboutTarget(ask, cursor);
    case 'shell-variable':
      return aboutShellVariable(ask, cursor);
    case 'label':
    case 'shell-keyword':
    case 'shell-assignment':
    case 'script':
    case 'argument':
    case 'comment':
    case 'blank':
      return [];
  }
}
