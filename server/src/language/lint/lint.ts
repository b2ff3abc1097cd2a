import { messageOf, titleOf } from '../locale/problems';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { type InForce, inForceAt } from '../model/inForce';
import { type Problem, problemsOf } from '../model/problems';
import type { Surroundings } from '../model/surroundings';
import { viewOf } from '../model/view';
import type { Instruction } from '../syntax/instruction';
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
  const perInstruction = config.active.filter(({ rule }) => rule.checkInstruction);
  const dormant = config.dormant.filter(({ rule }) => rule.checkInstruction);
  const known = new WeakMap<Instruction, WeakMap<InForce, readonly Kept[]>>();
  const knownDormant = new WeakMap<Instruction, WeakMap<InForce, readonly Kept[]>>();

  return {
    lint(file, around, options = {}) {
      const suppressions = suppressionsOf(file);
      const awake = config.dormant.filter(({ rule }) => asksFor(suppressions, rule.aliases ?? []));
      const out = new Emitter(file, suppressions);
      for (const problem of problemsOf(file, { cursor: options.cursor, editing: options.editing }))
        out.problem(problem);
      const inForce = inForceAt(file);
      for (const placed of file.instructions) {
        const force = inForce[placed.index]!;
        for (const kept of memo(known, placed.instruction, force, perInstruction, options)) {
          out.finding(kept.active, kept.finding, placed, placed.start);
        }
        if (awake.length === 0) continue;
        for (const kept of memo(knownDormant, placed.instruction, force, dormant, options)) {
          if (awake.includes(kept.active)) out.finding(kept.active, kept.finding, placed, placed.start);
        }
      }
      for (const active of [...config.active, ...awake]) {
        if (!active.rule.checkFile) continue;
        for (const finding of guarded(active, options, () => active.rule.checkFile!(file, around, active.options))) {
          out.finding(active, finding, undefined, 0);
        }
      }
      return out.diagnostics();
    },
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

function memo(
  known: WeakMap<Instruction, WeakMap<InForce, readonly Kept[]>>,
  instruction: Instruction,
  force: InForce,
  rules: readonly ActiveRule[],
  options: LintOptions,
): readonly Kept[] {
  let byForce = known.get(instruction);
  if (!byForce) {
    byForce = new WeakMap();
    known.set(instruction, byForce);
  }
  let kept = byForce.get(force);
  if (!kept) {
    kept = checkInstruction(instruction, force, rules, options);
    byForce.set(force, kept);
  }
  return kept;
}

function checkInstruction(
  instruction: Instruction,
  force: InForce,
  rules: readonly ActiveRule[],
  options: LintOptions,
): readonly Kept[] {
  const kept: Kept[] = [];
  const view = viewOf(instruction, force);
  const { trigger } = instruction;
  const inner = trigger && viewOf(trigger.instruction, force);
  for (const active of rules) {
    const { rule } = active;
    const check = rule.checkInstruction!;
    for (const finding of guarded(active, options, () => check.call(rule, view, active.options))) {
      kept.push({ active, finding });
    }
    if (!trigger || !inner || !rule.inOnbuild) continue;
    for (const finding of guarded(active, options, () => check.call(rule, inner, active.options))) {
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
  ) {
    this.nothingSilenced = suppressions.global.length === 0;
    this.crlf = file.text[file.text.indexOf('\n') - 1] === '\r';
  }

  problem(problem: Problem): void {
    const { code, at, values, fixes = [] } = problem;
    this.list.push({
      rule: builderError,
      code,
      builder: true,
      category: 'correctness',
      level: problem.hint ? 'hint' : 'error',
      at,
      message: (locale) => messageOf(code, values, locale),
      aliases: [],
      fixes: fixes.map((fix) => ({
        title: (locale) => titleOf(fix.title, fix.values, locale),
        safety: 'unsafe',
        edits: this.written(fix.edits),
      })),
      related: [],
      tags: [],
      placed: this.file.at(at.start),
    });
  }

  finding({ rule, level }: ActiveRule, finding: AnyFinding, owner: Placed | undefined, base: number): void {
    const at = shift(finding.at, base);
    const placed = owner ?? this.file.at(at.start);
    const silencing: readonly Suppression[] = placed ? this.suppressions.of(placed) : [];
    const aliases: readonly string[] = finding.as ?? [];
    if (!this.nothingSilenced || silencing.length > 0) {
      const names = [...(rule.aliases ?? []), ...aliases];
      if (isSuppressed(this.suppressions.global, rule.id, names, isBuildKitCheck)) return;
      if (isSuppressed(silencing, rule.id, names, isBuildKitCheck)) return;
    }
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
