import {
  anyHeredoc,
  continued,
  type Escape,
  escaped,
  instructionCaptures,
  instructionStart,
  keywordScope,
  never,
  type Rule,
  use,
} from './regex';

/** What the rules of a file depend on. */
export interface Variant {
  readonly escape: Escape;
  /** The language of shell forms: PowerShell after a SHELL instruction that names it. */
  readonly shell: 'source.shell' | 'source.powershell';
  /**
   * Whether our own injections are at work, as in a Dockerfile. In a Markdown block they are not: there, a shell form
   * ends before a line that begins with an instruction's keyword.
   */
  readonly injected: boolean;
}

const keyName = 'variable.other.key.dockerfile';
const keywords =
  'FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL';

/** A flag's begin; flags stand only between the keyword and the first argument. */
const flag = '--[A-Za-z]';

/**
 * A command's first word. The shell's grammar knows it by the line's start or an operator before it, and here stands a
 * keyword; so its rule for statements is entered by name (where a grammar has none of that name, this rule is left out).
 */
const firstStatement: Rule = {
  name: 'meta.statement.shell',
  begin:
    '\\G(?!(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|select|function|time|in)\\b)(?=[^\\s!&|(){}\\[<>#;])',
  end: '(?=[;|&)`{}\\n]|[ \\t]+#)(?<!\\\\)',
  patterns: [{ include: 'source.shell#typical_statements' }],
};

/** All rules that a Dockerfile's lines are read with, in the order of trying; names resolve in {@link repository}. */
export function instructions(variant: Variant): Rule[] {
  return [
    use('comment'),
    use('from'),
    use('run-heredoc'),
    use('run-powershell'),
    use('run'),
    use('command'),
    use('healthcheck'),
    use('copy'),
    use('pairs'),
    use('arg'),
    use('expose'),
    use('user'),
    use('stopsignal'),
    ...(variant.shell === 'source.shell' && variant.injected ? [use('shell-powershell')] : []),
    use('arguments'),
    use('rest-heredoc'),
    use('unknown'),
  ];
}

/** The rules by name that {@link instructions} of the same variant refers to. */
export function repository(variant: Variant): Record<string, Rule> {
  const { escape } = variant;
  const esc = escaped(escape);
  const end = continued(escape);

  /** An instruction that is no shell form: it ends with the first line that is not continued. */
  const plain = (names: string, patterns: readonly Rule[]): Rule => ({
    name: 'meta.instruction.dockerfile',
    begin: instructionStart(names, end),
    beginCaptures: instructionCaptures,
    end: '$',
    patterns: [use('continuation'), use('flags'), ...patterns],
  });

  // A rule with `while` sees only the line's start. `\G` is true there when the innermost rule was pushed by a match that
  // took the last line's end, as the continuation rule's is: so all that is open ends with the instruction.
  const guard = variant.injected ? '' : `(?!(?:${keywords})[ \\t])`;
  const shell = (names: string, patterns: readonly Rule[], condition = '', and = ''): Rule => ({
    name: 'meta.instruction.shell-form.dockerfile',
    begin: `${instructionStart(names, end)}${condition}`,
    beginCaptures: instructionCaptures,
    while: `\\G${guard}${and}`,
    patterns: [use('continuation'), use('flags'), use('json'), ...patterns],
  });
  /** The command of a shell form, from its first character to wherever its instruction ends. */
  const commandIn = (language: 'shell' | 'powershell'): Rule => ({
    begin: `[ \\t]*(?=\\S)(?!${end})`,
    end: never,
    contentName: `meta.embedded.inline.${language}.dockerfile`,
    patterns: [
      use('continuation'),
      ...(language === 'shell' ? [firstStatement, use('shell-comment')] : []),
      { include: `source.${language}` },
    ],
  });
  const command = commandIn(variant.shell === 'source.shell' ? 'shell' : 'powershell');
  // A later line of RUN with a heredoc leaves the shell form and is read by `rest-heredoc`.
  const andNoHeredoc = `(?!(?![ \\t]*#)${anyHeredoc})`;

  const value: Rule[] = [
    {
      match: `(?<!\\S)([^\\s=$"'${esc}]+)(=)`,
      captures: { 1: { name: keyName }, 2: { name: 'keyword.operator.assignment.dockerfile' } },
    },
    use('string'),
    use('variable'),
    use('escape'),
  ];

  return {
    comment: {
      name: 'comment.line.number-sign.dockerfile',
      match: '^[ \\t]*(#).*$\\n?',
      captures: { 1: { name: 'punctuation.definition.comment.dockerfile' } },
    },
    from: plain('FROM', [
      {
        match: `(?<!\\S)(?i:(AS))[ \\t]+(?!${end})(\\S+)`,
        captures: {
          1: { name: 'keyword.control.as.dockerfile' },
          2: { name: 'entity.name.type.stage.dockerfile', patterns: [use('variable')] },
        },
      },
      use('image'),
    ]),
    'run-powershell': shell(
      'RUN|CMD|ENTRYPOINT',
      [commandIn('powershell')],
      `(?=(?:[ \\t]+${flag}\\S*)*[ \\t]+(?:\\S*[\\\\/])?(?i:powershell|pwsh)(?:\\.exe)?(?:\\s|$))`,
    ),
    run: shell('RUN', [command], '', andNoHeredoc),
    command: shell('CMD|ENTRYPOINT', [command]),
    healthcheck: shell('HEALTHCHECK', [
      { match: '(?<!\\S)(?i:NONE)(?!\\S)', name: 'constant.language.none.dockerfile' },
      {
        name: 'meta.healthcheck.dockerfile',
        begin: `(?<!\\S)(?i:(CMD))(?=[ \\t]|${end}|$)`,
        beginCaptures: { 1: { name: keywordScope } },
        end: never,
        patterns: [use('continuation'), use('json'), command],
      },
    ]),
    copy: plain('COPY|ADD', [use('json'), use('copy-heredoc'), use('string'), use('variable'), use('url')]),
    pairs: plain('ENV|LABEL', [
      { match: '\\G[ \\t]+([^\\s=$"\']+)(?=[ \\t])', captures: { 1: { name: keyName } } },
      ...value,
    ]),
    arg: plain('ARG', [{ match: '(?<!\\S)([A-Za-z_]\\w*)(?!\\S)', captures: { 1: { name: keyName } } }, ...value]),
    expose: plain('EXPOSE', [
      {
        match: '(?<![^\\s-])(\\d+)(?=[-/\\s]|$)|(?<=[\\w}])(-)|(?<=[\\w}])(/)(?i:(tcp|udp|sctp))(?!\\S)',
        captures: {
          1: { name: 'constant.numeric.port.dockerfile' },
          2: { name: 'keyword.operator.range.dockerfile' },
          3: { name: 'punctuation.separator.protocol.dockerfile' },
          4: { name: 'constant.language.protocol.dockerfile' },
        },
      },
      use('variable'),
    ]),
    user: plain('USER', [
      use('variable'),
      {
        match: `(?<![^\\s:])([^\\s:$${esc}]+)|(:)`,
        captures: {
          1: { name: 'entity.name.type.user.dockerfile' },
          2: { name: 'punctuation.separator.group.dockerfile' },
        },
      },
    ]),
    stopsignal: plain('STOPSIGNAL', [
      { match: '(?<!\\S)(?:(?i:SIG)[A-Za-z0-9+-]+|\\d+)', name: 'constant.language.signal.dockerfile' },
      use('string'),
      use('variable'),
    ]),
    // All that follow, up to the next stage or SHELL, are commands of PowerShell.
    'shell-powershell': {
      begin: '^[ \\t]*(?i:(SHELL))(?=\\s+\\[\\s*"(?:[^"]*[\\\\/])?(?i:powershell|pwsh)(?:\\.exe)?")',
      beginCaptures: { 1: { name: keywordScope } },
      end: '^(?=[ \\t]*(?i:FROM|SHELL)(?:\\s|$))',
      patterns: [
        { name: 'meta.instruction.dockerfile', begin: '\\G', end: '$', patterns: [use('continuation'), use('json')] },
        { include: `#${variantName({ ...variant, shell: 'source.powershell' })}` },
      ],
    },
    arguments: plain('WORKDIR|VOLUME|MAINTAINER|SHELL|ONBUILD', [use('json'), use('string'), use('variable')]),
    // Keeps what a mistyped keyword continues over from being read as instructions.
    unknown: {
      name: 'meta.instruction.unknown.dockerfile',
      begin: '^[ \\t]*(?=[^\\s#])',
      end: '$',
      patterns: [use('continuation'), { match: `[^${esc}\\n]+` }],
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
      begin: `\\G(?=[ \\t]+${flag}|[ \\t]*${end})`,
      end: `(?<!\\S)(?=\\S)(?!${flag})(?!${end})|$`,
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

/** The name under which a variant's rules stand in the grammar's repository. */
export function variantName(variant: Variant): string {
  const escape = variant.escape === '\\' ? 'backslash' : 'backtick';
  return `${escape}-${variant.shell === 'source.shell' ? 'shell' : 'powershell'}-${variant.injected ? 'file' : 'block'}`;
}
