import { nearest } from '../../text/suggest';
import type { Checks } from './checks';
import { type Draft, draft, fix, replaceFix } from './draft';
import { checkFlags } from './flags';
import { isPlatform, knownPlatformNames } from './platform';

const stageName = /^[a-z][a-z0-9_.-]*$/;

/** FROM's arguments, as far as they depend on nothing. What its image is called is judged with the file. */
export function checkFrom(checks: Checks): void {
  const { instruction } = checks;
  checks.add(...checkArity(checks), ...checkFlags(instruction));
  const [base] = instruction.words;
  if (!base) return;
  checks.expanded(checks.wordText(base), ({ result }) =>
    result === '' ? [draft('convert', 'base-blank', base.at, [base.text])] : [],
  );
  const flag = instruction.flag('platform');
  if (!flag?.value) return;
  const { value } = flag;
  checks.expanded(checks.flagText(flag), ({ result }) => {
    if (result === '') return [draft('convert', 'platform-empty', flag.valueAt, [value])];
    if (isPlatform(result)) return [];
    const near = result === value && !result.includes('/') ? nearest(result, knownPlatformNames) : undefined;
    return [
      draft('convert', 'platform-invalid', flag.valueAt, [result], {
        fixes: near ? [replaceFix(flag.valueAt, near)] : [],
        as: value.includes('$') ? [] : ['DL3029'],
      }),
    ];
  });
}

function checkArity(checks: Checks): readonly Draft[] {
  const { instruction } = checks;
  const { words } = instruction;
  const [base, as, name, extra] = words;
  if (!base) return [draft('instruction', 'missing-argument', instruction.keywordAt, ['FROM'])];
  if (!as) return [];
  const comment = words.find((word, i) => i > 0 && word.text.startsWith('#'));
  const { end } = instruction.argumentAt;
  const removal = (from: number) => {
    const at = { start: words[from - 1]!.at.end, end };
    return fix('remove', [instruction.text.slice(words[from]!.at.start, end)], { at, text: '' });
  };
  if (comment) {
    const index = words.indexOf(comment);
    if (index === 1 || index === 3) {
      return [draft('instruction', 'from-arity', { start: comment.at.start, end }, [], { fixes: [removal(index)] })];
    }
  }
  const isAs = as.text.toLowerCase() === 'as';
  if (!name) {
    const at = { start: as.at.start, end: as.at.start };
    const fixes = isAs
      ? [removal(1)]
      : stageName.test(as.text.toLowerCase())
        ? [fix('insert', ['AS'], { at, text: 'AS ' })]
        : [];
    return [draft('instruction', 'from-arity', as.at, [], { fixes })];
  }
  if (extra) {
    const from = isAs ? 3 : 1;
    const at = { start: words[from]!.at.start, end };
    return [draft('instruction', 'from-arity', at, [], { fixes: [removal(from)] })];
  }
  if (!isAs) return [draft('instruction', 'from-as', as.at, [as.text], { fixes: [replaceFix(as.at, 'AS')] })];
  return stageName.test(name.text.toLowerCase()) ? [] : [draft('instruction', 'stage-name', name.at, [name.text])];
}
