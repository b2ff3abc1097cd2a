import type { Reference } from '../../knowledge/reference/types';
import type { Site } from '../../model/cursor';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { forceAt, type InForce } from '../../model/inForce';
import { scriptsOf } from '../../model/scripts';
import { stageAt } from '../../model/stages';
import { dialectOf } from '../../shell/dialect';
import { type Ask, lineOf, type Page, sentences } from './page';

/** What holds where an instruction stands. */
export const inForceOf = (file: Dockerfile, { placed }: Site): InForce => forceAt(file, placed.index)!;

const linuxDefault = ['/bin/sh', '-c'];
const windowsDefault = ['cmd', '/S', '/C'];
const powershellDefault = ['powershell', '-Command'];

/** The array that runs shell forms. */
function shellWords({ shell, windows, base, baseTag }: InForce): readonly string[] {
  if (shell) return shell;
  if (!windows) return linuxDefault;
  const image = base === undefined ? undefined : { name: base, tag: baseTag };
  return dialectOf(undefined, true, image) === 'powershell' ? powershellDefault : windowsDefault;
}

/** Which command processor runs the arguments of RUN, CMD, ENTRYPOINT or HEALTHCHECK, and why that one. */
export function shellInForce({ file, reference }: Ask, site: Site): Page {
  const { shell: texts, heredoc } = reference;
  const { instruction, placed } = site;
  if (instruction.json) return [texts.execForm];
  const interpreter = scriptsOf(instruction)[0]?.interpreter;
  if (interpreter && instruction.heredocs.length > 0) return [heredoc.interpreter(interpreter.program)];
  const inForce = inForceOf(file, site);
  return [sentences(texts.inForce(shellWords(inForce)), whence(texts, inForce, shellSetBefore(file, placed)))];
}

function whence(texts: Reference['shell'], inForce: InForce, line: string | undefined): string | undefined {
  if (inForce.shell) return line && texts.byInstruction(line);
  if (!inForce.windows) return texts.byDefaultLinux;
  return shellWords(inForce) === windowsDefault ? texts.byDefaultWindows : undefined;
}

/** The line of the SHELL that is in force before an instruction, in its stage or one that this is built upon. */
function shellSetBefore(file: Dockerfile, before: Placed): string | undefined {
  let stage = stageAt(file, before.index);
  for (let end = before.index; stage; stage = stage.base.parent, end = stage?.last ?? 0) {
    for (let index = end - 1; index > stage.first; index--) {
      const { instruction, start } = file.instructions[index]!;
      if (instruction.keyword === 'SHELL' && instruction.json) return lineOf(file, start);
    }
  }
  return undefined;
}

/** The user that an instruction runs as, where the file sets one. */
export function userInForce({ file, reference }: Ask, site: Site): string | undefined {
  const { user } = inForceOf(file, site);
  return user === undefined ? undefined : reference.user.inForce(user);
}
