// Runs a command in a process group of its own and ends the whole group when standard input closes, that is, when the
// process that started it asks for it or is gone, however it went:   node leash.mjs COMMAND ARG...
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const GRACE_MS = 5000;

/** Signals the group that this process leads (see startLeashed), itself included. */
function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    // nobody left
  }
}

process.on('SIGTERM', () => {});
process.on('SIGINT', () => {});
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
  signalGroup('SIGKILL');
});
process.stdin.on('end', () => {
  signalGroup('SIGTERM');
  setTimeout(signalGroup, GRACE_MS, 'SIGKILL');
});
process.stdin.resume();
