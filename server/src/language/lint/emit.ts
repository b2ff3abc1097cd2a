import { builderError } from '../knowledge/home';
import type { Locale } from '../locale/locale';
import { messageOf, titleOf } from '../locale/problems';
import { shellcheckTexts } from '../locale/shellcheck';
import type { Dockerfile, Placed } from '../model/dockerfile';
import type { Problem } from '../model/problems';
import { nextLine } from '../syntax/characters';
import type { Edit } from '../text/edit';
import { type Span, shift } from '../text/span';
import type { ActiveRule, ShellcheckConfig } from './config';
import type { Diagnostic, DiagnosticFix } from './diagnostic';
import type { FoundByRule } from './findAll';
import { type AnyFinding, type AnyFix, fixesOf, shiftFix } from './finding';
import { isBuildKitCheck, namesOf } from './names';
import { type AnyRule, type Level, levels, textOf } from './rule';
import type { ShellcheckFinding } from './shellcheck';
import { isSuppressed, type Suppression, type Suppressions } from './suppress';

/** How loud a finding is: an id of another tool under which it would be reported may have a level of its own. */
function levelOf({ rule, level, byAlias }: ActiveRule, finding: AnyFinding): Level {
  const { atMost } = finding;
  if (byAlias.size === 0) return atMost === undefined ? level : quieter(level, atMost);
  const alias = namesOf(finding, rule).find((name) => byAlias.has(name));
  const set = alias === undefined ? level : byAlias.get(alias)!;
  return atMost === undefined ? set : quieter(set, atMost);
}

const quieter = (a: Level, b: Level): Level => (levels.indexOf(a) < levels.indexOf(b) ? a : b);

/** Turns findings into diagnostics of the file, leaving out what comments silence. */
export class Emitter {
  private readonly list: Diagnostic[] = [];
  private readonly nothingSilenced: boolean;
  /** No comment silences anything. */
  private readonly allHeard: boolean;
  /** Fixes are written with LF; here they get the file's own line break. */
  private readonly crlf: boolean;

  constructor(
    readonly file: Dockerfile,
    private readonly suppressions: Suppressions,
    private readonly hadolintComments: boolean,
  ) {
    this.nothingSilenced = suppressions.global.length === 0;
    this.allHeard = this.nothingSilenced && suppressions.inline.length === 0;
    this.crlf = file.text[file.text.indexOf('\n') - 1] === '\r';
  }

  problem(problem: Problem): void {
    const { code, at, values, fixes = [], as = [] } = problem;
    const placed = this.file.at(at.start);
    this.list.push({
      rule: builderError,
      code,
      builder: true,
      category: 'correctness',
      level: problem.hint ? 'hint' : 'error',
      at,
      message: (locale) => messageOf(code, values, locale),
      // hadolint would not report what the file silences; the builder refuses it all the same
      aliases: as.filter((alias) => !this.isSilenced(placed, alias, () => [alias])),
      fixes: fixes.map((fix) => ({
        title: (locale) => titleOf(fix.title, fix.values, locale),
        safety: 'unsafe',
        edits: this.written(fix.edits),
      })),
      related: [],
      tags: [],
      placed,
    });
  }

  private isSilenced(placed: Placed | undefined, id: string, names: () => readonly string[]): boolean {
    const silencing = placed ? this.suppressions.of(placed) : [];
    if (this.nothingSilenced && silencing.length === 0) return false;
    const aliases = names();
    return [this.suppressions.global, silencing].some((list) =>
      isSuppressed(this.counted(list), id, aliases, isBuildKitCheck),
    );
  }

  /** The comments that count. */
  private counted(list: readonly Suppression[]): readonly Suppression[] {
    return this.hadolintComments ? list : list.filter(({ by }) => by !== 'hadolint');
  }

  finding(active: ActiveRule, finding: AnyFinding, owner: Placed | undefined, base: number): void {
    const { rule } = active;
    const level = levelOf(active, finding);
    if (level === 'off') return;
    const at = shift(finding.at, base);
    const aliases: readonly string[] = finding.as ?? none;
    if (!this.allHeard && this.isSilenced(owner ?? this.file.at(at.start), rule.id, () => namesOf(finding, rule)))
      return;
    const fails = this.suppressions.error && aliases.some(isBuildKitCheck);
    this.list.push(new Found(this, rule, finding, fails ? 'error' : level, at, base, aliases, owner));
  }

  /** What some of `rules` found, as far as it is wanted; spans count from `base`. */
  all(
    ofRules: readonly FoundByRule[],
    rules: readonly ActiveRule[],
    wanted: (each: ActiveRule) => boolean,
    base: number,
  ): void {
    for (const { place, found } of ofRules) {
      const active = rules[place]!;
      if (!wanted(active)) continue;
      for (const { finding, by } of found) this.finding(active, finding, undefined, base + by);
    }
  }

  /** What the real ShellCheck says; offsets count in the file. */
  shellcheck(
    { code, severity, message, at, edits, last }: ShellcheckFinding,
    config: ShellcheckConfig,
    placed: Placed,
  ) {
    const own = config.ruleOf.get(code);
    const level = own ? (own.byAlias.get(code) ?? own.level) : config.levelOf(code, severity);
    const rule = own?.rule.id ?? code;
    if (level === 'off' || this.isSilenced(placed, rule, () => [code])) return;
    this.list.push({
      rule,
      ...(!own && { page: `https://www.shellcheck.net/wiki/${code}` }),
      builder: false,
      category: own?.rule.category ?? 'correctness',
      level,
      at,
      message: (locale) => shellcheckTexts[locale].found(code, message, own && textOf(own.rule, locale).summary),
      aliases: last ? [code] : [],
      fixes:
        edits.length === 0
          ? []
          : [{ title: (locale) => shellcheckTexts[locale].fix(code), safety: 'unsafe', edits: this.written(edits) }],
      related: [],
      tags: [],
      placed,
    });
  }

  /** The edits of a fix as the file has them. */
  editsOf({ edits, deleteLines = [] }: AnyFix): readonly Edit[] {
    const { text } = this.file;
    const deletions = deleteLines.map(({ start, end }) => ({
      at: { start: text.lastIndexOf('\n', start - 1) + 1, end: nextLine(text, end) },
      text: '',
    }));
    return this.written([...edits, ...deletions]);
  }

  private written(edits: readonly Edit[]): readonly Edit[] {
    return this.crlf ? edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') })) : edits;
  }

  /** In the order of the text. */
  diagnostics(): readonly Diagnostic[] {
    return this.list.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  }
}

const none: readonly [] = [];

/** A finding in its place. What few ask for is made when they do: a file with thousands of findings is linted at each keystroke. */
class Found implements Diagnostic {
  readonly builder = false;

  constructor(
    private readonly emitter: Emitter,
    private readonly of: AnyRule,
    private readonly finding: AnyFinding,
    readonly level: Diagnostic['level'],
    readonly at: Span,
    private readonly base: number,
    readonly aliases: readonly string[],
    private readonly owner: Placed | undefined,
  ) {}

  get placed(): Placed | undefined {
    return this.owner ?? this.emitter.file.at(this.at.start);
  }

  get key(): object {
    return this.finding;
  }

  get rule(): string {
    return this.of.id;
  }

  get category(): Diagnostic['category'] {
    return this.of.category;
  }

  get tags(): Diagnostic['tags'] {
    return this.finding.tags ?? none;
  }

  /** A value that may be handed on without its owner. */
  readonly message = (locale: Locale): string => this.finding.say(this.of.text[locale]);

  get fixes(): readonly DiagnosticFix[] {
    const { of: rule, base, emitter } = this;
    return fixesOf(this.finding).map((fix) => ({
      title: (locale) => fix.title(rule.text[locale]),
      safety: fix.safety,
      edits: emitter.editsOf(base === 0 ? fix : shiftFix(fix, base)),
      ...(fix.renameTo !== undefined && { renameTo: fix.renameTo }),
    }));
  }

  get related(): Diagnostic['related'] {
    const { related } = this.finding;
    if (!related) return none;
    return related.map((each) => ({
      at: shift(each.at, this.base),
      message: (locale) => each.say(this.of.text[locale]),
    }));
  }
}
