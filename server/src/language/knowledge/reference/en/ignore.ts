import { code } from '../code';
import type { IgnoredPaths } from '../ignore';
import type { Reference } from '../types';

const told = ({ files, size, paths, more, atLeast }: IgnoredPaths): string => {
  const count = files === 0 ? [] : [files === 1 ? '1 file' : `${files} files`, ...(size === undefined ? [] : [size])];
  const names = `${paths.map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${atLeast ? 'at least ' : ''}${count.length > 0 ? `${count.join(', ')}: ` : ''}${names}`;
};

/** After github.com/moby/patternmatcher and https://docs.docker.com/build/concepts/context/#dockerignore-files. */
export const ignore: Reference['ignore'] = {
  comment: 'A comment: `#` is the line’s first character.',
  noComment: 'Not a comment: `#` begins one only as the very first character of a line.',
  invalid: 'Not a valid pattern: the build fails on it.',
  leavesOut: (what) => `Leaves out ${told(what)}`,
  bringsBack: (what) => `Brings back ${told(what)}`,
  matchesNone: 'Matches nothing in the build context now.',
  matchesNoneSoFar: 'Matches nothing of what was looked through; the build context holds more.',
  already: (pattern, line) => `Changes nothing here: ${code(pattern)} in line ${line} does so already.`,
  nothingToBringBack: 'Brings nothing back: no line above leaves out what it matches.',
  broughtBack: (paths, pattern, line) =>
    `${code(pattern)} in line ${line} brings ${paths === 1 ? '1 path' : `${paths} paths`} of it back.`,
  leftOutAgain: (paths, pattern, line) =>
    `${code(pattern)} in line ${line} leaves ${paths === 1 ? '1 path' : `${paths} paths`} of it out again.`,
  negation: '`!` brings back what a line above leaves out. Order counts: the last line that matches a path decides.',
  deep: '`**` stands for any number of folders, none included.',
  wildcard: '`*` and `?` match no `/`: one name of a path, not what is in other folders.',
  rooted: (anywhere) =>
    `Counts from the root of the build context, unlike in a \`.gitignore\`: ${code(anywhere)} matches in every folder.`,
  slashes: 'A `/` at the beginning or the end changes nothing.',
  place: 'Read at the root of the build context only, not in the folders below.',
  placeOf: (dockerfile) =>
    `Read instead of \`.dockerignore\` when ${code(dockerfile)} is built; the two do not add up.`,
};
