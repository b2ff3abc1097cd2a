import {
  anyHeredoc,
  type Captures,
  heredocEnd,
  heredocGroups,
  instructionCaptures,
  instructionStart,
  nextHeredoc,
  type Rule,
  use,
} from './regex';

/** A language that a heredoc's body may be in. */
interface Language {
  /** VS Code's language id; also the last part of the embedded scope. */
  readonly id: string;
  readonly scope: string;
  /** Pattern of the ends of file names that are written in it. */
  readonly files?: string;
  /** Pattern of the interpreters that read it. */
  readonly programs?: string;
}

/** Order matters: the first whose pattern fits is taken. */
export const languages: readonly Language[] = [
  { id: 'python', scope: 'source.python', files: '\\.pyi?', programs: 'python[\\d.]*|pypy3?' },
  { id: 'javascript', scope: 'source.js', files: '\\.[cm]?js', programs: 'node|nodejs|bun|deno' },
  { id: 'typescript', scope: 'source.ts', files: '\\.[cm]?ts' },
  { id: 'ruby', scope: 'source.ruby', files: '\\.rb|/Gemfile', programs: 'ruby' },
  { id: 'perl', scope: 'source.perl', files: '\\.p[lm]', programs: 'perl' },
  { id: 'php', scope: 'text.html.php', files: '\\.php', programs: 'php' },
  { id: 'powershell', scope: 'source.powershell', files: '\\.ps[md]?1', programs: '(?i:pwsh|powershell)(?:\\.exe)?' },
  { id: 'json', scope: 'source.json', files: '\\.json' },
  { id: 'yaml', scope: 'source.yaml', files: '\\.ya?ml' },
  { id: 'html', scope: 'text.html.basic', files: '\\.html?' },
  { id: 'css', scope: 'source.css', files: '\\.css' },
  { id: 'xml', scope: 'text.xml', files: '\\.(?:xml|csproj|props|config)' },
  { id: 'sql', scope: 'source.sql', files: '\\.sql', programs: 'psql|mysql|mariadb|sqlite3' },
  { id: 'go', scope: 'source.go', files: '\\.go' },
  { id: 'rust', scope: 'source.rust', files: '\\.rs' },
  { id: 'cpp', scope: 'source.cpp', files: '\\.(?:cc|cpp|hpp)' },
  { id: 'c', scope: 'source.c', files: '\\.[ch]' },
  { id: 'java', scope: 'source.java', files: '\\.java' },
  { id: 'makefile', scope: 'source.makefile', files: '\\.mk|/Makefile' },
  { id: 'dockerfile', scope: 'source.dockerfile', files: '/Dockerfile|\\.dockerfile' },
  {
    id: 'ini',
    scope: 'source.ini',
    files:
      '\\.(?:ini|conf|cnf|cfg|toml|service|socket|timer|repo|list|sources|properties|env|desktop)|/\\.(?:npmrc|gitconfig)',
  },
  {
    id: 'shellscript',
    scope: 'source.shell',
    files: '\\.(?:sh|bash|ksh|zsh|bats)|/(?:docker-)?entrypoint|/\\.(?:bashrc|bash_profile|profile)|/s?bin/[\\w-]+',
    programs: '(?:ba|da|a|k|z)?sh',
  },
];

const shell = languages.find((l) => l.id === 'shellscript')!;

const blockName = (language: Language): string => `meta.embedded.block.${language.id}`;

/** A body whose first line names its interpreter; it goes on until the heredoc's own `while` ends it. */
const shebangs: readonly Rule[] = languages
  .filter((l) => l.programs !== undefined)
  .map((l) => ({
    begin: `^(#!)(?=.*[/ ](?:${l.programs})(?:\\s|$))(.*)$`,
    beginCaptures: {
      0: { name: 'comment.line.shebang.dockerfile' },
      1: { name: 'punctuation.definition.comment.shebang.dockerfile' },
    },
    end: '(?!)',
    contentName: blockName(l),
    patterns: [{ include: l.scope }],
  }));

/** How the groups of one heredoc operator are shown. */
const operatorCaptures = (first: number, before: readonly Rule[]): Captures => ({
  [first]: { patterns: before },
  [first + 1]: { name: 'keyword.operator.heredoc.dockerfile' },
  [first + 3]: { name: 'punctuation.definition.string.heredoc.dockerfile' },
  [first + 4]: { name: 'entity.name.type.heredoc.dockerfile' },
});

const endCaptures = { 0: { name: 'entity.name.type.heredoc.dockerfile' } };
const text = 'string.unquoted.heredoc.dockerfile';

/** A body in a language, or as text; either way a first line that names an interpreter is believed. */
const body = (language: Language | undefined): Pick<Rule, 'contentName' | 'patterns'> =>
  language === undefined
    ? { contentName: text, patterns: [use('shebang'), use('heredoc-variable')] }
    : { contentName: blockName(language), patterns: [use('shebang'), { include: language.scope }] };

/** What stands before the heredocs of a line. */
interface Lead {
  /** Pattern of it, from where the rule is tried. */
  readonly pattern: string;
  /** How many groups the pattern has, and what they are called. */
  readonly groups: number;
  readonly captures: Captures;
  /** How the text before the first operator is read. */
  readonly words: readonly Rule[];
  /** How the text between and after the operators is read. */
  readonly rest: readonly Rule[];
}

/**
 * The rule for a line with `count` heredocs, up to the end of the last one. For each heredoc, an outer rule names the
 * line that ends it; the innermost rule is a `while` over the body, so that nothing in it (an open quote, an unclosed
 * block) can run past the end. Bodies follow one another in the order of the operators: the outermost rule is the last
 * one's, and bodies after the first are shown as text.
 * @param condition lookahead that must hold after the lead
 */
function heredocs(count: number, lead: Lead, condition: string, language: Language | undefined): Rule {
  const at = (i: number) => lead.groups + 1 + heredocGroups * i;
  let header = lead.pattern + condition;
  let captures: Captures = { ...lead.captures, [at(count)]: { patterns: lead.rest } };
  for (let i = 0; i < count; i++) {
    header += nextHeredoc(at(i));
    captures = { ...captures, ...operatorCaptures(at(i), i === 0 ? lead.words : lead.rest) };
  }
  header = `\\G${header}(.*)$`;
  let rule: Rule = { begin: header, beginCaptures: captures, while: `^(?!${heredocEnd(at(0))})`, ...body(language) };
  for (let i = 0; i < count; i++) {
    const later = i === 0 ? [] : [{ match: '^.*$', name: text }];
    rule = { begin: `(?=${header})`, end: `^${heredocEnd(at(i))}`, endCaptures, patterns: [rule, ...later] };
  }
  return rule;
}

/** Rules in which the first that fits a line with heredocs is taken; ends with the line that ends the last heredoc. */
function choice(begin: string, patterns: readonly Rule[], name?: string): Rule {
  return { ...(name === undefined ? {} : { name }), begin, end: '$', patterns };
}

const severalHeredocs = (lead: Lead): Rule[] => [heredocs(3, lead, '', undefined), heredocs(2, lead, '', undefined)];

/** Heredocs of COPY and ADD, tried where a word begins; the language comes from the destination's or heredoc's name. */
function copyHeredocs(): Rule {
  const lead: Lead = { pattern: '', groups: 0, captures: {}, words: [], rest: [use('heredoc-variable')] };
  const named = (l: Language) => `(?=\\d*<<-?["']?[^\\s"']*(?:${l.files})["']?\\s|.*(?:${l.files})["']?[ \\t]*$)`;
  return choice('(?<!\\S)(?=\\d*<<-?["\']?[^\\s<"\'])', [
    ...severalHeredocs(lead),
    ...languages.filter((l) => l.files !== undefined).map((l) => heredocs(1, lead, named(l), l)),
    heredocs(1, lead, '', undefined),
  ]);
}

/**
 * Heredocs of RUN. A heredoc read by an interpreter or written to a file is in its language; one that stands alone is a
 * script for the shell; any other is text.
 */
function runHeredocs(pattern: string, groups: number, captures: Captures, name: string): Rule {
  const lead: Lead = {
    pattern: `${pattern}((?>(?:[ \\t]+--[A-Za-z]\\S*)*))`,
    groups: groups + 1,
    captures: { ...captures, [groups + 1]: { patterns: [use('heredoc-flag')] } },
    words: [{ include: 'source.shell#typical_statements' }, { include: 'source.shell' }],
    rest: [{ include: 'source.shell' }],
  };
  const reads = (l: Language) =>
    `(?=.*?(?<![\\w.-])(?:${l.programs})(?:[ \\t]+-\\S*)*[ \\t]+\\d*<<|.*?<<[^\\s<]+[ \\t]+(?:\\S*/)?(?:${l.programs})(?:\\s|$))`;
  const writes = (l: Language) => `(?=.*>\\s*[^\\s>]*?(?:${l.files})["']?(?:[\\s;&|)]|$))`;
  const alone = '(?=\\s*<<[^\\s<]+\\s*$)';
  return choice(
    `^(?=${pattern}${anyHeredoc})`,
    [
      ...severalHeredocs(lead),
      ...languages.filter((l) => l.programs !== undefined).map((l) => heredocs(1, lead, reads(l), l)),
      ...languages.filter((l) => l.files !== undefined).map((l) => heredocs(1, lead, writes(l), l)),
      heredocs(1, lead, alone, shell),
      heredocs(1, lead, '', undefined),
    ],
    name,
  );
}

/** What a line of RUN is called. */
const run = 'meta.instruction.shell-form.dockerfile';

/** The rules for heredocs by name, one set for all variants: BuildKit reads heredocs with the backslash in any file. */
export function heredocRepository(flag: Rule, variable: Rule): Record<string, Rule> {
  return {
    'copy-heredoc': copyHeredocs(),
    'run-heredoc': runHeredocs(instructionStart('RUN', '$'), 2, instructionCaptures, run),
    // A later line of a RUN: its first lines ended where this one's operator was seen ahead.
    'rest-heredoc': runHeredocs('^(?![ \\t]*#)', 0, {}, run),
    'heredoc-flag': flag,
    'heredoc-variable': variable,
    shebang: { patterns: shebangs },
  };
}
