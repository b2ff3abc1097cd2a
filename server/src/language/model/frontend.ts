import { detectSyntax } from '../syntax/directives';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';

/** Who reads a file: BuildKit's own front end, its labs channel, or one of somebody else. */
export const frontendOf = fact((file: Dockerfile): 'stable' | 'labs' | 'other' => {
  const syntax = detectSyntax(file.text)?.value;
  if (syntax === undefined) return 'stable';
  if (!/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax)) return 'other';
  return syntax.includes('labs') ? 'labs' : 'stable';
});
