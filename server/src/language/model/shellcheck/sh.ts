import { type BaseSystem, knownBase } from '../../knowledge/bases';
import type { InForce } from '../inForce';
import { isKnownBy, type Sh } from './dialectChecks';
import type { Note } from './note';

const shOf: Readonly<Record<BaseSystem, Sh | 'bash' | undefined>> = {
  debian: 'dash',
  ubuntu: 'dash',
  alpine: 'ash',
  busybox: 'ash',
  rpm: 'bash',
  suse: 'bash',
  arch: 'bash',
  windows: undefined,
  none: undefined,
};

/** What `sh` is in the image, as far as it is known; under SHELL the shell that it names. */
export function shAt({ base, baseTag, shell, windows }: InForce): Sh | 'bash' | undefined {
  if (shell) return /ash$/.test(shell[0] ?? '') ? (/dash$/.test(shell[0]!) ? 'dash' : 'ash') : undefined;
  if (base === undefined || windows) return undefined;
  // official images have their tags for Alpine
  if (/(?:^|-)alpine(?:$|[\d.-])/.test(baseTag ?? '')) return 'ash';
  return shOf[knownBase(base, baseTag ?? '')?.system ?? 'none'];
}

/** True where the image's shell, or dash if that is not known, does not do what the note is about. */
export function breaks(note: Note, inForce: InForce): boolean {
  const sh = shAt(inForce);
  return sh !== 'bash' && !isKnownBy(note, sh ?? 'dash');
}
