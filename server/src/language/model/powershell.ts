import { programName } from '../shell/dialect';
import type { Instruction } from '../syntax/instruction';
import type { InForce } from './inForce';

/** A script of PowerShell in a RUN. */
export interface PowerShellScript {
  /** As the builder joins it; it is not read any further. */
  readonly text: string;
  /** What the SHELL in force says in front of it; empty where RUN itself calls PowerShell. */
  readonly prelude: string;
  /** Windows PowerShell, not PowerShell 7. */
  readonly windows: boolean;
}

const called = /^\s*(powershell|pwsh)(?:\.exe)?\s+(?:-\w+\s+(?:(?!-)\w+\s+)?)*?(?:-c(?:ommand)?\s+)?["']?(.*)$/is;

/** The PowerShell script that a RUN is: by SHELL, by its exec form, or because it calls it. Undefined for any other. */
export function powerShellOf(instruction: Instruction, { shell }: InForce): PowerShellScript | undefined {
  const { json, keyword, argument, heredocs } = instruction;
  if (keyword !== 'RUN' || heredocs.length > 0) return undefined;
  if (json) {
    const [program, ...rest] = json.map(({ text }) => text);
    const name = programName(program ?? '');
    return name === 'powershell' || name === 'pwsh'
      ? { text: rest.join(' '), prelude: '', windows: name === 'powershell' }
      : undefined;
  }
  const name = programName(shell?.[0] ?? '');
  if (name === 'powershell' || name === 'pwsh')
    return { text: argument, prelude: shell!.slice(1).join(' '), windows: name === 'powershell' };
  const found = called.exec(argument.slice(0, 10_000));
  return (found && { text: found[2]!, prelude: '', windows: found[1]!.toLowerCase() === 'powershell' }) || undefined;
}
