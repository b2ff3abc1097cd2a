import { describe, expect, it } from 'vitest';
import { shellGaps, shellTokens } from '../../server/src/language/shell/blanks';
import { parseShell } from '../../server/src/language/shell/parse';

/** The script with `_` in the place of each gap; undefined where it has none to give. */
function marked(text: string): string | undefined {
  const gaps = shellGaps(parseShell(text));
  if (!gaps) return undefined;
  let result = '';
  let at = 0;
  for (const { start, end } of gaps) {
    expect(start).toBeGreaterThanOrEqual(at);
    result += `${text.slice(at, start)}_`;
    at = end;
  }
  return result + text.slice(at);
}

describe('gaps', () => {
  it.each([
    ['a  b', 'a_b'],
    ['a&&b || c|d |&  e', 'a_&&_b_||_c_|_d_|&_e'],
    ['a;b ;  c', 'a;_b_;_c'],
    ['a  "b  c"\t\'d  e\'  f\\ g  $(h  i)  `j  k`  ${l:-m  n}', `a_"b  c"_'d  e'_f\\ g_$(h  i)_\`j  k\`_\${l:-m  n}`],
    ['A=1  B="2  3"  c  2>  d  &', 'A=1_B="2  3"_c_2>  d_&'],
    ['if  a;then  b; else  c; fi', 'if_a;_then_b;_else_c;_fi'],
    ['for  i  in  1  2; do  a; done', 'for_i_in_1_2;_do_a;_done'],
    ['for  ((i = 0;  i < 2; i++)); do  a; done', 'for_((i = 0;  i < 2; i++));_do_a;_done'],
    ['case  a  in  b|c)  d;;  *)  e;;  esac', 'case_a_in_b|c)_d;;_*)_e;;_esac'],
    ['f()  {  a;  }', 'f()_{_a;_}'],
    ['(  a  )  >  b', '(_a_)_>  b'],
    ['[[  a  ==  b  ]]  && ((1  + 2))', '[[  a  ==  b  ]]_&&_((1  + 2))'],
    ['!  a  |  b', '!_a_|_b'],
    ['time  -p  a', 'time  -p_a'],
    ['a  #  b  c', 'a_#  b  c'],
    ['a=(b  c)  d', 'a=(b  c)_d'],
    ['a  \\\n  b&&  \\\nc', 'a_\\\n_b_&&_\\\nc'],
    ['a  <<B  c\n  d\nB\n  e', 'a_<<B_c\n  d\nB\n_e'],
    ["a  <<-'B  C'  <<D\n\td  e\n\tB  C\nf  g\nD\nh  i", "a_<<-'B  C'_<<D\n\td  e\n\tB  C\nf  g\nD\nh_i"],
  ])('of %s', (text, expected) => expect(marked(text)).toBe(expected));

  it('are none where the script cannot be read', () => {
    expect(marked('a  "b')).toBeUndefined();
    expect(marked('if  a')).toBeUndefined();
    expect(marked('a '.repeat(60_000))).toBeUndefined();
  });
});

describe('tokens', () => {
  const same = (a: string, b: string) =>
    JSON.stringify(shellTokens(parseShell(a))) === JSON.stringify(shellTokens(parseShell(b)));
  it('are the same for scripts that differ in free blanks', () => {
    expect(same('a  b&&c;d', 'a b && c; d')).toBe(true);
    expect(same('if a;then b;fi', 'if a; then b; fi')).toBe(true);
  });
  it('are others for scripts that differ in anything else', () => {
    expect(same('a "b  c"', 'a "b c"')).toBe(false);
    expect(same('a b', 'ab')).toBe(false);
    expect(same('a && b', 'a || b')).toBe(false);
    expect(same('a & & b', 'a && b')).toBe(false);
    expect(same('a # b', 'a')).toBe(false);
    expect(same('a 2>b', 'a 2 >b')).toBe(false);
  });
});
