import { blocksOf } from '../model/block';
import type { Dockerfile } from '../model/dockerfile';
import { statesOf } from '../model/inForce';
import { keptBlocks } from '../model/keptStages';
import { problemsOf } from '../model/problems';
import type { Surroundings } from '../model/surroundings';
import { collect, collectOfFile } from './collect';
import type { ActiveRule, ResolvedConfig } from './config';
import type { Diagnostic } from './diagnostic';
import { Emitter } from './emit';
import type { OnError } from './findAll';
import type { AnyRule } from './rule';
import { RuleSet } from './ruleSet';
import { type ShellcheckAnswers, shellcheckFindings, shiftShellcheck } from './shellcheck';
import { type Suppressions, suppressionsOf } from './suppress';

export interface LintOptions {
  readonly onError?: OnError;
  /** Where the user is typing: a keyword there is not called unknown. */
  readonly cursor?: number;
  /** Nothing is missing from a file that says nothing yet. */
  readonly editing?: boolean;
  /** What the real ShellCheck said of scripts: it replaces our own findings in them. */
  readonly shellcheck?: ShellcheckAnswers;
}

/** Checks files under one configuration. What it found in an instruction or a stage it keeps as long as that lives. */
export interface Linter {
  lint(file: Dockerfile, around: Surroundings, options?: LintOptions): readonly Diagnostic[];
}

/** A linter for a configuration; make one for each and keep it, for it remembers. */
export function createLinter(config: ResolvedConfig): Linter {
  const active = new RuleSet(config.active);
  const dormant = new RuleSet(config.dormant);

  return {
    lint(file, around, { onError, cursor, editing, shellcheck } = {}) {
      const suppressions = suppressionsOf(file);
      const awake = (each: ActiveRule): boolean => asksFor(suppressions, each.rule.aliases ?? []);
      const out = new Emitter(file, suppressions, config.hadolintComments);
      for (const problem of problemsOf(file, { cursor, editing })) out.problem(problem);
      const states = statesOf(file);
      const blocks = blocksOf(file);
      const kept = keptBlocks(file);
      const real = shellcheck ? states.map((each) => shellcheckFindings(each, shellcheck)) : [];
      const run = (rules: RuleSet, wanted: (each: ActiveRule) => boolean): void => {
        for (const [i, { first, start }] of blocks.entries()) {
          const found = collect(states[i]!, kept[i]!, rules, onError);
          for (const { index, value: inOne } of found.ofInstructions) {
            const owner = file.instructions[first + index]!;
            for (const each of inOne) {
              if (!wanted(each.active) || (real[i]?.has(index) && isShellRule(each.active.rule))) continue;
              out.finding(each.active, each.finding, owner, owner.start);
            }
          }
          out.all(found.ofStage, rules.ofStage.rules, wanted, start);
        }
        out.all(collectOfFile(file, around, rules, onError), rules.ofFile.rules, wanted, 0);
      };
      run(active, () => true);
      for (const [i, found] of real.entries()) {
        for (const [index, list] of found) {
          const owner = file.instructions[blocks[i]!.first + index]!;
          for (const each of list) out.shellcheck(shiftShellcheck(each, owner.start), config.shellcheck, owner);
        }
      }
      if (config.dormant.some(awake)) run(dormant, awake);
      return out.diagnostics();
    },
  };
}

/** True of a rule that stands for ids of ShellCheck's. */
const isShellRule = ({ aliases = [] }: AnyRule): boolean => aliases.some((alias) => /^SC\d/.test(alias));

const asksFor = ({ experimental }: Suppressions, aliases: readonly string[]): boolean =>
  experimental.size > 0 && aliases.some((alias) => experimental.has('all') || experimental.has(alias.toLowerCase()));
