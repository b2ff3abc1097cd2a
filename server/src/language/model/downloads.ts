import type { Span } from '../text/span';
import type { Command, CommandWord } from './command';

const curlValues = [
  '-A',
  '-b',
  '-c',
  '-C',
  '-d',
  '-D',
  '-e',
  '-E',
  '-F',
  '-h',
  '-H',
  '-K',
  '-m',
  '-o',
  '-P',
  '-Q',
  '-r',
  '-t',
  '-T',
  '-u',
  '-U',
  '-w',
  '-x',
  '-X',
  '-y',
  '-Y',
  '-z',
  '--cacert',
  '--cert',
  '--connect-timeout',
  '--cookie',
  '--cookie-jar',
  '--data',
  '--data-binary',
  '--data-raw',
  '--form',
  '--header',
  '--key',
  '--max-time',
  '--output',
  '--output-dir',
  '--proto',
  '--proto-default',
  '--proto-redir',
  '--proxy',
  '--range',
  '--referer',
  '--request',
  '--resolve',
  '--retry',
  '--retry-delay',
  '--retry-max-time',
  '--tls-max',
  '--upload-file',
  '--url',
  '--user',
  '--user-agent',
  '--write-out',
];
const wgetValues = [
  '-a',
  '-A',
  '-B',
  '-D',
  '-e',
  '-i',
  '-I',
  '-l',
  '-o',
  '-O',
  '-P',
  '-Q',
  '-R',
  '-t',
  '-T',
  '-U',
  '-w',
  '-X',
  '--output-document',
  '--output-file',
  '--directory-prefix',
  '--header',
  '--input-file',
  '--tries',
  '--timeout',
  '--user',
  '--user-agent',
  '--password',
  '--post-data',
  '--quota',
  '--wait',
];

/** The URLs that curl or wget is given; words of which nothing is known at their beginning are among them. */
export function downloadsOf(command: Command): readonly CommandWord[] {
  const { name } = command;
  if (name !== 'curl' && name !== 'wget') return [];
  return command.positional(name === 'curl' ? curlValues : wgetValues);
}

/** Where curl or wget writes what it downloads, as the script has it, quotes taken away; undefined for its standard output. */
export function targetOf(command: Command): { readonly path: string; readonly at: Span } | undefined {
  const { name } = command;
  const given = name === 'curl' ? ['-o', '--output'] : ['-O', '--output-document'];
  for (const [i, word] of command.args.entries()) {
    const next = command.args[i + 1];
    const flag = given.find((each) => word.prefix === each || ends(word.prefix, each));
    if (flag !== undefined && next) return next.text === '-' ? undefined : { path: plain(next), at: next.at };
    const long = given.find((each) => each[1] === '-' && word.prefix.startsWith(`${each}=`));
    if (long !== undefined) return { path: plain(word).slice(long.length + 1), at: word.at };
    // `-O/tmp/x`, `-qO-`
    const inner = /^-[A-Za-z]*$/.test(word.prefix) ? null : /^-[a-zA-Z]*?([oO])(.+)$/.exec(plain(word));
    if (inner && given.includes(`-${inner[1]}`) && !word.prefix.startsWith('--')) {
      return inner[2] === '-' ? undefined : { path: inner[2]!, at: word.at };
    }
  }
  const [url] = downloadsOf(command);
  if (!url || (name === 'curl' && !command.has('-O', '--remote-name'))) return undefined;
  const path = plain(url).split(/[?#]/, 1)[0]!;
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base === '' ? undefined : { path: base, at: url.at };
}

const ends = (prefix: string, flag: string): boolean =>
  flag.length === 2 && /^-[A-Za-z]{2,}$/.test(prefix) && prefix.endsWith(flag[1]!);

const plain = ({ raw }: CommandWord): string => raw.replace(/["']/g, '');

/** True for a command that tells a changed download from the right one. */
export const verifies = ({ name, words }: Command): boolean =>
  /^(?:sha\d+sum|md5sum|b2sum|shasum|gpgv?2?|cosign|minisign)$/.test(name ?? '') ||
  (name === 'openssl' && words.some(({ text }) => text === 'dgst'));
