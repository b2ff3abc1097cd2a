import { plainArgv } from '../../model/argv';
import { interpreterAt } from '../../model/commands';
import { viewOf } from '../../model/view';
import { defineRefactoring } from './refactoring';
import { commandOf, hasInStages } from './tools/forms';
import { inFile } from './tools/layout';

/** A shell form that needs no shell becomes a JSON array. */
export const shellToExec = defineRefactoring({
  id: 'shell-to-exec',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Convert to the exec form (JSON array, no shell)' },
    ko: { title: '셸 없이 실행하는 exec 형식(JSON 배열)으로 바꾸기' },
  },
  propose({ file, placed, inForce, stage }) {
    const { instruction } = placed;
    const at = commandOf(instruction);
    if (!at || instruction.json || instruction.comments.length > 0 || instruction.heredocs.length > 0) return undefined;
    // the words of CMD would become arguments of ENTRYPOINT, whose shell form ignores them
    const other =
      instruction.keyword === 'CMD' ? 'ENTRYPOINT' : instruction.keyword === 'ENTRYPOINT' ? 'CMD' : undefined;
    if (other && (!stage || hasInStages(file, stage, other))) return undefined;
    // a login shell reads files first, and `-u` or `-x` say more than the command
    const { letters } = interpreterAt(inForce);
    const argv = letters.replace(/[eu]/g, '') === '' ? plainArgv(viewOf(instruction, inForce)) : undefined;
    if (!argv || argv[0]!.startsWith('-') || ownWay.has(argv[0]!)) return undefined;
    const text = `[${argv.map((word) => JSON.stringify(word)).join(', ')}]`;
    return { title: (texts) => texts.title, edits: [{ at: inFile(placed, at), text }] };
  },
});

/** Shells do these themselves, in another way than the program of that name, or where there is none. */
const ownWay: ReadonlySet<string> = new Set(
  '[ alias bg break builtin command continue declare dirs disown echo enable false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readonly return shift shopt test time times true type typeset unalias unset'.split(
    ' ',
  ),
);
