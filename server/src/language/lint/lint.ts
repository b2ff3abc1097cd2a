import { messageOf, titleOf } from '../locale/problems';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { type InForce, inForceAt } from '../model/inForce';
import { type Problem, problemsOf } from '../model/problems';
import type { Surroundings } from '../model/surroundings';
import { viewOf } from '../model/view';
import type { Instruction, Keyword } from '../syntax/instruction';
import { forms } from '../syntax/keywords';
import type { Edit } from '../text/edit';
import { shift } from '../text/span';
import type { ActiveRule, ResolvedConfig } from './config';
import { builderError, type Diagnostic, type DiagnosticFix } from './diagnostic';
import type { Finding, Fix, Level } from './rule';
import { isSuppressed, type Suppression, type Suppressions, suppressionsOf } from './suppress';

// biome-ignore lint/suspicious/noExplicitAny: a finding is read with its own rule's texts
type AnyFinding = Finding<any>;

/** What a rule found in one instruction, kept with it. */
interface Kept {
  readonly active: ActiveRule;
  readonly finding: AnyFinding;
}

export interface LintOptions {
  /** Called when a rule throws: its findings are missing, the rest is complete. */
  readonly onError?: (rule: string, error: unknown) => void;
  /** Where the user is typing: a keyword there is not called unknown. */
  readonly cursor?: number;
  /** Nothing is missing from a file that says nothing yet. */
  readonly editing?: boolean;
}

/** Checks files under one configuration. What it found in an instruction it keeps as long as the instruction lives. */
export interface Linter {
  lint(file: Dockerfile, around: Surroundings, options?: LintOptions): readonly Diagnostic[];
}

const isBuildKitCheck = (alias: string): boolean => /^[A-Z][A-Za-z]+$/.test(alias);

/** A linter for a configuration; make one for each and keep it, for it remembers. */
export function createLinter(config: ResolvedConfig): Linter {
  const active = byKeyword(config.active);
  const dormant = byKeyword(config.dormant);

  return {
    lint(file, around, options = {}) {
      const suppressions = suppressionsOf(file);
      const awake = config.dormant.filter(({ rule }) => asksFor(suppressions, rule.aliases ?? []));
      const out = new Emitter(file, suppressions, config.hadolintComments);
      for (const problem of problemsOf(file, { cursor: options.cursor, editing: options.editing }))
        out.problem(problem);
      const inForce = inForceAt(file);
      for (const placed of file.instructions) {
        const force = inForce[placed.index]!;
        for (const kept of memo(placed.instruction, force, active, options)) {
          out.finding(kept.active, kept.finding, placed, placed.start);
        }
        if (awake.length === 0) continue;
        for (const kept of memo(placed.instruction, force, dormant, options)) {
          if (awake.includes(kept.active)) out.finding(kept.active, kept.finding, placed, placed.start);
        }
      }
      for (const each of [...config.active, ...awake]) {
        if (!each.rule.checkFile) continue;
        for (const finding of guarded(each, options, () => each.rule.checkFile!(file, around, each.options))) {
          out.finding(each, finding, undefined, 0);
        }
      }
      return out.diagnostics();
    },
  };
}

/** The rules that look at an instruction of a keyword. */
type RulesFor = (keyword: string) => readonly ActiveRule[];

function byKeyword(rules: readonly ActiveRule[]): RulesFor {
  const known = new Map<string, readonly ActiveRule[]>();
  return (keyword) => {
    let list = known.get(keyword);
    if (!list) {
      list = rules.filter(({ rule }) => rule.checkInstruction && (!rule.on || rule.on.includes(keyword as Keyword)));
      // not one more for every slip of the keyboard
      if (keyword in forms) known.set(keyword, list);
    }
    return list;
  };
}

const asksFor = ({ experimental }: Suppressions, aliases: readonly string[]): boolean =>
  experimental.size > 0 && aliases.some((alias) => experimental.has('all') || experimental.has(alias.toLowerCase()));

function guarded(active: ActiveRule, options: LintOptions, run: () => Iterable<AnyFinding>): readonly AnyFinding[] {
  try {
    return [...run()];
  } catch (error) {
    options.onError?.(active.rule.id, error);
    return [];
  }
}

/** What rules found in an instruction, under what was in force and which rules they were. */
interface Known {
  readonly force: InForce;
  readonly rules: RulesFor;
  readonly kept: readonly Kept[];
}

/** How much is remembered of one instruction: it may be seen under one state now and another while something is typed. */
const mostKnown = 4;

const knownOf = fact((_instruction: Instruction): Known[] => []);

function memo(instruction: Instruction, force: InForce, rules: RulesFor, options: LintOptions): readonly Kept[] {
  const list = knownOf(instruction);
  for (const known of list) if (known.force === force && known.rules === rules) return known.kept;
  const kept = checkInstruction(instruction, force, rules, options);
  if (list.length >= mostKnown) list.shift();
  list.push({ force, rules, kept });
  return kept;
}

function checkInstruction(
  instruction: Instruction,
  force: InForce,
  rules: RulesFor,
  options: LintOptions,
): readonly Kept[] {
  const kept: Kept[] = [];
  const view = viewOf(instruction, force);
  for (const active of rules(instruction.keyword)) {
    for (const finding of guarded(active, options, () => active.rule.checkInstruction!(view, active.options))) {
      kept.push({ active, finding });
    }
  }
  const { trigger } = instruction;
  if (!trigger) return kept;
  const inner = viewOf(trigger.instruction, force);
  for (const active of rules(inner.instruction.keyword)) {
    if (!active.rule.inOnbuild) continue;
    for (const finding of guarded(active, options, () => active.rule.checkInstruction!(inner, active.options))) {
      kept.push({ active, finding: shiftFinding(finding, trigger.start) });
    }
  }
  return kept;
}

// biome-ignore lint/suspicious/noExplicitAny: a fix is read with its own rule's texts
type AnyFix = Fix<any>;

const fixesOf = ({ fix }: AnyFinding): readonly AnyFix[] => (fix === undefined ? [] : 'edits' in fix ? [fix] : fix);

const shiftFix = (fix: AnyFix, by: number): AnyFix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, at: shift(edit.at, by) })),
});

const shiftFinding = (finding: AnyFinding, by: number): AnyFinding => ({
  ...finding,
  at: shift(finding.at, by),
  ...(finding.fix && { fix: fixesOf(finding).map((fix) => shiftFix(fix, by)) }),
  ...(finding.related && { related: finding.related.map((each) => ({ ...each, at: shift(each.at, by) })) }),
});

/** Turns findings into diagnostics of the file, leaving out what comments silence. */
class Emitter {
  private readonly list: Diagnostic[] = [];
  private readonly nothingSilenced: boolean;
  /** Fixes are written with LF; here they get the file's own line break. */
  private readonly crlf: boolean;

  constructor(
    private readonly file: Dockerfile,
    private readonly suppressions: Suppressions,
    private readonly hadolintComments: boolean,
  ) {
    this.nothingSilenced = suppressions.global.length === 0;
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
      aliases: as.filter((alias) => !this.isSilenced(placed, alias, [alias])),
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

  private isSilenced(placed: Placed | undefined, id: string, aliases: readonly string[]): boolean {
    const silencing = placed ? this.suppressions.of(placed) : [];
    if (this.nothingSilenced && silencing.length === 0) return false;
    return [this.suppressions.global, silencing].some((list) =>
      isSuppressed(this.counted(list), id, aliases, isBuildKitCheck),
    );
  }

  /** The comments that count. */
  private counted(list: readonly Suppression[]): readonly Suppression[] {
    return this.hadolintComments ? list : list.filter(({ by }) => by !== 'hadolint');
  }

  finding({ rule, level }: ActiveRule, finding: AnyFinding, owner: Placed | undefined, base: number): void {
    const at = shift(finding.at, base);
    const placed = owner ?? this.file.at(at.start);
    const aliases: readonly string[] = finding.as ?? [];
    if (this.isSilenced(placed, rule.id, rule.aliases ?? [])) return;
    const fails = this.suppressions.error && aliases.some(isBuildKitCheck);
    this.list.push({
      rule: rule.id,
      builder: false,
      category: rule.category,
      level: fails ? 'error' : (level as Exclude<Level, 'off'>),
      at,
      message: (locale) => finding.say(rule.text[locale]),
      aliases,
      fixes: fixesOf(finding).map(
        (fix): DiagnosticFix => ({
          title: (locale) => fix.title(rule.text[locale]),
          safety: fix.safety,
          edits: this.written(base === 0 ? fix.edits : shiftFix(fix, base).edits),
          ...(fix.renameTo !== undefined && { renameTo: fix.renameTo }),
        }),
      ),
      related: (finding.related ?? []).map((each) => ({
        at: shift(each.at, base),
        message: (locale) => each.say(rule.text[locale]),
      })),
      tags: finding.tags ?? [],
      placed,
    });
  }

  private written(edits: readonly Edit[]): readonly Edit[] {
    return this.crlf ? edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') })) : edits;
  }

  /** In the order of the text. */
  diagnostics(): readonly Diagnostic[] {
    return this.list.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  }
}
