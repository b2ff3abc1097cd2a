// Set up before each file of tests: which cases properties are tried with.
import fc from 'fast-check';
import { vi } from 'vitest';

// The usual cases are the same in each run: what was green stays green until something changes. SLIPWAY_FUZZ=20 tries others,
// twenty times as many; fast-check prints the seed of what fails. https://fast-check.dev/docs/configuration/global-settings/
const { fuzz } = vi.hoisted(() => ({ fuzz: Number(process.env.SLIPWAY_FUZZ) || 0 }));
if (fuzz === 0) fc.configureGlobal({ seed: 20_260_316 });

vi.mock('fast-check', async (original) => {
  const real = await original<typeof import('fast-check')>();
  const assert = <Values>(property: fc.IRawProperty<Values>, options: fc.Parameters<Values> = {}) =>
    real.assert(property, { ...options, numRuns: (options.numRuns ?? 100) * Math.max(1, fuzz) });
  return { ...real, default: { ...real.default, assert } };
});
