import { runCommand } from './command';

runCommand(process.argv.slice(2));
