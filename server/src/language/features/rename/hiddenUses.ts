import { commandsIn, interpreterAt } from '../../model/commands';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { forceAt } from '../../model/inForce';
import type { Mention } from '../../model/symbols';
import { scopeAt } from '../../model/variables';
import type { Instruction } from '../../syntax/instruction';
import { type Span, touches } from '../../text/span';

const identifier = /[A-Za-z0-9_]/;
/** What stands before a name that a shell replaces; the longest is `${env:`. */
const sign = /(?:\$|\$\{[!#]?|\$env:|\$\{env:|%|!)$/i;
const longestSign = 6;

/** Commands that give the variables they name a value, or read them by their names. */
const naming: ReadonlySet<string | undefined> = new Set([
  'declare',
  'export',
  'getopts',
  'local',
  'mapfile',
  'printenv',
  'read',
  'readarray',
  'readonly',
  'typeset',
  'unset',
]);

/**
 * Where a script sets a variable of the file itself, or reads it in a text that only the running shell can make out: in
 * single quotes (`sh -c '$X'`), behind a backslash, as `%X%`, in ONBUILD. A rename cannot follow there.
 * @param mentions all that the rename would change
 * @returns the offset of the first such place; undefined for none
 */
export function hiddenUse(file: Dockerfile, mentions: readonly Mention[]): number | undefined {
  const { name } = mentions[0]!;
  const own = new Set(mentions.map(({ definition }) => definition));
  const known = new Set(mentions.map(({ at }) => at.start));
  for (const placed of file.instructions) {
    const { instruction, index } = placed;
    if (!instruction.text.includes(name)) continue;
    // what ONBUILD holds is resolved elsewhere
    if (instruction.keyword !== 'ONBUILD' && !own.has(scopeAt(file, index).get(name))) continue;
    const found = inText(placed, name, known) ?? inCommands(file, placed, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inText({ instruction, start }: Placed, name: string, known: ReadonlySet<number>): number | undefined {
  const { text } = instruction;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (known.has(start + at) || identifier.test(text[at + name.length] ?? '')) continue;
    if (!sign.test(text.slice(Math.max(at - longestSign, 0), at)) || inComment(instruction, at)) continue;
    return start + at;
  }
  return undefined;
}

const inComment = ({ comments }: Instruction, at: number): boolean => comments.some((span: Span) => touches(span, at));

function inCommands(file: Dockerfile, { instruction, index, start }: Placed, name: string): number | undefined {
  const inForce = forceAt(file, index);
  const dialect = inForce ? interpreterAt(inForce).dialect : 'sh';
  for (const command of commandsIn(instruction, dialect)) {
    const assignment = command.assignments.find((each) => each.name === name);
    if (assignment) return start + assignment.nameAt.start;
    if (!naming.has(command.name)) continue;
    const word = command.args.find(
      ({ prefix }) => prefix.startsWith(name) && !identifier.test(prefix[name.length] ?? ''),
    );
    if (word) return start + word.at.start;
  }
  return undefined;
}
