import { shift } from '../../text/span';
import { type Use, variableUses } from '../uses';
import type { Holds, Site, VariableCursor } from './types';

/** The innermost variable that the builder replaces. */
export function inVariables(site: Site, holds: Holds): VariableCursor | undefined {
  const { instruction, start, deferred } = site;
  let found: Use | undefined;
  for (const use of variableUses(instruction)) {
    // of two that end at the same place the later one is the inner
    if (holds(use.at) && (!found || length(use) <= length(found))) found = use;
  }
  return found && { kind: 'variable', at: shift(found.at, start), site, use: { ...found, deferred } };
}

const length = ({ at }: Use): number => at.end - at.start;
