import type { Reference, ReferenceLanguage } from './types';

/** The hover texts of a language. They are long: they are loaded when first asked for, and once. */
export async function loadReference(language: ReferenceLanguage): Promise<Reference> {
  return language === 'ko' ? (await import('./ko')).ko : (await import('./en')).en;
}
