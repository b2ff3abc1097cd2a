import { continued, type Escape, escaped, type Rule, use } from './regex';

/** A flag's begin; flags stand only between the keyword and the first argument. */
export const flagStart = '--[A-Za-z]';

/** The rules, by name, for what instructions are made of. */
export function words(escape: Escape): Record<string, Rule> {
  const esc = escaped(escape);
  const end = continued(escape);
  return {
    comment: {
      name: 'comment.line.number-sign.dockerfile',
      match: '^[ \\t]*(#).*$\\n?',
      captures: { 1: { name: 'punctuation.definition.comment.dockerfile' } },
    },
    continuation: {
      begin: `(?<!${esc})(${esc})[ \\t]*\\n`,
      beginCaptures: { 1: { name: 'constant.character.escape.line-continuation.dockerfile' } },
      // Comments and blank lines do not end the instruction.
      end: '^(?![ \\t]*(?:#|$))',
      patterns: [use('comment')],
    },
    // A shell's comment must not swallow the character that continues the instruction.
    'shell-comment': {
      name: 'comment.line.number-sign.shell',
      begin: '(?:^|[ \\t]+)(#)',
      beginCaptures: { 1: { name: 'punctuation.definition.comment.shell' } },
      end: `(?=${end})|$`,
    },
    flags: {
      begin: `\\G(?=[ \\t]+${flagStart}|[ \\t]*${end})`,
      end: `(?<!\\S)(?=\\S)(?!${flagStart})(?!${end})|$`,
      patterns: [use('continuation'), use('flag')],
    },
    flag: {
      match: `(--)([A-Za-z][\\w-]*)(?:(=)((?:"(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|${esc}\\S|[^\\s"'${esc}])*))?`,
      captures: {
        1: { name: 'punctuation.definition.flag.dockerfile' },
        2: { name: 'entity.other.attribute-name.flag.dockerfile' },
        3: { name: 'keyword.operator.assignment.dockerfile' },
        4: {
          patterns: [
            use('string'),
            use('variable'),
            {
              match: '(?<![^,=])([A-Za-z][\\w-]*)(=)',
              captures: {
                1: { name: 'variable.parameter.flag.dockerfile' },
                2: { name: 'keyword.operator.assignment.dockerfile' },
              },
            },
            { match: ',', name: 'punctuation.separator.dockerfile' },
            { match: `[^\\s,"'$=${esc}]+`, name: 'string.unquoted.flag.dockerfile' },
          ],
        },
      },
    },
    image: {
      match: `(?<!\\S)(?!${end})((?:\\$\\{[^}\\s]*\\}|[^\\s$]|\\$)+)`,
      captures: {
        1: {
          patterns: [
            {
              match: '(@)([\\w+.-]+)(:)([0-9A-Fa-f]*)',
              captures: {
                1: { name: 'punctuation.separator.digest.dockerfile' },
                2: { name: 'constant.language.digest-algorithm.dockerfile' },
                3: { name: 'punctuation.separator.digest.dockerfile' },
                4: { name: 'constant.other.digest.dockerfile' },
              },
            },
            use('variable'),
            {
              match: '(:)(?=[^/]*$)(?:([\\w.-]+))?',
              captures: {
                1: { name: 'punctuation.separator.tag.dockerfile' },
                2: { name: 'constant.other.tag.dockerfile' },
              },
            },
            {
              match: '(?<!\\S)(?:localhost|[\\w-]*[.:][\\w.:-]*)(?=/)',
              name: 'entity.name.namespace.registry.dockerfile',
            },
            { match: '[\\w.-]+', name: 'entity.name.class.image.dockerfile' },
          ],
        },
      },
    },
    string: {
      patterns: [
        {
          name: 'string.quoted.double.dockerfile',
          begin: '"',
          end: '"|$',
          patterns: [use('continuation'), use('escape'), use('variable')],
        },
        {
          name: 'string.quoted.single.dockerfile',
          begin: "'",
          end: "'|$",
          patterns: [use('continuation')],
        },
      ],
    },
    escape: { match: `${esc}.`, name: 'constant.character.escape.dockerfile' },
    variable: {
      patterns: [
        {
          name: 'variable.other.dockerfile',
          begin: '(\\$\\{)([A-Za-z_]\\w*|\\d+|[@*#?$!-])?(:?[-+?]|##?|%%?|//?)?',
          beginCaptures: {
            1: { name: 'punctuation.definition.variable.begin.dockerfile' },
            3: { name: 'keyword.operator.modifier.dockerfile' },
          },
          end: '(\\})|$',
          endCaptures: { 1: { name: 'punctuation.definition.variable.end.dockerfile' } },
          patterns: [
            use('continuation'),
            use('escape'),
            use('variable'),
            { match: '/', name: 'keyword.operator.modifier.dockerfile' },
            { match: `[^}$/${esc}\\n]+`, name: 'string.unquoted.modifier.dockerfile' },
          ],
        },
        {
          match: '(\\$)(?:[A-Za-z_]\\w*|\\d|[@*#?$!-])',
          name: 'variable.other.dockerfile',
          captures: { 1: { name: 'punctuation.definition.variable.begin.dockerfile' } },
        },
      ],
    },
    url: { match: '(?<!\\S)(?:https?|git|ssh)(?:://|@)[^\\s$]+', name: 'markup.underline.link.dockerfile' },
    json: {
      name: 'meta.structure.array.dockerfile',
      // `[ "$x" = 1 ]` is a shell's test: after the first string of a JSON array stands a comma, its end, or the line's.
      begin: `[ \\t]*(?<!\\S)(\\[)(?=[ \\t]*(?:"(?:[^"\\\\\\n]|\\\\.)*"[ \\t]*(?:,|\\][ \\t]*$|${end})|\\][ \\t]*$|${end}))`,
      beginCaptures: { 1: { name: 'punctuation.definition.array.begin.dockerfile' } },
      end: '(\\])|$',
      endCaptures: { 1: { name: 'punctuation.definition.array.end.dockerfile' } },
      patterns: [
        use('continuation'),
        {
          name: 'string.quoted.double.json.dockerfile',
          begin: '"',
          end: '"|$',
          patterns: [
            use('continuation'),
            { match: '\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4})', name: 'constant.character.escape.dockerfile' },
            use('variable'),
          ],
        },
        { match: ',', name: 'punctuation.separator.array.dockerfile' },
      ],
    },
  };
}
