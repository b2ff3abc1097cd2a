/** What the programs in boot/ load: one bundle for the language server and the command line. */
export { runCommand } from './cli/command';
export { serve } from './serve';
