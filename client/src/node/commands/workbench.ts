/** What every engine command has at hand. */
import type { Server } from '../../common/server';
import type { Memory } from '../memory';
import type { BuilderProblems } from '../problems';

export interface Workbench {
  readonly server: Server;
  readonly memory: Memory;
  readonly problems: BuilderProblems;
}
