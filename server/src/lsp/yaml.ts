/** Loaded only where there is a YAML file to read; of the library only its reader is bundled. */
export { load } from 'js-yaml';
