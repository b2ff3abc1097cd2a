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
import { flagStart, words } from './words';

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
    ...words(escape),
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
      `(?=(?:[ \\t]+${flagStart}\\S*)*[ \\t]+(?:\\S*[\\\\/])?(?i:powershell|pwsh)(?:\\.exe)?(?:\\s|$))`,
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
  };
}

/** The name under which a variant's rules stand in the grammar's repository. */
export function variantName(variant: Variant): string {
  const escape = variant.escape === '\\' ? 'backslash' : 'backtick';
  return `${escape}-${variant.shell === 'source.shell' ? 'shell' : 'powershell'}-${variant.injected ? 'file' : 'block'}`;
}
