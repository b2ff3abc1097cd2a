import { packageManager } from '../knowledge/packageManagers';
import type { Command } from './command';
import { commandsAt } from './commands';
import { fact } from './fact';
import { managerCommand } from './installs';
import type { InstructionView } from './view';

/**
 * What an instruction runs: the names of its commands without their paths, of the wrappers in front of them, and of package
 * managers that go by another name (`pip3.12`, `python -m pip`).
 */
export const commandNamesAt = (view: InstructionView): ReadonlySet<string> => namesOf(commandsAt(view));

const namesOf = fact((commands: readonly Command[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const command of commands) {
    const { name, wrappers } = command;
    for (const wrapper of wrappers) names.add(wrapper.name);
    if (name === undefined) continue;
    names.add(name);
    const manager = packageManager(managerCommand(command)?.name ?? '');
    if (manager !== undefined) names.add(manager);
  }
  return names;
});
