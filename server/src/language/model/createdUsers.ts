import type { Span } from '../text/span';
import type { Command } from './command';

const useraddValues = [
  '-u',
  '--uid',
  '-g',
  '--gid',
  '-G',
  '--groups',
  '-d',
  '--home',
  '--home-dir',
  '-s',
  '--shell',
  '-c',
  '--comment',
  '-b',
  '--base-dir',
  '-e',
  '--expiredate',
  '-f',
  '--inactive',
  '-k',
  '--skel',
  '-p',
  '--password',
  '-K',
  '--key',
  '-R',
  '--root',
  '-Z',
];
const adduserValues = [
  '-h',
  '-g',
  '-s',
  '-G',
  '-u',
  '-k',
  '--uid',
  '--gid',
  '--home',
  '--shell',
  '--ingroup',
  '--gecos',
  '--firstuid',
  '--comment',
];

/** The account that a command creates; undefined for any other command, and where its name is not known. */
export function createdUser(command: Command): { readonly name: string; readonly at: Span } | undefined {
  const { name } = command;
  if (name !== 'useradd' && name !== 'adduser') return undefined;
  const words = command.positional(name === 'useradd' ? useraddValues : adduserValues);
  // `adduser user group` puts one into the other; `--group` alone creates no user
  if (words.length !== 1 || (command.has('--group') && !command.has('--system'))) return undefined;
  const [{ text, at } = { text: undefined, at: command.at }] = words;
  return text === undefined ? undefined : { name: text, at };
}
