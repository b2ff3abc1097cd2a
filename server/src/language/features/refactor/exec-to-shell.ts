import { quoted } from '../../model/commandEdits';
import { interpreterAt } from '../../model/commands';
import { isPosix } from '../../shell/dialect';
import { defineRefactoring } from './refactoring';
import { commandOf, hasInStages } from './tools/forms';
import { inFile } from './tools/layout';
import { entriesOf } from './tools/script';

/** A JSON array becomes a line for a shell. CMD gets an `exec`, so that its program still is process 1. */
export const execToShell = defineRefactoring({
  id: 'exec-to-shell',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Convert to the shell form' },
    ko: { title: '셸 형식으로 바꾸기' },
  },
  propose({ file, placed, inForce, stage }) {
    const { instruction } = placed;
    const { json, keyword } = instruction;
    const at = commandOf(instruction);
    if (!at || !json || json.length === 0 || instruction.comments.length > 0 || !stage) return undefined;
    // the shell form of ENTRYPOINT takes no arguments, and CMD may be those of one
    if (keyword === 'ENTRYPOINT' || (keyword === 'CMD' && hasInStages(file, stage, 'ENTRYPOINT'))) return undefined;
    const { dialect, letters } = interpreterAt(inForce);
    if (!isPosix(dialect) || letters.replace(/[eu]/g, '') !== '') return undefined;
    const argv = json.map(({ text }) => text);
    // a name that a shell would take for its own, an option, or nothing at all
    if (!/^[\w./+-]+$/.test(argv[0]!) || argv[0]!.startsWith('-') || argv.some((word) => /[\r\n]/.test(word))) {
      return undefined;
    }
    const text = `${keyword === 'CMD' ? 'exec ' : ''}${argv.map(quoted).join(' ')}`;
    const [entry, more] = entriesOf(text);
    const [command] = entry?.pipeline.commands ?? [];
    const words = command?.kind === 'simple' ? command.words.map(({ literal }) => literal) : [];
    const same = words.slice(keyword === 'CMD' ? 1 : 0).join('\n') === argv.join('\n');
    if (more || !same || /<<|^\[/.test(text)) return undefined;
    return { title: (texts) => texts.title, edits: [{ at: inFile(placed, at), text }] };
  },
});
