import type { Directive } from '../../syntax/directives';
import type { Dockerfile } from '../dockerfile';
import { fix, type Problem, replaceFix } from './draft';

/** What the builder refuses about the directives at the top of a file. */
export function* directiveProblems(file: Dockerfile): Iterable<Problem> {
  const { list, duplicate, invalidEscape } = file.directives;
  for (const directive of list) {
    if (directive === duplicate) {
      const line = file.source.lineAt(directive.at.start);
      const at = { start: file.source.lineStart(line), end: file.source.lineStart(line + 1) };
      yield {
        code: 'directive-duplicate',
        at: directive.at,
        values: [directive.name],
        fixes: [fix('remove-line', [], { at, text: '' })],
      };
      return;
    }
    if (directive === invalidEscape) {
      const fixes = ['\\', '`'].map((text) => replaceFix(directive.valueAt, text));
      yield { code: 'escape-invalid', at: directive.valueAt, values: [directive.value], fixes };
    }
    if (directive.name === 'check') yield* checkOptions(directive);
  }
}

const boolean = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

/** The first two options of `# check=`: how many there may be depends on the version. */
function* checkOptions({ value, valueAt }: Directive): Iterable<Problem> {
  let start = valueAt.start;
  for (const option of value.split(';').slice(0, 2)) {
    const equals = option.indexOf('=');
    const key = option.slice(0, Math.max(equals, 0)).trim();
    const known = key === 'skip' || key === 'experimental';
    if (!known && !(key === 'error' && boolean.test(option.slice(equals + 1).trim()))) {
      yield { code: 'check-invalid', at: { start, end: start + option.length }, values: [option.trim()] };
      return;
    }
    start += option.length + 1;
  }
}
